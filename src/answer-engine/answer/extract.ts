import { buildIndex, type AnswerIndex } from '../index/index.ts';
import { readQuery, type Query } from '../index/query.ts';
import { plainDocument } from '../plain.ts';
import type { SearchDocument } from '../types.ts';
import { describeLines } from './features.ts';
import { bestWindow } from './page-features.ts';
import { coverage, type PageReading } from './page.ts';
import { probability, score } from './trees.ts';
import { learned } from './weights/index.ts';

export interface Extract {
  /** Lines that answer; empty when the page does not. */
  lines: number[];
  /** How likely the page answers the question, 0 to 1. */
  answerable: number;
  /** What the engine would say if it had to. */
  best: number[];
}

// Chosen by cross-validation over OMoS-QA: the best F with nine of ten answerable questions answered.
const lineFrom = 0.2;
const shareOfBest = 0.4;
export const answerableFrom = 0.41;

/** Finds the answer to a question inside one given page. The index only tells which words are rare. */
export function extract(
  question: string,
  page: { title: string; lines: string[] },
  index?: AnswerIndex,
): Extract {
  const query = readQuery(index ?? buildIndex([pageDocument(page)]), question);
  const { features, reading } = describeLines(query, page);
  const answerable = saysWhatIsAsked(query, reading);
  const best = likelyLines(features.map((row) => probability(score(learned.lines, row))));
  return { lines: answerable < answerableFrom ? [] : best, answerable, best };
}

/** Share of the question that a page says, as a whole and in its best place. */
export function saysWhatIsAsked(query: Query, reading: PageReading): number {
  return (coverage(query, [reading.title, ...reading.lines]) + bestWindow(query, reading)) / 2;
}

/** The lines that belong to the answer, from how likely each is. */
export function likelyLines(likely: readonly number[]): number[] {
  const best = Math.max(...likely);
  const above = likely.flatMap((one, i) => (one >= Math.max(lineFrom, shareOfBest * best) ? [i] : []));
  return above.length || !likely.length ? above : [likely.indexOf(best)];
}

function pageDocument(page: { title: string; lines: string[] }): SearchDocument {
  return plainDocument({ id: 'page', ...page });
}
