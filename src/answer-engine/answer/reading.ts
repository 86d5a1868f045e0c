import type { AnswerIndex } from '../index/index.ts';
import type { Query } from '../index/query.ts';
import { rankPages, type Candidate } from '../index/rank.ts';
import type { SearchDocument } from '../types.ts';
import { answersTo, readAsked, readOffered, type AskedFor } from './cues.ts';
import { describeLines } from './features.ts';
import { coverage, type PageReading } from './page.ts';
import { probability, score } from './trees.ts';
import { lineForest } from './weights/lines.ts';

/** A page read closely under a question. */
export interface CloseReading {
  readonly document: SearchDocument;
  readonly candidate: Candidate;
  readonly reading: PageReading;
  /** Per line: how likely it belongs to the answer. */
  readonly likely: readonly number[];
  /** Share of the question that the whole page says. */
  readonly pageCovers: number;
  /** Share of the question that title and the best three neighbouring lines say. */
  readonly windowCovers: number;
  /** False when the question asks for a thing that can be recognised (a time, a phone number …) and no line has it. */
  readonly fits: boolean;
  /** Order among the pages read. */
  readonly score: number;
}

const readAtMost = 12;
const candidatesAtMost = 30;

/** Finds the pages for a question and reads the best ones line by line. */
export function readClosely(
  index: AnswerIndex,
  query: Query,
  accepts?: (document: SearchDocument) => boolean,
  pages = readAtMost,
): CloseReading[] {
  const candidates = rankPages(index, query, Math.max(pages, candidatesAtMost), accepts);
  return candidates
    .slice(0, pages)
    .map((candidate) => readCandidate(query, candidate))
    .sort((a, b) => b.score - a.score || (a.document.id < b.document.id ? -1 : 1));
}

/** Reads one page of the town under a question, whether it was found or not. */
export function readDocument(index: AnswerIndex, query: Query, document: SearchDocument): CloseReading {
  const found = rankPages(index, query, 1, (one) => one.id === document.id)[0];
  return readCandidate(query, found ?? { document, score: 0 });
}

function readCandidate(query: Query, candidate: Candidate): CloseReading {
  const { document } = candidate;
  const lines = document.lines.map((line) => line.text);
  const { reading, features } = describeLines(query, { title: document.title, lines });
  const likely = features.map((row) => probability(score(lineForest, row)));
  const pageCovers = coverage(query, [reading.title, ...reading.lines]);
  const windowCovers = bestWindow(query, reading);
  const fits = lines.some((text) => fitsAsked(query.text, text));
  return {
    document,
    candidate,
    reading,
    likely,
    pageCovers,
    windowCovers,
    fits,
    score:
      0.5 * candidate.score +
      0.3 * pageCovers +
      0.3 * windowCovers -
      (document.superseded ? 0.15 : 0) -
      (document.level === 'other-town' ? 0.1 : 0),
  };
}

/** Share of the question that the title and the best three neighbouring lines say together. */
export function bestWindow(query: Query, reading: PageReading): number {
  let best = coverage(query, [reading.title]);
  for (let i = 0; i < reading.lines.length; i++) {
    best = Math.max(best, coverage(query, [reading.title, ...reading.lines.slice(i, i + 3)]));
  }
  return best;
}

// Kinds of answers that are recognised reliably; the others are only hints.
const recognised: readonly AskedFor[] = ['phone', 'opening', 'cost', 'mail'];

/** True when a line has the kind of thing the question asks for, or the question asks for no such thing. */
export function fitsAsked(question: string, text: string): boolean {
  const asked = readAsked(question);
  const wanted = recognised.filter((kind) => asked[kind]);
  if (!wanted.length) return true;
  const offers = readOffered(text);
  return wanted.every((kind) => (answersTo[kind] ?? []).some((offer) => offers[offer]));
}
