import type { AnswerIndex } from '../index/index.ts';
import type { Query } from '../index/query.ts';
import { rankPages, type Candidate } from '../index/rank.ts';
import type { SearchDocument } from '../types.ts';
import { answersTo, readAsked, type AskedFor } from './cues.ts';
import { judgeLines } from './features.ts';
import { readLine } from './line.ts';
import { bestWindow, describePages } from './page-features.ts';
import { coverage, coverageWithin, type PageReading } from './page.ts';
import { probability, score } from './trees.ts';
import { learned, type Learned } from './weights/index.ts';

/** A page read closely under a question. */
export interface CloseReading {
  readonly document: SearchDocument;
  readonly retrieval: number;
  readonly reading: PageReading;
  /** Per line: how likely it belongs to the answer. */
  readonly likely: readonly number[];
  /** Per line: share of the question that it says. */
  readonly lineCovers: readonly number[];
  /** Share of the question that the whole page says. */
  readonly pageCovers: number;
  /** Share of the question that title and the best three neighbouring lines say. */
  readonly windowCovers: number;
  /** False when the question asks for a thing that can be recognised (a time, a phone number …) and no line has it. */
  readonly fits: boolean;
  /** Order among the pages read. */
  readonly score: number;
}

// Pages far behind the best are hardly ever the one: of 1,164 questions of the demo one is told a fact less without them.
const farBehind = 0.4;
// The postings alone put a page near the top, close reading puts it first.
const readBeyond = 5;

export interface ReadingOptions {
  accepts?: (document: SearchDocument) => boolean;
  /** How many pages are wanted; some more are read that are not far behind the best. */
  pages?: number;
  weights?: Learned;
}

/** Finds the pages for a question, reads the best ones line by line and puts them in order. */
export function readClosely(index: AnswerIndex, query: Query, options: ReadingOptions = {}): CloseReading[] {
  const { accepts, pages = 5, weights = learned } = options;
  const found = rankPages(index, query, pages + readBeyond, accepts);
  const bar = farBehind * (found[0]?.score ?? 0);
  const candidates = found.filter(({ score: retrieval }, rank) => rank < pages || retrieval >= bar);
  return inOrder(
    query,
    candidates.map((candidate) => readCandidate(query, candidate, weights)),
    weights,
  );
}

/** Reads one page of the town under a question, whether it was found or not. */
export function readDocument(
  index: AnswerIndex,
  query: Query,
  document: SearchDocument,
  weights: Learned = learned,
): CloseReading {
  const found = rankPages(index, query, 1, (one) => one.id === document.id)[0];
  return inOrder(query, [readCandidate(query, found ?? { document, score: 0 }, weights)], weights)[0]!;
}

function readCandidate(
  query: Query,
  { document, score: retrieval }: Candidate,
  weights: Learned,
): CloseReading {
  const lines = document.lines.map((line) => line.text);
  const page = { title: titleWithYear(query, document), lines, asked: document.asked };
  const { reading, judged } = judgeLines(query, page, (row) => probability(score(weights.lines, row)));
  return {
    document,
    retrieval,
    reading,
    likely: judged,
    lineCovers: reading.lines.map((_, i) => coverageWithin(query, reading.lines, i, i + 1)),
    pageCovers: coverage(query, [reading.title, ...reading.lines]),
    windowCovers: bestWindow(query, reading),
    fits: fitsAsked(query, lines),
    score: 0,
  };
}

const year = /^(?:19|20)\d\d$/;

// What stood in the brochure of 2020 is what was so in 2020, whether its sentences repeat the year or not.
function titleWithYear({ units }: Query, { title, date }: SearchDocument): string {
  const asked =
    date === null ? undefined : units.find(({ term }) => year.test(term) && date.startsWith(term));
  return asked === undefined || title.includes(asked.term) ? title : `${title} ${asked.term}`;
}

const supersededCosts = 1;
const otherTownCosts = 0.7;
// An invented example must not stand before a real page.
const exampleCosts = 1.5;

function inOrder(query: Query, pages: readonly CloseReading[], weights: Learned): CloseReading[] {
  const rows = describePages(
    query,
    pages.map((page) => ({ ...page, lines: page.document.lines.map((line) => line.text) })),
  );
  return pages
    .map((page, i) => ({ ...page, score: orderScore(rows[i]!, page.document, weights.pages) }))
    .sort((a, b) => b.score - a.score || (a.document.id < b.document.id ? -1 : 1));
}

function orderScore(row: readonly number[], document: SearchDocument, weights: readonly number[]): number {
  const learned = row.reduce((sum, value, j) => sum + value * weights[j]!, 0);
  const cost =
    (document.superseded ? supersededCosts : 0) +
    (document.level === 'other-town' ? otherTownCosts : 0) +
    (document.example ? exampleCosts : 0);
  return learned - cost;
}

// Kinds of answers that are recognised reliably; the others are only hints.
const recognised: readonly AskedFor[] = ['phone', 'opening', 'cost', 'mail'];

// False when the question asks for such a kind and no line has it.
function fitsAsked(query: Query, lines: readonly string[]): boolean {
  const asked = readAsked(query);
  const wanted = recognised.filter((kind) => asked[kind]);
  return !wanted.length || lines.some((text) => wanted.every((kind) => offersKind(text, kind)));
}

function offersKind(text: string, kind: AskedFor): boolean {
  const { offers } = readLine(text);
  if (kind !== 'opening') return (answersTo[kind] ?? []).some((offer) => offers[offer]);
  // A sitting at 18 Uhr is no opening hour; a weekday with a time, or a number called so, is one.
  return (
    (offers.time && offers.weekday) ||
    (offers.number && /geöffnet|öffnungszeit|sprechzeit|dienststunden|öffnet/i.test(text))
  );
}
