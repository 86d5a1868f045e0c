import { indexedTerms } from '../text/words.ts';
import type { SearchDocument } from '../types.ts';

/** Terms in the order of `sort()`: a list of strings, or one that packs them. */
export interface Terms extends Iterable<string> {
  readonly length: number;
  at(position: number): string | undefined;
  /** Where there is a quicker way than `at(position) < other`. */
  isBefore?(position: number, other: string): boolean;
}

/** An immutable part of an index: pages, their terms in order, and for each term the pages it stands in. */
export interface Segment {
  readonly documents: readonly SearchDocument[];
  /** Positions of pages that were removed or replaced since. */
  readonly removed: ReadonlySet<number>;
  readonly terms: Terms;
  /** Term i owns the postings from starts[i] to starts[i + 1]. */
  readonly starts: Uint32Array;
  readonly pages: Uint32Array;
  /** How often: title in bits 12–15, headings in bits 8–11, text in bits 0–7. */
  readonly counts: Uint16Array;
  /** Length of each page in words of content: title, headings, text. */
  readonly lengths: Uint16Array;
}

/** The countable part of a segment, without its pages. */
export type Postings = Pick<Segment, 'terms' | 'starts' | 'pages' | 'counts' | 'lengths'>;

type Tally = Map<string, number>;

/** Counts the terms of pages into a segment. */
export function makeSegment(documents: readonly SearchDocument[]): Segment {
  const postings = new Map<string, number[]>();
  const lengths = new Uint16Array(documents.length * 3);
  documents.forEach((document, page) => {
    const tally = tallyPage(document, lengths, page);
    for (const [term, count] of tally) {
      const list = postings.get(term);
      if (list) list.push(page, count);
      else postings.set(term, [page, count]);
    }
  });
  return { documents, removed: new Set(), lengths, ...packPostings(postings) };
}

function tallyPage(document: SearchDocument, lengths: Uint16Array, page: number): Tally {
  const tally: Tally = new Map();
  const count = (text: string, field: 0 | 1 | 2): void => {
    for (const term of indexedTerms(text)) {
      tally.set(term, raise(tally.get(term) ?? 0, field));
      if (lengths[page * 3 + field]! < 0xffff) lengths[page * 3 + field]!++;
    }
  };
  count(document.title, 0);
  for (const heading of new Set(document.lines.flatMap((line) => line.heading))) count(heading, 1);
  for (const line of document.lines) count(line.text, line.form === 'heading' ? 1 : 2);
  // A way of asking tells like a heading, but makes the page no longer.
  const asked = new Set((document.asked ?? []).flatMap(({ text }) => indexedTerms(text)));
  for (const term of asked) tally.set(term, raise(tally.get(term) ?? 0, 1));
  return tally;
}

function raise(count: number, field: 0 | 1 | 2): number {
  const shift = field === 0 ? 12 : field === 1 ? 8 : 0;
  const most = field === 2 ? 0xff : 0xf;
  return ((count >> shift) & most) < most ? count + (1 << shift) : count;
}

function packPostings(
  postings: Map<string, number[]>,
): Pick<Segment, 'starts' | 'pages' | 'counts'> & { terms: readonly string[] } {
  const terms = [...postings.keys()].sort();
  const starts = new Uint32Array(terms.length + 1);
  const total = [...postings.values()].reduce((sum, list) => sum + list.length / 2, 0);
  const pages = new Uint32Array(total);
  const counts = new Uint16Array(total);
  let at = 0;
  terms.forEach((term, i) => {
    const list = postings.get(term)!;
    for (let j = 0; j < list.length; j += 2, at++) {
      pages[at] = list[j]!;
      counts[at] = list[j + 1]!;
    }
    starts[i + 1] = at;
  });
  return { terms, starts, pages, counts };
}

/** Position of a term in a segment, -1 when it does not occur. */
export function findTerm(terms: Terms, term: string): number {
  const at = firstNotBefore(terms, term);
  return at < terms.length && terms.at(at) === term ? at : -1;
}

/** First position whose term is not before the given one. */
export function firstNotBefore(terms: Terms, term: string): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (terms.isBefore?.(middle, term) ?? terms.at(middle)! < term) low = middle + 1;
    else high = middle;
  }
  return low;
}
