import { backgroundFrequency, backgroundPages } from '../text/background.ts';
import { lexiconOf, type Lexicon } from '../text/lexicon.ts';
import type { SearchDocument } from '../types.ts';
import { findTerm, makeSegment, type Segment, type Terms } from './segment.ts';

/** Everything the engine knows about one town. A plain value: it is passed, never held, and never changed. */
export interface AnswerIndex {
  readonly segments: readonly Segment[];
  /** The town's own groups of synonyms as given to `buildIndex`. */
  readonly synonyms: readonly string[][];
  readonly ownLexicon: Lexicon;
  readonly pageCount: number;
  /** Mean length of a page in content words: title, headings, text. */
  readonly meanLengths: readonly [number, number, number];
  /** Set when the index holds only some of the town's pages: what is true of all of them. */
  readonly corpus?: Corpus;
}

/** What is true of all pages of a town, told to the engine when it is handed only some of them. */
export interface Corpus {
  /** Every term of the town, in the order of `sort()`. */
  readonly terms: Terms;
  /** In how many pages each of them stands. */
  readonly frequencies: Uint32Array;
  readonly pageCount: number;
  /** As in an index: mean length of a page in content words. */
  readonly meanLengths: readonly [number, number, number];
  /** Roles that pages name as their contact, with the number of pages that do. */
  readonly roles: ReadonlyMap<string, number>;
  /** The town's own groups of synonyms, read by `lexiconOf`. */
  readonly ownLexicon?: Lexicon;
}

export interface IndexOptions {
  /** Groups of words that mean the same in this town, in addition to the common list. */
  synonyms?: string[][];
}

const mostSegments = 6;

/** Builds the index of a town from its pages. */
export function buildIndex(documents: SearchDocument[], options: IndexOptions = {}): AnswerIndex {
  return withStatistics([makeSegment(lastOfEachId(documents))], options.synonyms ?? []);
}

/** The index after some pages changed. The old one stays as it is; only the changed pages are read. */
export function updateIndex(
  index: AnswerIndex,
  change: { put: SearchDocument[]; remove: string[] },
): AnswerIndex {
  const gone = new Set([...change.remove, ...change.put.map((document) => document.id)]);
  const kept = index.segments.map((segment) => withoutPages(segment, gone));
  const added = change.put.length ? [makeSegment(lastOfEachId(change.put))] : [];
  return withStatistics(merged([...kept, ...added]), index.synonyms);
}

/** All pages that are in the index now. */
export function pagesOf(index: AnswerIndex): SearchDocument[] {
  return index.segments.flatMap((segment) =>
    segment.documents.filter((_, page) => !segment.removed.has(page)),
  );
}

/** In how many pages a term stands. */
export function pageFrequency(index: AnswerIndex, term: string): number {
  if (index.corpus) return index.corpus.frequencies[findTerm(index.corpus.terms, term)] ?? 0;
  let pages = 0;
  for (const segment of index.segments) {
    const at = findTerm(segment.terms, term);
    if (at < 0) continue;
    const [from, to] = [segment.starts[at]!, segment.starts[at + 1]!];
    pages += to - from;
    if (segment.removed.size)
      for (let i = from; i < to; i++) if (segment.removed.has(segment.pages[i]!)) pages--;
  }
  return pages;
}

// A small town says many common words only once. So much do the background pages count beside the town's own.
const backgroundShare = 0.3;

/** How much a term tells: rare ones much, common ones little. */
export function inverseFrequency(index: AnswerIndex, term: string): number {
  return tells(index, pageFrequency(index, term), term);
}

function tells(index: AnswerIndex, frequency: number, term: string): number {
  const pages = frequency + backgroundShare * (backgroundFrequency.get(term) ?? 0);
  const all = index.pageCount + backgroundShare * backgroundPages;
  return Math.log(1 + (all - pages + 0.5) / (pages + 0.5));
}

/** What a term would tell that no page knows, by how common it is elsewhere. */
export function unknownWorth(index: AnswerIndex, term: string): number {
  return tells(index, 0, term);
}

export function withStatistics(segments: readonly Segment[], synonyms: readonly string[][]): AnswerIndex {
  const sums: [number, number, number] = [0, 0, 0];
  let pageCount = 0;
  for (const segment of segments) {
    for (let page = 0; page < segment.documents.length; page++) {
      if (segment.removed.has(page)) continue;
      pageCount++;
      for (let field = 0; field < 3; field++) sums[field]! += segment.lengths[page * 3 + field]!;
    }
  }
  const mean = (sum: number): number => Math.max(1, sum / Math.max(1, pageCount));
  const meanLengths = [mean(sums[0]), mean(sums[1]), mean(sums[2])] as const;
  return { segments, synonyms, ownLexicon: lexiconOf(synonyms), pageCount, meanLengths };
}

function lastOfEachId(documents: readonly SearchDocument[]): SearchDocument[] {
  return [...new Map(documents.map((document) => [document.id, document])).values()];
}

function withoutPages(segment: Segment, gone: ReadonlySet<string>): Segment {
  const removed = segment.documents.flatMap((document, page) => (gone.has(document.id) ? [page] : []));
  if (removed.every((page) => segment.removed.has(page))) return segment;
  return { ...segment, removed: new Set([...segment.removed, ...removed]) };
}

// Small segments are joined when they become many; the large first one is only rewritten when half of it is gone.
function merged(segments: Segment[]): Segment[] {
  const [first, ...rest] = segments.filter((segment) => segment.removed.size < segment.documents.length);
  if (!first) return [makeSegment([])];
  const size = (segment: Segment): number => segment.documents.length - segment.removed.size;
  const small = rest.reduce((sum, segment) => sum + size(segment), 0);
  if (small > size(first) || first.removed.size > size(first)) return [makeSegment(living([first, ...rest]))];
  return rest.length < mostSegments ? [first, ...rest] : [first, makeSegment(living(rest))];
}

function living(segments: readonly Segment[]): SearchDocument[] {
  return segments.flatMap((segment) => segment.documents.filter((_, page) => !segment.removed.has(page)));
}
