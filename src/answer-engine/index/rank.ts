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

/** A number per page, mostly 0, and the pages where it is not. */
class Tally {
  readonly values: Float64Array;
  readonly #pages: Uint32Array;
  #count = 0;

  constructor(size: number) {
    this.values = new Float64Array(size);
    this.#pages = new Uint32Array(size);
  }

  get pages(): Uint32Array {
    return this.#pages.subarray(0, this.#count);
  }

  add(page: number, value: number): void {
    const before = this.values[page]!;
    if (before === 0) this.#pages[this.#count++] = page;
    this.values[page] = before + value;
  }

  raise(page: number, value: number): void {
    const before = this.values[page]!;
    if (before === 0) this.#pages[this.#count++] = page;
    if (value > before) this.values[page] = value;
  }

  clear(): void {
    for (let i = 0; i < this.#count; i++) this.values[this.#pages[i]!] = 0;
    this.#count = 0;
  }
}

/** What is summed up on the way to the score of a page: the best way of a unit, the slots of a way, the terms of a slot. */
export class Sums {
  readonly total: Tally;
  readonly unit: Tally;
  readonly way: Tally;
  readonly slot: Tally;

  /** @param size as many pages as are scored at once, at most. */
  constructor(size: number) {
    this.total = new Tally(size);
    this.unit = new Tally(size);
    this.way = new Tally(size);
    this.slot = new Tally(size);
  }
}

// A small town's pages are summed up in the same place for every question.
const fewPages = 2_000;
const sumsOfFew = new Sums(fewPages);

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
  const size = segment.documents.length;
  const sums = size > fewPages ? new Sums(size) : sumsOfFew;
  const { touched, total } = scorePages(index, segment, query, sums);
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

/** Scores the pages that share a word with the question; `total` is 0 for all others. Both hold until `sums` are used again. */
export function scorePages(
  index: AnswerIndex,
  postings: Postings,
  query: Query,
  sums: Sums,
): { touched: Uint32Array; total: Float64Array } {
  sums.total.clear();
  for (const unit of query.units) addUnit(index, postings, unit, sums);
  return { touched: sums.total.pages, total: sums.total.values };
}

function keepBest(candidates: Candidate[], limit: number): number {
  candidates.sort(byScore).length = limit;
  // Equal scores must stay comparable, so the bar lies just below the last kept one.
  return candidates[limit - 1]!.score * (1 - 1e-12);
}

// A unit counts once, by its best way; a way of several slots counts by the share of slots a page fills.
function addUnit(index: AnswerIndex, postings: Postings, unit: Unit, sums: Sums): void {
  for (const way of unit.ways) {
    const [only, ...others] = way.slots;
    if (!others.length && only) addSlot(index, postings, only, way.weight, unit, sums.unit);
    else addWay(index, postings, way, unit, sums);
  }
  for (const page of sums.unit.pages) sums.total.add(page, sums.unit.values[page]! * unit.weight);
  sums.unit.clear();
}

function addWay(
  index: AnswerIndex,
  postings: Postings,
  way: Way,
  unit: Unit,
  { unit: best, way: sum, slot: filled }: Sums,
): void {
  for (const slot of way.slots) {
    addSlot(index, postings, slot, way.weight / way.slots.length, unit, filled);
    for (const page of filled.pages) sum.add(page, filled.values[page]!);
    filled.clear();
  }
  for (const page of sum.pages) best.raise(page, sum.values[page]!);
  sum.clear();
}

// A slot counts by the term that tells most of the ones a page has.
function addSlot(
  index: AnswerIndex,
  postings: Postings,
  slot: readonly string[],
  share: number,
  unit: Unit,
  into: Tally,
): void {
  for (const term of slot) {
    const at = findTerm(postings.terms, term);
    if (at < 0) continue;
    const worth = Math.min(inverseFrequency(index, term), unit.known ? Math.max(unit.worth, 1) : Infinity);
    for (let i = postings.starts[at]!; i < postings.starts[at + 1]!; i++) {
      const page = postings.pages[i]!;
      into.raise(page, share * worth * saturation(index, postings, page, postings.counts[i]!));
    }
  }
}

function saturation(index: AnswerIndex, postings: Postings, page: number, count: number): number {
  const frequency =
    fieldFrequency(index, postings, page, 0, (count >> 12) & 0xf) +
    fieldFrequency(index, postings, page, 1, (count >> 8) & 0xf) +
    fieldFrequency(index, postings, page, 2, count & 0xff);
  return (frequency * (k1 + 1)) / (frequency + k1);
}

function fieldFrequency(
  index: AnswerIndex,
  { lengths }: Postings,
  page: number,
  field: 0 | 1 | 2,
  often: number,
): number {
  if (!often) return 0;
  const relative = lengths[page * 3 + field]! / index.meanLengths[field];
  return (fieldBoost[field] * often) / (1 - lengthShare + lengthShare * relative);
}
