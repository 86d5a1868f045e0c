import { lexiconOf } from '../text/lexicon.ts';
import type { Question, SearchDocument } from '../types.ts';
import type { AnswerIndex, Corpus } from '../index/index.ts';
import type { Query } from '../index/query.ts';
import { scorePages } from '../index/rank.ts';
import { findTerm, type Postings, type Segment } from '../index/segment.ts';
import { resolveQuestion } from './history.ts';

const noPostings: Postings = {
  terms: [],
  starts: new Uint32Array(1),
  pages: new Uint32Array(),
  counts: new Uint16Array(),
  lengths: new Uint16Array(),
};

/** Reads a question by the words of a whole town; the keys of its `meetings` are the terms whose postings are needed. */
export function readByCorpus(corpus: Corpus, question: Question): Query {
  const index = indexOfPages(corpus, noPostings, new Map());
  return resolveQuestion(index, question.text, question.locale, question.history ?? []);
}

/** Numbers of the pages that fit a question best, by the postings of its terms over all pages. */
export function closestPages(corpus: Corpus, query: Query, postings: Postings, limit: number): number[] {
  const index = indexOfPages(corpus, noPostings, new Map());
  const { touched, total } = scorePages(index, postings, postings.lengths.length / 3, query);
  const byTotal = (a: number, b: number): number => total[b]! - total[a]! || a - b;
  let best: number[] = [];
  let bar = 0;
  for (const page of touched) {
    if (total[page]! <= bar) continue;
    best.push(page);
    if (best.length < limit * 8) continue;
    best = best.sort(byTotal).slice(0, limit);
    // Equal scores must stay comparable, so the bar lies just below the last kept one.
    bar = total[best.at(-1)!]! * (1 - 1e-12);
  }
  return best.sort(byTotal).slice(0, limit);
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
  const position = new Map([...pages.keys()].map((page, at) => [page, at]));
  const starts = new Uint32Array(corpus.terms.length + 1);
  const held: number[] = [];
  const counts: number[] = [];
  let filled = 0;
  postings.terms.forEach((term, t) => {
    const at = findTerm(corpus.terms, term);
    if (at < 0) return;
    starts.fill(held.length, filled, at + 1);
    for (let i = postings.starts[t]!; i < postings.starts[t + 1]!; i++) {
      const page = position.get(postings.pages[i]!);
      if (page === undefined) continue;
      held.push(page);
      counts.push(postings.counts[i]!);
    }
    filled = at + 1;
  });
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
