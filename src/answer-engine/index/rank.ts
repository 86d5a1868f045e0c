import type { SearchDocument } from '../types.ts';
import { inverseFrequency, type AnswerIndex } from './index.ts';
import type { Query, Unit } from './query.ts';
import { findTerm, type Postings, type Segment } from './segment.ts';
import type { Way } from './ways.ts';

/** A page that could answer, with its score from the postings alone. */
export interface Candidate {
  readonly document: SearchDocument;
  /** BM25F over the ways of the question's words, divided by what the whole question is worth. */
  readonly score: number;
}

// BM25F: how strongly repetition and length count, and how much more a word in the title or a heading tells.
const k1 = 1.2;
const lengthShare = 0.55;
const fieldBoost = [3, 1.5, 1] as const;

interface Tally {
  readonly total: Float64Array;
  readonly best: Float64Array;
  readonly sum: Float64Array;
}

/** The best pages for a question. Only pages that share a word with it are looked at. */
export function rankPages(
  index: AnswerIndex,
  query: Query,
  limit: number,
  accepts: (document: SearchDocument) => boolean = () => true,
): Candidate[] {
  const found: Candidate[] = [];
  for (const segment of index.segments) found.push(...rankSegment(index, segment, query, limit, accepts));
  return found.sort(byScore).slice(0, limit);
}

const byScore = (a: Candidate, b: Candidate): number =>
  b.score - a.score || (a.document.id < b.document.id ? -1 : a.document.id > b.document.id ? 1 : 0);

function rankSegment(
  index: AnswerIndex,
  segment: Segment,
  query: Query,
  limit: number,
  accepts: (document: SearchDocument) => boolean,
): Candidate[] {
  const { touched, total } = scorePages(index, segment, segment.documents.length, query);
  const candidates: Candidate[] = [];
  let bar = 0;
  for (const page of touched) {
    const score = total[page]! / Math.max(query.worth, 1e-9);
    if (score <= bar || segment.removed.has(page) || !accepts(segment.documents[page]!)) continue;
    candidates.push({ document: segment.documents[page]!, score });
    if (candidates.length >= limit * 8) bar = keepBest(candidates, limit);
  }
  return candidates.sort(byScore).slice(0, limit);
}

/** Scores the pages (positions below `size`) that share a word with the question; `total` is 0 for all others. */
export function scorePages(
  index: AnswerIndex,
  postings: Postings,
  size: number,
  query: Query,
): { touched: ReadonlySet<number>; total: Float64Array } {
  const tally: Tally = {
    total: new Float64Array(size),
    best: new Float64Array(size),
    sum: new Float64Array(size),
  };
  const touched = new Set<number>();
  for (const unit of query.units) for (const page of addUnit(index, postings, unit, tally)) touched.add(page);
  return { touched, total: tally.total };
}

function keepBest(candidates: Candidate[], limit: number): number {
  candidates.sort(byScore).length = limit;
  // Equal scores must stay comparable, so the bar lies just below the last kept one.
  return candidates[limit - 1]!.score * (1 - 1e-12);
}

// A unit counts once, by its best way; a way of several slots counts by the share of slots a page fills.
function addUnit(index: AnswerIndex, segment: Postings, unit: Unit, tally: Tally): Iterable<number> {
  const touched = new Set<number>();
  for (const way of unit.ways) {
    const pages = addWay(index, segment, way, unit, tally.sum);
    for (const page of pages) {
      touched.add(page);
      tally.best[page] = Math.max(tally.best[page]!, tally.sum[page]!);
      tally.sum[page] = 0;
    }
  }
  for (const page of touched) {
    tally.total[page] = tally.total[page]! + tally.best[page]! * unit.weight;
    tally.best[page] = 0;
  }
  return touched;
}

function addWay(index: AnswerIndex, segment: Postings, way: Way, unit: Unit, sum: Float64Array): Set<number> {
  const touched = new Set<number>();
  const share = way.weight / way.slots.length;
  for (const slot of way.slots) {
    const filled = new Map<number, number>();
    for (const term of slot) {
      const at = findTerm(segment.terms, term);
      if (at < 0) continue;
      const worth = Math.min(inverseFrequency(index, term), unit.known ? Math.max(unit.worth, 1) : Infinity);
      for (let i = segment.starts[at]!; i < segment.starts[at + 1]!; i++) {
        const page = segment.pages[i]!;
        const value = share * worth * saturation(index, segment, page, segment.counts[i]!);
        if (value > (filled.get(page) ?? 0)) filled.set(page, value);
      }
    }
    for (const [page, value] of filled) {
      sum[page] = sum[page]! + value;
      touched.add(page);
    }
  }
  return touched;
}

function saturation(index: AnswerIndex, segment: Postings, page: number, count: number): number {
  const often = [(count >> 12) & 0xf, (count >> 8) & 0xf, count & 0xff] as const;
  let frequency = 0;
  for (let field = 0; field < 3; field++) {
    if (!often[field]) continue;
    const relative = segment.lengths[page * 3 + field]! / index.meanLengths[field]!;
    frequency += (fieldBoost[field]! * often[field]!) / (1 - lengthShare + lengthShare * relative);
  }
  return (frequency * (k1 + 1)) / (frequency + k1);
}
