import type { SearchDocument, WayOfAsking } from '#answer-engine';

/** How people ask for what a page tells. */
export interface Asked {
  question: string;
  /** Some words of the sentence that answers; empty when the whole page does. */
  answeredBy: string;
}

/** A page, and how many ways of asking for it are written down. */
export interface AskedPage {
  documentId: string;
  title: string;
  url: string;
  kind: string;
  ways: number;
}

export const MOST_ASKED = 60;
export const LONGEST_ASKED = 200;

export interface AskedFault {
  reason: 'asked-too-many' | 'asked-too-long' | 'asked-without-words' | 'asked-twice' | 'asked-wording-gone';
  word: string;
}

/** Reads a question and, after a vertical bar, words of the sentence that answers. */
export function readAskedLine(line: string): Asked {
  const [question = '', ...rest] = line.split('|');
  const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
  return { question: tidy(question), answeredBy: tidy(rest.join('|')) };
}

/** The reason a way of asking is refused beside the others of its page; null when nothing stands against it. */
export function faultOfAsked(
  { question, answeredBy }: Asked,
  others: readonly Asked[],
  page: Pick<SearchDocument, 'lines'>,
): AskedFault | null {
  if (!/\p{L}{2}/u.test(question)) return { reason: 'asked-without-words', word: question };
  if (Math.max(question.length, answeredBy.length) > LONGEST_ASKED)
    return { reason: 'asked-too-long', word: `${question.slice(0, 30)}…` };
  if (others.some((other) => keyOf(other.question) === keyOf(question)))
    return { reason: 'asked-twice', word: question };
  if (answeredBy && lineWith(page, answeredBy) === null)
    return { reason: 'asked-wording-gone', word: answeredBy };
  return others.length >= MOST_ASKED ? { reason: 'asked-too-many', word: question } : null;
}

const keyOf = (question: string): string => question.toLocaleLowerCase('de').replace(/[\s?.!]+$/, '');

export interface ReadAsked {
  asked: Asked[];
  /** By the number of the line, counted from one. */
  faults: (AskedFault & { line: number })[];
}

/** Reads the list of one page, a way of asking a line; empty lines are skipped. */
export function readAskedLines(text: string, page: Pick<SearchDocument, 'lines'>): ReadAsked {
  const read: ReadAsked = { asked: [], faults: [] };
  text.split(/\r\n|\n|\r/).forEach((line, at) => {
    if (line.trim()) takeLine(read, line, at + 1, page);
  });
  return read;
}

function takeLine(read: ReadAsked, line: string, number: number, page: Pick<SearchDocument, 'lines'>): void {
  const one = readAskedLine(line);
  const fault = faultOfAsked(one, read.asked, page);
  if (fault) read.faults.push({ ...fault, line: number });
  else read.asked.push(one);
}

export interface ReadPages {
  pages: Map<string, Asked[]>;
  faults: { line: number; reason: AskedFault['reason'] | 'asked-page-unknown'; word: string }[];
}

/**
 * Reads the lists of many pages: a line with "[/wissen/…]" (or the page's key in its source) opens a page, the lines
 * below it are its ways of asking; lines with # are skipped.
 */
export function readAskedPages(text: string, pages: readonly SearchDocument[]): ReadPages {
  const known = new Map(
    pages.flatMap((page) => [page.articleId, page.url].map((key) => [key, page] as const)),
  );
  const found: ReadPages = { pages: new Map(), faults: [] };
  let page: SearchDocument | undefined;
  let read: ReadAsked = { asked: [], faults: [] };
  text.split(/\r\n|\n|\r/).forEach((line, at) => {
    if (!line.trim() || line.trimStart().startsWith('#')) return;
    const opened = /^\s*\[(.+)\]\s*$/.exec(line)?.[1]?.trim();
    if (opened !== undefined) {
      page = known.get(opened);
      read = { asked: (page && found.pages.get(page.id)) ?? [], faults: [] };
      if (page) found.pages.set(page.id, read.asked);
      else found.faults.push({ line: at + 1, reason: 'asked-page-unknown', word: opened });
    } else if (page) {
      takeLine(read, line, at + 1, page);
      found.faults.push(...read.faults.splice(0));
    } else if (found.faults.length === 0)
      found.faults.push({ line: at + 1, reason: 'asked-page-unknown', word: line.trim().slice(0, 30) });
  });
  return found;
}

/** The list of a page as text. */
export function askedAsText(asked: readonly Asked[]): string {
  return asked
    .map(({ question, answeredBy }) => `${question}${answeredBy ? ` | ${answeredBy}` : ''}\n`)
    .join('');
}

/** Position of the first line of a page with these words; null when none has them. */
function lineWith({ lines }: Pick<SearchDocument, 'lines'>, words: string): number | null {
  const at = lines.findIndex(({ text }) => text.replace(/\s+/g, ' ').includes(words));
  return at < 0 ? null : at;
}

/** A page of the index together with how people ask for it; a wording that has gone since leaves the whole page. */
export function withAsked(page: SearchDocument, asked: readonly Asked[] | undefined): SearchDocument {
  if (!asked?.length) return page;
  const ways: WayOfAsking[] = asked.map(({ question, answeredBy }) => ({
    text: question,
    line: answeredBy ? lineWith(page, answeredBy) : null,
  }));
  return { ...page, asked: ways };
}
