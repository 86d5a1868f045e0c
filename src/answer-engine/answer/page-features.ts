import type { Query } from '../index/query.ts';
import { kindsAskedFor } from './answer-kinds.ts';
import { readLine } from './line.ts';
import { coverage, coverageWithin, saidFrom, type Overlap, type PageReading } from './page.ts';

/** What is known of a page under a question before pages are put in order. */
export interface PageFacts {
  readonly reading: PageReading;
  readonly lines: readonly string[];
  readonly retrieval: number;
  readonly likely: readonly number[];
}

export const pageFeatureNames = [
  'retrieval',
  'retrievalToBest',
  'retrievalRank',
  'pageAny',
  'pageExact',
  'windowAny',
  'windowExact',
  'titleAny',
  'titleExact',
  'titleShare',
  'lineAny',
  'lineExact',
  'likely1',
  'likely3',
  'likelySum',
  'grams',
  'titleGrams',
  'lines',
  'unitsSaid',
  'units',
  'pageAnyToBest',
  'windowToBest',
  'openingAny',
  'verbatim',
  'together',
  'kindWindow',
  'rareAny',
  'rareLine',
] as const;

/** Describes candidate pages by numbers, each also against the best of them. */
export function describePages(query: Query, pages: readonly PageFacts[]): number[][] {
  const rare = rareAmong(query, pages);
  const kinds = kindsAskedFor(query.text);
  const rows = pages.map((page, rank) => describePage(query, page, rank, rare, kinds));
  const largest = (column: number): number =>
    Math.max(
      1e-9,
      best(rows, (row) => row[column]!),
    );
  const [retrieval, any, window] = [largest(0), largest(3), largest(5)];
  return rows.map((row) => {
    row[1] = row[0]! / retrieval;
    row[20] = row[3]! / any;
    row[21] = row[5]! / window;
    return row;
  });
}

function describePage(
  query: Query,
  { reading, lines: texts, retrieval, likely }: PageFacts,
  rank: number,
  rare: readonly number[],
  kinds: readonly number[],
): number[] {
  const { title, lines } = reading;
  const all = [title, ...lines];
  const top = largestThree(likely);
  const unitsSaid = query.units.filter((_, u) => isSaidIn(all, u)).length;
  return [
    retrieval,
    0,
    rank,
    coverage(query, all),
    coverage(query, all, 'exact'),
    bestWindow(query, reading, 'any'),
    bestWindow(query, reading, 'exact'),
    coverageWithin(query, all, 0, 1),
    coverageWithin(query, all, 0, 1, 'exact'),
    title.any.filter((value) => value > saidFrom).length / Math.max(1, title.words),
    best(lines, (_, i) => coverageWithin(query, lines, i, i + 1)),
    best(lines, (_, i) => coverageWithin(query, lines, i, i + 1, 'exact')),
    top[0] ?? 0,
    top.reduce((sum, one) => sum + one, 0) / Math.max(1, top.length),
    likely.reduce((sum, one) => sum + one, 0),
    best(lines, (line) => line.grams),
    title.grams,
    lines.length,
    unitsSaid / Math.max(1, query.units.length),
    query.units.length,
    0,
    0,
    coverageWithin(query, all, 0, Math.min(all.length, 5)),
    verbatim(query, texts),
    saidTogether(query, lines),
    kindNearby(query, kinds, reading, texts),
    weighed(rare, all, 0, all.length),
    best(lines, (_, i) => weighed(rare, lines, i, i + 1)),
  ];
}

/** The largest of what is worked out for each, 0 at least. */
function best<One>(ones: readonly One[], of: (one: One, i: number) => number): number {
  let largest = 0;
  for (let i = 0; i < ones.length; i++) largest = Math.max(largest, of(ones[i]!, i));
  return largest;
}

function largestThree(values: readonly number[]): number[] {
  const top: number[] = [];
  for (const value of values) {
    const at = top.findIndex((one) => one < value);
    if (at >= 0) top.splice(at, 0, value);
    else top.push(value);
    if (top.length > 3) top.pop();
  }
  return top;
}

const isSaidIn = (lines: readonly Overlap[], unit: number): boolean =>
  lines.some((line) => line.any[unit]! > saidFrom);

// What each unit is worth where the pages have much in common: words that all of them say tell nothing. Sums up to 1.
function rareAmong(query: Query, pages: readonly PageFacts[]): number[] {
  const worths = query.worths.map((worth, u) => {
    const saying = pages.filter(
      ({ reading: { title, lines } }) => title.any[u]! > saidFrom || isSaidIn(lines, u),
    ).length;
    return saying ? worth * Math.log(1 + pages.length / saying) : 0;
  });
  const total = worths.reduce((sum, one) => sum + one, 0) || 1;
  return worths.map((worth) => worth / total);
}

// What lines from one position up to another say, by such worths.
function weighed(worths: readonly number[], lines: readonly Overlap[], from: number, to: number): number {
  let sum = 0;
  for (let u = 0; u < worths.length; u++) {
    let most = 0;
    for (let i = from; i < to; i++) most = Math.max(most, lines[i]!.any[u]!);
    sum += worths[u]! * most;
  }
  return sum;
}

// Share of the question whose words stand in the page as they were typed.
function verbatim(query: Query, texts: readonly string[]): number {
  const lines = texts.map((text) => readLine(text).words);
  const worth = query.units.reduce((sum, { word }, u) => {
    const stands = word.split(' ').every((one) => lines.some((words) => words.has(one)));
    return stands ? sum + query.worths[u]! : sum;
  }, 0);
  return worth / Math.max(1e-9, query.worth);
}

const halfAsNear = 3;

// How near each other a line says words that stand side by side in the question.
function saidTogether(query: Query, lines: readonly Overlap[]): number {
  let together = 0;
  let total = 0;
  for (let u = 0; u + 1 < query.units.length; u++) {
    const worth = Math.min(query.worths[u]!, query.worths[u + 1]!);
    total += worth;
    together += worth * best(lines, (line) => nearness(line, u, u + 1));
  }
  return total ? together / total : 0;
}

function nearness({ places }: Overlap, one: number, other: number): number {
  let nearest = 0;
  for (const [from, unit] of places) {
    if (unit !== one) continue;
    for (const [to, second] of places)
      if (second === other && from !== to)
        nearest = Math.max(nearest, halfAsNear / (halfAsNear + Math.abs(from - to) - 1));
  }
  return nearest;
}

// Share of the question said around a line that gives the kind of answer it asks for; 0 for all when it asks for none.
function kindNearby(
  query: Query,
  asked: readonly number[],
  { lines }: PageReading,
  texts: readonly string[],
): number {
  if (!asked.length) return 0;
  return best(texts, (text, i) => {
    const { gives } = readLine(text);
    return asked.some((kind) => gives[kind])
      ? coverageWithin(query, lines, Math.max(0, i - 1), Math.min(i + 2, lines.length))
      : 0;
  });
}

/** Share of the question that the title and the best three neighbouring lines say together. */
export function bestWindow(
  query: Query,
  { title, lines }: PageReading,
  kind: 'any' | 'exact' = 'any',
): number {
  const inTitle = coverageWithin(query, lines, 0, 0, kind, title);
  return Math.max(
    inTitle,
    best(lines, (_, i) => coverageWithin(query, lines, i, Math.min(i + 3, lines.length), kind, title)),
  );
}
