import sanitize from 'sanitize-html';
import TurndownService from 'turndown';

export interface HtmlOptions {
  /** Address of the page, so that its relative links keep their way. */
  baseUrl?: string;
}

// Ends of cells and rows while a table is put together; no document may bring them along.
// eslint-disable-next-line no-control-regex -- characters without a meaning of their own are what is wanted
const CELL_MARKS = /[\u0001\u0002]/g;

const ALLOWED_TAGS =
  'p div br hr h1 h2 h3 h4 h5 h6 ul ol li dl dt dd strong em a blockquote pre code table caption thead tbody tfoot tr th td img'.split(
    ' ',
  );

/**
 * Foreign HTML to Markdown: text, headings, lists, tables and links stay; scripts, styles, forms and frames go.
 * A picture stays as a link when it has a description. The result holds no HTML.
 */
export function htmlToMarkdown(html: string, options: HtmlOptions = {}): string {
  const clean = sanitize(html, {
    allowedTags: ALLOWED_TAGS,
    allowedAttributes: { a: ['href'], img: ['src', 'alt'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowProtocolRelative: false,
    nestingLimit: 60,
    transformTags: { b: 'strong', i: 'em', section: 'div', article: 'div' },
    textFilter: (text) =>
      text.replace(/[\u00a0\u2007\u202f]|&nbsp;/g, ' ').replace(/[\u200b\u00ad\ufeff]/g, ''),
  });
  // Editors write `<strong>Am </strong><strong>Montag</strong>`; as Markdown that would be stars in the text.
  const joined = clean.replace(/<\/(strong|em)>(\s*)<\1>/g, '$2').replace(/<(strong|em)>(\s*)<\/\1>/g, '$2');
  return tidy(converter(options.baseUrl).turndown(joined));
}

/** Plain text to Markdown that reads the same: nothing in it becomes markup, line breaks stay. */
export function textToMarkdown(text: string): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => escapeMarkdown(line.replace(/\u00a0/g, ' ').trim()));
  return tidy(lines.join('\n').replace(/([^\n])\n(?=[^\n])/g, '$1  \n'));
}

function converter(baseUrl: string | undefined): TurndownService {
  const service = new TurndownService({
    headingStyle: 'atx',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
  });
  service.escape = escapeMarkdown;
  service.addRule('link', {
    filter: 'a',
    replacement: (content, node) => link(content, (node as HTMLElement).getAttribute('href'), baseUrl),
  });
  service.addRule('picture', {
    filter: 'img',
    replacement: (_, node) => {
      const alt = (node as HTMLElement).getAttribute('alt')?.trim();
      return alt ? link(escapeMarkdown(alt), (node as HTMLElement).getAttribute('src'), baseUrl) : '';
    },
  });
  service.addRule('strong', {
    filter: 'strong',
    replacement: (content, node) => emphasis(content, node as HTMLElement, '**'),
  });
  service.addRule('em', {
    filter: 'em',
    replacement: (content, node) => emphasis(content, node as HTMLElement, '*'),
  });
  service.addRule('cell', { filter: ['td', 'th'], replacement: (content) => `${cellText(content)}\u0001` });
  service.addRule('row', { filter: 'tr', replacement: (content) => `${content}\u0002` });
  service.addRule('tableParts', { filter: ['thead', 'tbody', 'tfoot'], replacement: (content) => content });
  service.addRule('table', {
    filter: 'table',
    replacement: (content, node) => table(content, node as HTMLElement),
  });
  service.addRule('term', { filter: 'dt', replacement: (content) => `\n\n**${content.trim()}**\n\n` });
  return service;
}

/** Everything that Markdown could read as markup, and `<`, so that no text can turn into a tag. */
function escapeMarkdown(text: string): string {
  return text
    .replace(CELL_MARKS, ' ')
    .replace(/[\\`*_[\]<|~]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/^(\s*)([-+>#=]|~{3})/g, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/g, '$1\\$2');
}

function link(content: string, href: string | null, baseUrl: string | undefined): string {
  const text = content.replace(/\s+/g, ' ').trim();
  const target = address(href, baseUrl);
  if (!text) return '';
  return target ? `[${text}](${target})` : content;
}

function address(href: string | null, baseUrl: string | undefined): string | null {
  const trimmed = (href ?? '').trim();
  if (!trimmed) return null;
  if (/^(mailto|tel):/i.test(trimmed)) return encodeAddress(trimmed);
  try {
    const url = baseUrl ? new URL(trimmed, baseUrl) : new URL(trimmed);
    return url.protocol === 'http:' || url.protocol === 'https:' ? encodeAddress(url.href) : null;
  } catch {
    return null;
  }
}

function encodeAddress(address: string): string {
  return address.replace(/[\s()<>\\]/g, (character) =>
    encodeURIComponent(character).replace('(', '%28').replace(')', '%29'),
  );
}

/** Stars only count as markup where white space or punctuation allows them to (CommonMark, "flanking runs"). */
function emphasis(content: string, node: HTMLElement, mark: string): string {
  const text = content.trim();
  if (!text) return content;
  if (/\n\s*\n/.test(text) || hasParentOfKind(node)) return content;
  const before = lastCharacter(node.previousSibling);
  const after = firstCharacter(node.nextSibling);
  const needsSpaceBefore = /[\p{L}\p{N}]/u.test(before) && !/^[\p{L}\p{N}]/u.test(text);
  const needsSpaceAfter = /[\p{L}\p{N}]/u.test(after) && !/[\p{L}\p{N}]$/u.test(text);
  const lines = text.split(/ {2}\n/).map((line) => (line.trim() ? `${mark}${line.trim()}${mark}` : ''));
  return `${needsSpaceBefore ? ' ' : ''}${lines.join('  \n')}${needsSpaceAfter ? ' ' : ''}`;
}

function hasParentOfKind(node: HTMLElement): boolean {
  for (let parent = node.parentNode; parent; parent = parent.parentNode) {
    if (parent.nodeName === node.nodeName || /^H[1-6]$/.test(parent.nodeName)) return true;
  }
  return false;
}

function lastCharacter(node: Node | null): string {
  return node?.textContent?.at(-1) ?? '';
}

function firstCharacter(node: Node | null): string {
  return node?.textContent?.[0] ?? '';
}

function cellText(content: string): string {
  return content
    .trim()
    .replace(/\s*\n+\s*(?:[-*]\s+)?/g, '; ')
    .replace(/^[-*]\s+/, '')
    .replace(/\s+/g, ' ');
}

/** Rows of cells to a table of GitHub Flavored Markdown; a table of one column was only layout. */
function table(content: string, node: HTMLElement): string {
  const rows = content
    .split('\u0002')
    .map((row) =>
      row
        .split('\u0001')
        .slice(0, -1)
        .map((cell) => cell.trim()),
    )
    .filter((row) => row.some((cell) => cell !== ''));
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (columns === 0) return '';
  if (columns === 1) return `\n\n${rows.map((row) => row[0]).join('\n\n')}\n\n`;

  const filled = rows.map((row) => [...row, ...Array<string>(columns - row.length).fill('')]);
  const firstRow = node.querySelector('tr');
  // The DOM of turndown answers undefined where a browser says null.
  const hasHead = !!firstRow && !firstRow.querySelector('td') && filled.length > 1;
  const head = hasHead ? filled.shift()! : Array<string>(columns).fill('');
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return `\n\n${[line(head), line(head.map(() => '---')), ...filled.map(line)].join('\n')}\n\n`;
}

function tidy(markdown: string): string {
  return markdown
    .replace(CELL_MARKS, ' ')
    .replace(/^(\s*#{1,6})\s*$/gm, '')
    .replace(/^[ \t]+$/gm, '')
    .replace(/^ (?=\S)/gm, '')
    .replace(/(?:[ \t]{2,}\n){2,}/g, '\n\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
