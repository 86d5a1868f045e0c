import createMarkdown from 'markdown-it';
import type { MarkdownIt, Token } from 'markdown-it';
import { markLines } from './lines.ts';
import type { TextLine } from './lines.ts';

export interface RenderOptions {
  /** The level the outermost heading of the text gets; the page itself owns `h1`. */
  firstHeading?: 2 | 3 | 4;
  /** `false` for readers elsewhere, who have no use for the ids of sentences. */
  marks?: boolean;
}

export interface RenderedText {
  /** Safe HTML: raw HTML of the source is shown as text, links lead only to known kinds of addresses. */
  html: string;
  /** Line `n` stands in the element with the id `satz-<n>`. */
  lines: TextLine[];
}

const LINK_ALLOWED = /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i;

/** Turns Markdown into HTML in which every sentence, item and row can be linked to. */
export function renderMarkdown(markdown: string, options: RenderOptions = {}): RenderedText {
  const parser = markdownParser();
  const tokens = parse(parser, markdown);
  levelHeadings(tokens, options.firstHeading ?? 2);
  const lines = markLines(tokens);
  const html = parser.renderer.render(tokens, parser.options, {});
  return { html: options.marks === false ? withoutMarks(html) : html, lines };
}

/** Raw HTML is text here, so every span is one of ours. */
function withoutMarks(html: string): string {
  return html.replace(/<\/?span\b[^>]*>/g, '');
}

/** The same lines as `renderMarkdown`, without the HTML. */
export function linesOf(markdown: string): TextLine[] {
  const tokens = parse(markdownParser(), markdown);
  levelHeadings(tokens, 2);
  return markLines(tokens);
}

/** The text without any markup, one line each for sentences, items, rows and headings. */
export function plainText(markdown: string): string {
  return linesOf(markdown)
    .map((line) => line.text)
    .join('\n');
}

let shared: MarkdownIt | null = null;

function markdownParser(): MarkdownIt {
  if (shared) return shared;
  const parser = createMarkdown({ html: false, linkify: true, typographer: false, breaks: false });
  parser.validateLink = (url) => LINK_ALLOWED.test(url.trim());
  // `z.B.` and `30.Juni` must not become links: only whole addresses do.
  parser.linkify.set({ fuzzyLink: false, fuzzyEmail: true });
  parser.renderer.rules.satz_open = (tokens, i) => `<span id="satz-${tokens[i]!.meta?.index}" class="satz">`;
  parser.renderer.rules.satz_close = () => '</span>';
  parser.renderer.rules.fence = (tokens, i) => renderCode(parser, tokens[i]!);
  parser.renderer.rules.code_block = parser.renderer.rules.fence;
  parser.renderer.rules.image = (tokens, i) => renderImage(parser, tokens, i);
  shared = parser;
  return parser;
}

function parse(parser: MarkdownIt, markdown: string): Token[] {
  const tokens = parser.parse(markdown, {});
  return tokens.filter((token, i) => !isEmptyHeading(tokens, i, token));
}

/** A heading without words (left by word processors) would be read out as "heading level 3" and nothing else. */
function isEmptyHeading(tokens: Token[], i: number, token: Token): boolean {
  const at = token.type === 'heading_open' ? i + 1 : token.type === 'heading_close' ? i - 1 : i;
  const inline = tokens[at];
  const inHeading = token.type.startsWith('heading_') || tokens[i - 1]?.type === 'heading_open';
  return inHeading && inline?.type === 'inline' && !/[\p{L}\p{N}]/u.test(inline.content);
}

/** Headings step down one level at a time, whatever levels the writer picked (WCAG 1.3.1). */
function levelHeadings(tokens: Token[], firstHeading: number): void {
  const written: number[] = [];
  for (const token of tokens) {
    if (token.type === 'heading_open') {
      const level = Number(token.tag.slice(1));
      while (written.length > 0 && written.at(-1)! >= level) written.pop();
      written.push(level);
    }
    if (token.type.startsWith('heading_')) token.tag = `h${Math.min(6, firstHeading + written.length - 1)}`;
  }
}

function renderCode(parser: MarkdownIt, token: Token): string {
  const { first, rows } = token.meta as { first: number; rows: string[] };
  const marked = rows.map(
    (row, n) => `<span id="satz-${first + n}" class="satz">${parser.utils.escapeHtml(row)}</span>`,
  );
  return `<pre><code>${marked.join('\n')}</code></pre>\n`;
}

/** Pictures of other hosts would tell them who reads our page: those become links. */
function renderImage(parser: MarkdownIt, tokens: Token[], i: number): string {
  const source = parser.utils.escapeHtml(String(tokens[i]!.attrGet('src') ?? ''));
  const alt = parser.utils.escapeHtml(tokens[i]!.content);
  if (source.startsWith('/')) return `<img src="${source}" alt="${alt}" loading="lazy">`;
  const isInLink = lastLinkBefore(tokens, i)?.nesting === 1;
  return isInLink ? alt || source : `<a href="${source}">${alt || source}</a>`;
}

function lastLinkBefore(tokens: Token[], i: number): Token | null {
  for (let at = i - 1; at >= 0; at--) if (tokens[at]!.tag === 'a') return tokens[at]!;
  return null;
}
