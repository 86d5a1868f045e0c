import { lineCounter } from '../rows/faults.ts';

/** What can be told about an XML text before any parser reads it. */
export interface XmlOutline {
  /** Lines where items (`item`, `entry`) begin, in order. */
  itemLines: number[];
  /** Line of a document type or entity declaration; those can blow up a reader or make it read files. */
  doctypeLine: number | null;
  tooDeepLine: number | null;
  rootName: string;
}

const MAX_DEPTH = 64;

/** Walks the markup once, from `<` to `<`; comments and CDATA count as text. */
export function outlineOf(text: string): XmlOutline {
  const lineAt = lineCounter(text);
  const outline: XmlOutline = { itemLines: [], doctypeLine: null, tooDeepLine: null, rootName: '' };
  let depth = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const skipped = skipInert(text, at);
    if (skipped !== null) {
      at = skipped;
      continue;
    }
    if (text[at + 1] === '!') {
      outline.doctypeLine = lineAt(at);
      return outline;
    }
    const end = tagEnd(text, at);
    if (text[at + 1] === '/') depth--;
    else {
      const name = /[^\s/>]*/.exec(text.slice(at + 1, at + 80))![0];
      if (!outline.rootName) outline.rootName = name;
      if (name === 'item' || name === 'entry') outline.itemLines.push(lineAt(at));
      if (text[end - 1] !== '/') depth++;
      if (depth > MAX_DEPTH) {
        outline.tooDeepLine = lineAt(at);
        return outline;
      }
    }
    at = end;
  }
  return outline;
}

function skipInert(text: string, at: number): number | null {
  for (const [begin, end] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
  ] as const) {
    if (!text.startsWith(begin, at)) continue;
    const close = text.indexOf(end, at + begin.length);
    return close < 0 ? text.length : close + end.length;
  }
  return null;
}

/** Position of the `>` that ends a tag; one inside a quoted attribute does not. */
function tagEnd(text: string, at: number): number {
  let quote = '';
  for (let i = at + 1; i < text.length; i++) {
    const character = text[i]!;
    if (quote) {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return i;
  }
  return text.length;
}
