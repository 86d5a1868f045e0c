import type { Token } from 'markdown-it';
import { sentenceRanges } from './sentences.ts';
import type { TextRange } from './sentences.ts';

/** One citable unit of a text; its position in the list is what a citation points at. */
export interface TextLine {
  text: string;
  /** The headings above it, outermost first. */
  heading: string[];
  form: 'sentence' | 'item' | 'row' | 'heading' | 'contact';
}

/** A list item longer than this (in characters) is cited sentence by sentence. */
const LONG_ITEM = 200;

/** Collects the lines of a token stream and, while it walks, writes the marks (`satz-<n>`) into the tokens. */
export function markLines(tokens: Token[]): TextLine[] {
  const lines: TextLine[] = [];
  const outline: { depth: number; text: string }[] = [];
  const headings = () => outline.map((entry) => entry.text);
  let items = 0;

  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.type === 'list_item_open') items++;
    else if (token.type === 'list_item_close') items--;
    else if (token.type === 'tr_open') i = markRow(tokens, i, lines, headings());
    else if (token.type === 'fence' || token.type === 'code_block') markCode(token, lines, headings());
    else if (token.type === 'inline' && tokens[i - 1]?.type === 'heading_open') {
      const depth = Number(tokens[i - 1]!.tag.slice(1));
      while (outline.length > 0 && outline.at(-1)!.depth >= depth) outline.pop();
      const marked = markInline(token, lines, headings(), () => 'heading');
      if (marked) outline.push({ depth, text: marked });
    } else if (token.type === 'inline') markInline(token, lines, headings(), formOf(items > 0));
  }
  return lines;
}

function formOf(inList: boolean): (text: string) => TextLine['form'] {
  return (text) => (isContactLine(text) ? 'contact' : inList ? 'item' : 'sentence');
}

/** Marks the units of one paragraph, item or heading. Returns its text. */
function markInline(
  token: Token,
  lines: TextLine[],
  heading: string[],
  form: (text: string) => TextLine['form'],
): string {
  const children = token.children ?? [];
  const text = children.map(textOf).join('');
  const wholly = form('') === 'heading';
  const ranges = wholly ? trimmedRange(text, 0, text.length) : unitRanges(text, form('') === 'item');
  const marks = ranges.map((range) => {
    const line = clean(text.slice(range.start, range.end));
    lines.push({ text: line, heading, form: form(line) });
    return { ...range, index: lines.length - 1 };
  });
  token.children = weave(children, marks);
  return clean(text);
}

/** Hard line breaks always separate (addresses, contacts); within them sentences do, unless the item is short. */
function unitRanges(text: string, inList: boolean): TextRange[] {
  const ranges: TextRange[] = [];
  let start = 0;
  for (const part of text.split(HARD_BREAK)) {
    const whole = trimmedRange(text, start, start + part.length);
    if (inList && part.length <= LONG_ITEM) ranges.push(...whole);
    else
      ranges.push(
        ...sentenceRanges(part).map((range) => ({ start: range.start + start, end: range.end + start })),
      );
    start += part.length + HARD_BREAK.length;
  }
  return ranges;
}

function trimmedRange(text: string, start: number, end: number): TextRange[] {
  while (start < end && isSpace(text[start]!)) start++;
  while (end > start && isSpace(text[end - 1]!)) end--;
  return start < end ? [{ start, end }] : [];
}

/** Also the invisible characters that word processors leave behind. */
function isSpace(character: string): boolean {
  return /[\s\u200b\u00ad\u2060]/.test(character);
}

// A character no Markdown source can hold: markdown-it replaces U+0000 by U+FFFD when it reads.
const HARD_BREAK = '\u0000';

function textOf(token: Token): string {
  if (token.type === 'softbreak') return ' ';
  if (token.type === 'hardbreak') return HARD_BREAK;
  if (token.type === 'image') return (token.children ?? []).map(textOf).join('') || token.content;
  return token.content;
}

function clean(text: string): string {
  return text
    .replaceAll(HARD_BREAK, ' ')
    .replace(/[\u200b\u00ad\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Puts opening and closing marks between the inline tokens; markup that a mark crosses is closed and reopened. */
function weave(children: Token[], marks: (TextRange & { index: number })[]): Token[] {
  if (marks.length === 0) return children;
  const woven: Token[] = [];
  const open: Token[] = [];
  let position = 0;
  let next = 0;
  let inside = false;

  const mark = (type: 'satz_open' | 'satz_close', index: number) => {
    const token = makeToken(children[0]!, type);
    token.meta = { index };
    woven.push(token);
  };
  const crossing = (write: () => void) => {
    for (const token of open.toReversed()) woven.push(closing(token));
    write();
    for (const token of open) woven.push(token);
  };
  const step = () => {
    const current = marks[next];
    if (!current) return;
    if (!inside && position === current.start) {
      crossing(() => mark('satz_open', current.index));
      inside = true;
    } else if (inside && position === current.end) {
      crossing(() => mark('satz_close', current.index));
      inside = false;
      next++;
    }
  };

  for (const child of children) {
    const length = textOf(child).length;
    if (length === 0) {
      if (child.nesting === 1) open.push(child);
      if (child.nesting === -1) open.pop();
      woven.push(child);
      continue;
    }
    const end = position + length;
    if (child.type !== 'text') {
      step();
      woven.push(child);
      position = end;
      step();
      continue;
    }
    const from = position;
    while (position < end) {
      step();
      const current = marks[next];
      const cut = Math.min(end, !current ? end : inside ? current.end : Math.max(current.start, position));
      const upto = cut === position ? end : cut;
      const piece = makeToken(child, 'text');
      piece.content = child.content.slice(position - from, upto - from);
      woven.push(piece);
      position = upto;
      step();
    }
  }
  return dropEmptyMarkup(woven);
}

function makeToken(like: Token, type: string): Token {
  const TokenClass = like.constructor as new (type: string, tag: string, nesting: number) => Token;
  return new TokenClass(type, '', 0);
}

function closing(opened: Token): Token {
  const TokenClass = opened.constructor as new (type: string, tag: string, nesting: number) => Token;
  return new TokenClass(opened.type.replace('_open', '_close'), opened.tag, -1);
}

/** Reopening at a boundary leaves pairs like `<a> </a>`, a link without a name; only what they hold is kept. */
function dropEmptyMarkup(tokens: Token[]): Token[] {
  const kept: Token[] = [];
  for (const token of tokens) {
    const isClosing = token.nesting === -1;
    const last = kept.at(-1);
    if (isClosing && last?.nesting === 1) kept.pop();
    else if (isClosing && kept.at(-2)?.nesting === 1 && last?.type === 'text' && last.content.trim() === '') {
      kept.splice(-2, 1);
    } else kept.push(token);
  }
  return kept;
}

/** One row of a table is one line: `Montag: 8 bis 12 Uhr`, with the column heads where there are more columns. */
function markRow(tokens: Token[], from: number, lines: TextLine[], heading: string[]): number {
  const cells: string[] = [];
  let isHead = false;
  let i = from + 1;
  for (; tokens[i]!.type !== 'tr_close'; i++) {
    if (tokens[i]!.type === 'th_open') isHead = true;
    if (tokens[i]!.type === 'inline') cells.push(clean((tokens[i]!.children ?? []).map(textOf).join('')));
  }
  if (isHead) {
    headsOfTable.set(tokens, cells);
    return i;
  }
  const text = rowText(headsOfTable.get(tokens) ?? [], cells);
  if (!text) return i;
  lines.push({ text, heading, form: 'row' });
  tokens[from]!.attrSet('id', `satz-${lines.length - 1}`);
  tokens[from]!.attrSet('class', 'satz');
  return i;
}

const headsOfTable = new WeakMap<Token[], string[]>();

function rowText(heads: string[], cells: string[]): string {
  const [first = '', ...rest] = cells;
  const named = rest.map((cell, i) =>
    cell && heads[i + 1] && cells.length > 2 ? `${heads[i + 1]} ${cell}` : cell,
  );
  const values = named.filter(Boolean).join(', ');
  return first && values ? `${first}: ${values}` : first || values;
}

function markCode(token: Token, lines: TextLine[], heading: string[]): void {
  const first = lines.length;
  const rows = token.content.split('\n').filter((row) => row.trim());
  for (const row of rows) lines.push({ text: clean(row), heading, form: 'item' });
  token.meta = { first, rows };
}

/** A line that tells how to reach someone: phone, e-mail, street with postcode, web address, and little else. */
export function isContactLine(text: string): boolean {
  if (text.length === 0 || text.length > 140) return false;
  if (
    /^(tel(efon)?|fon|fax|telefax|mobil|handy|e-?mail|mail|web(site)?|internet|homepage|adresse|anschrift|kontakt)\b\.?\s*:?/i.test(
      text,
    )
  ) {
    return /[\d@/]|www\./.test(text);
  }
  const rest = text
    .replace(/[\w.+-]+@[\w.-]+\.\w+/g, '')
    .replace(/(https?:\/\/|www\.)\S+/g, '')
    .replace(/(\+49|\(?0)[\d\s/()–-]{5,}\d/g, '')
    .replace(/\b\d{5}\s+\p{Lu}[\p{L}-]+(\s\p{Lu}[\p{L}-]+)*/u, '')
    .replace(
      /(\p{Lu}[\p{L}. -]*)?([Ss]traße|[Ss]tr\.|[Pp]latz|[Ww]eg|[Aa]llee|[Rr]ing|[Gg]asse|[Mm]arkt|[Dd]amm|[Cc]haussee)\s+\d+\s?[a-z]?([–-]\d+)?/u,
      '',
    );
  return rest !== text && rest.replace(/[\s,;:|()/·.-]/g, '').length <= 12;
}
