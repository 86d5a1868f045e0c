import { buildIndex, type AnswerIndex } from '../index/index.ts';
import { readQuery, type Query } from '../index/query.ts';
import { plainDocument } from '../plain.ts';
import type { SearchDocument } from '../types.ts';
import { describeLines, type LineFeatures } from './features.ts';
import { bestWindow } from './page-features.ts';
import { coverage, type PageReading } from './page.ts';
import { probability, score, type Forest } from './trees.ts';
import { learned, type Learned } from './weights/index.ts';

export interface Extract {
  /** Lines that answer; empty when the page does not. */
  lines: number[];
  /** How likely the page answers the question, 0 to 1. */
  answerable: number;
  /** The one or two surest lines: what the engine would say if it had to. */
  best: number[];
}

// Chosen by cross-validation over OMoS-QA: the best F with nine of ten answerable questions answered.
export const answerableFrom = 0.37;

/** Finds the answer to a question inside one given page. The index only tells which words are rare. */
export function extract(
  question: string,
  page: { title: string; lines: string[] },
  index?: AnswerIndex,
): Extract {
  const query = readQuery(index ?? buildIndex([pageDocument(page)]), question);
  const { features, reading } = describeLines(query, page);
  const answerable = saysWhatIsAsked(query, reading);
  const stretch = answerable < answerableFrom ? [] : answeringStretch(features, learned);
  return { lines: stretch, answerable, best: surestLines(features, learned.lines) };
}

/** Share of the question that a page says, as a whole and in its best place. */
export function saysWhatIsAsked(query: Query, reading: PageReading): number {
  return (coverage(query, [reading.title, ...reading.lines]) + bestWindow(query, reading)) / 2;
}

/** What was learned of the lines of an answer: which belong to it, where it starts and where it ends. */
export type LineForests = Pick<Learned, 'lines' | 'starts' | 'ends'>;

// A line lengthens the answer when its log-odds lie above this.
const lineFrom = -1.4;
const edgeCounts = 1.5;

/** The one stretch of lines that answers best: four of five answers marked by people are one. */
export function answeringStretch(features: readonly LineFeatures[], forests: LineForests): number[] {
  const edge = (forest: Forest, row: LineFeatures): number =>
    edgeCounts * Math.log(probability(score(forest, row)));
  let best = { worth: -Infinity, from: 0, to: 0 };
  let open = { worth: -Infinity, from: 0 };
  features.forEach((row, i) => {
    const start = edge(forests.starts, row);
    if (start > open.worth) open = { worth: start, from: i };
    open.worth += score(forests.lines, row) - lineFrom;
    const worth = open.worth + edge(forests.ends, row);
    if (worth > best.worth) best = { worth, from: open.from, to: i + 1 };
  });
  return Array.from({ length: best.to - best.from }, (_, i) => best.from + i);
}

const mostSurest = 2;
const shareOfSurest = 0.85;

/** The surest line, and one more that is nearly as sure. */
export function surestLines(features: readonly LineFeatures[], forest: Forest): number[] {
  const likely = features.map((row) => probability(score(forest, row)));
  const bar = shareOfSurest * Math.max(...likely);
  const order = likely.map((_, i) => i).sort((a, b) => likely[b]! - likely[a]! || a - b);
  return order
    .slice(0, mostSurest)
    .filter((line) => likely[line]! >= bar)
    .sort((a, b) => a - b);
}

function pageDocument(page: { title: string; lines: string[] }): SearchDocument {
  return plainDocument({ id: 'page', ...page });
}
