import { lexiconOf } from '../text/lexicon.ts';
import type { Question, SearchDocument } from '../types.ts';
import type { AnswerIndex, Corpus } from '../index/index.ts';
import { readSearch, type Query } from '../index/query.ts';
import { scorePages, Sums } from '../index/rank.ts';
import { findTerm, type Postings, type Segment } from '../index/segment.ts';
import { sortByLength } from '../index/typos.ts';
import { findNeighbours } from '../index/vocabulary.ts';
import { resolveQuestion } from './history.ts';

const noPostings: Postings = {
  terms: [],
  starts: new Uint32Array(1),
  pages: new Uint32Array(),
  counts: new Uint16Array(),
  lengths: new Uint16Array(),
};

/**
 * Reads a question by the words of a whole town, as `answer` or as `search` would; the keys of its `meetings` are the
 * terms whose postings are needed.
 */
export function readByCorpus(
  corpus: Corpus,
  question: Question,
  reader: 'answer' | 'search' = 'answer',
): Query {
  const index = withoutPages(corpus);
  if (reader === 'search') return readSearch(index, question.text);
  return resolveQuestion(index, question.text, question.locale, question.history ?? []);
}

/** Works out what the first question would need of a large vocabulary, with pauses for whoever else has something to do. */
export function* prepareWords({ terms }: Corpus): Generator<void> {
  yield* findNeighbours(terms);
  yield* sortByLength(terms);
}

const indexOfWords = new WeakMap<Corpus, AnswerIndex>();

// Its empty segment is as long as the vocabulary, so it is made once.
function withoutPages(corpus: Corpus): AnswerIndex {
  const known = indexOfWords.get(corpus) ?? indexOfPages(corpus, noPostings, new Map());
  indexOfWords.set(corpus, known);
  return known;
}

// So many are scored at once: their sums fit into the cache of a processor, those of a million pages do not.
const windowPages = 1 << 16;

interface Scored {
  page: number;
  total: number;
}

const byTotal = (a: Scored, b: Scored): number => b.total - a.total || a.page - b.page;

/**
 * Numbers of the pages that fit a question best, by the postings of its terms over all pages; the postings of each term
 * are in the order of pages.
 */
export function closestPages(corpus: Corpus, query: Query, postings: Postings, limit: number): number[] {
  const index = withWordsOf(corpus, postings);
  const size = postings.lengths.length / 3;
  const next = postings.starts.slice();
  const sums = new Sums(Math.min(size, windowPages));
  let best: Scored[] = [];
  let bar = 0;
  for (let first = 0; first < size; first += windowPages) {
    const end = Math.min(size, first + windowPages);
    const { touched, total } = scorePages(index, windowOf(postings, next, first, end), query, sums);
    for (const at of touched) {
      if (total[at]! <= bar) continue;
      best.push({ page: first + at, total: total[at]! });
      if (best.length < limit * 8) continue;
      best = best.sort(byTotal).slice(0, limit);
      // Equal scores must stay comparable, so the bar lies just below the last kept one.
      bar = best.at(-1)!.total * (1 - 1e-12);
    }
  }
  return best
    .sort(byTotal)
    .slice(0, limit)
    .map(({ page }) => page);
}

/** What scoring asks of a corpus, with the words of the postings only: found in a small list, not in all of the town's. */
function withWordsOf(corpus: Corpus, { terms }: Postings): AnswerIndex {
  const frequencies = Uint32Array.from(
    terms,
    (term) => corpus.frequencies[findTerm(corpus.terms, term)] ?? 0,
  );
  return indexOfPages({ ...corpus, terms, frequencies }, noPostings, new Map());
}

/** The postings of the pages from `first` to before `end`, numbered from 0; `next` moves on to what follows. */
function windowOf(postings: Postings, next: Uint32Array, first: number, end: number): Postings {
  const { terms, lengths } = postings;
  const ends = Uint32Array.from(terms, (_, t) =>
    firstPage(postings.pages, end, next[t]!, postings.starts[t + 1]!),
  );
  const starts = new Uint32Array(terms.length + 1);
  for (let t = 0; t < terms.length; t++) starts[t + 1] = starts[t]! + ends[t]! - next[t]!;
  const pages = new Uint32Array(starts[terms.length]!);
  const counts = new Uint16Array(pages.length);
  for (let t = 0; t < terms.length; t++) {
    const from = next[t]!;
    counts.set(postings.counts.subarray(from, ends[t]), starts[t]);
    for (let i = from, at = starts[t]!; i < ends[t]!; i++, at++) pages[at] = postings.pages[i]! - first;
  }
  next.set(ends);
  return { terms, starts, pages, counts, lengths: lengths.subarray(first * 3, end * 3) };
}

/** First position from `from` to before `to` whose page is not before the given one; `to` when there is none. */
function firstPage(pages: Uint32Array, page: number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pages[middle]! < page) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The index of some pages of a town, by number, that ranks and answers as the index of all its pages would.
 * It holds the postings of one question only and is of no use for another.
 */
export function indexOfPages(
  corpus: Corpus,
  postings: Postings,
  pages: ReadonlyMap<number, SearchDocument>,
): AnswerIndex {
  return {
    segments: [segmentOf(corpus, postings, pages)],
    synonyms: [],
    ownLexicon: corpus.ownLexicon ?? lexiconOf([]),
    pageCount: corpus.pageCount,
    meanLengths: corpus.meanLengths,
    corpus,
  };
}

// The segment knows every term of the town, most of them without a posting: so words are read as over all pages.
function segmentOf(corpus: Corpus, postings: Postings, pages: ReadonlyMap<number, SearchDocument>): Segment {
  const numbers = [...pages.keys()];
  const starts = new Uint32Array(corpus.terms.length + 1);
  const held: number[] = [];
  const counts: number[] = [];
  let filled = 0;
  for (let t = 0; t < postings.terms.length; t++) {
    const at = findTerm(corpus.terms, postings.terms.at(t)!);
    if (at < 0) continue;
    starts.fill(held.length, filled, at + 1);
    const [from, to] = [postings.starts[t]!, postings.starts[t + 1]!];
    numbers.forEach((page, position) => {
      const i = firstPage(postings.pages, page, from, to);
      if (i === to || postings.pages[i] !== page) return;
      held.push(position);
      counts.push(postings.counts[i]!);
    });
    filled = at + 1;
  }
  starts.fill(held.length, filled);
  return {
    documents: [...pages.values()],
    removed: new Set(),
    terms: corpus.terms,
    starts,
    pages: Uint32Array.from(held),
    counts: Uint16Array.from(counts),
    lengths: lengthsOf(postings, pages),
  };
}

function lengthsOf({ lengths }: Postings, pages: ReadonlyMap<number, SearchDocument>): Uint16Array {
  const own = new Uint16Array(pages.size * 3);
  [...pages.keys()].forEach((page, at) => {
    for (let field = 0; field < 3; field++) own[at * 3 + field] = lengths[page * 3 + field] ?? 0;
  });
  return own;
}
