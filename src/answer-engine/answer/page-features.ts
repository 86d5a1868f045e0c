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
  const best = (column: number): number => Math.max(1e-9, ...rows.map((row) => row[column]!));
  const [retrieval, any, window] = [best(0), best(3), best(5)];
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
  const sorted = [...likely].sort((a, b) => b - a);
  const top = sorted.slice(0, 3);
  const unitsSaid = query.units.filter((_, u) => all.some((line) => line.any[u]! > saidFrom)).length;
  return [
    retrieval,
    0,
    rank,
    coverage(query, all),
    coverage(query, all, 'exact'),
    bestWindow(query, reading, 'any'),
    bestWindow(query, reading, 'exact'),
    coverage(query, [title]),
    coverage(query, [title], 'exact'),
    title.any.filter((value) => value > saidFrom).length / Math.max(1, title.words),
    Math.max(0, ...lines.map((line) => coverage(query, [line]))),
    Math.max(0, ...lines.map((line) => coverage(query, [line], 'exact'))),
    sorted[0] ?? 0,
    top.reduce((sum, one) => sum + one, 0) / Math.max(1, top.length),
    likely.reduce((sum, one) => sum + one, 0),
    Math.max(0, ...lines.map((line) => line.grams)),
    title.grams,
    lines.length,
    unitsSaid / Math.max(1, query.units.length),
    query.units.length,
    0,
    0,
    coverage(query, [title, ...lines.slice(0, 4)]),
    verbatim(query, texts),
    saidTogether(query, lines),
    kindNearby(query, kinds, reading, texts),
    weighed(rare, all),
    Math.max(0, ...lines.map((line) => weighed(rare, [line]))),
  ];
}

// What each unit is worth where the pages have much in common: words that all of them say tell nothing. Sums up to 1.
function rareAmong(query: Query, pages: readonly PageFacts[]): number[] {
  const worths = query.worths.map((worth, u) => {
    const saying = pages.filter(({ reading: { title, lines } }) =>
      [title, ...lines].some((line) => line.any[u]! > saidFrom),
    ).length;
    return saying ? worth * Math.log(1 + pages.length / saying) : 0;
  });
  const total = worths.reduce((sum, one) => sum + one, 0) || 1;
  return worths.map((worth) => worth / total);
}

function weighed(worths: readonly number[], lines: readonly Overlap[]): number {
  return worths.reduce((sum, worth, u) => sum + worth * Math.max(...lines.map((line) => line.any[u]!)), 0);
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
    together += worth * Math.max(0, ...lines.map((line) => nearness(line, u, u + 1)));
  }
  return total ? together / total : 0;
}

function nearness({ places }: Overlap, one: number, other: number): number {
  let best = 0;
  for (const [from, unit] of places) {
    if (unit !== one) continue;
    for (const [to, second] of places)
      if (second === other && from !== to)
        best = Math.max(best, halfAsNear / (halfAsNear + Math.abs(from - to) - 1));
  }
  return best;
}

// Share of the question said around a line that gives the kind of answer it asks for; 0 for all when it asks for none.
function kindNearby(
  query: Query,
  asked: readonly number[],
  { lines }: PageReading,
  texts: readonly string[],
): number {
  if (!asked.length) return 0;
  const around = texts.map((text, i) => {
    const { gives } = readLine(text);
    return asked.some((kind) => gives[kind])
      ? coverageWithin(query, lines, Math.max(0, i - 1), Math.min(i + 2, lines.length))
      : 0;
  });
  return Math.max(0, ...around);
}

/** Share of the question that the title and the best three neighbouring lines say together. */
export function bestWindow(
  query: Query,
  { title, lines }: PageReading,
  kind: 'any' | 'exact' = 'any',
): number {
  let best = coverage(query, [title], kind);
  for (let i = 0; i < lines.length; i++)
    best = Math.max(best, coverageWithin(query, lines, i, Math.min(i + 3, lines.length), kind, title));
  return best;
}
