import type { Query } from '../index/query.ts';
import { coverage, coverageWithin, type PageReading } from './page.ts';

/** What is known of a page under a question before pages are put in order. */
export interface PageFacts {
  readonly reading: PageReading;
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
] as const;

/** Describes candidate pages by numbers, each also against the best of them. */
export function describePages(query: Query, pages: readonly PageFacts[]): number[][] {
  const rows = pages.map((page, rank) => describePage(query, page, rank));
  const best = (column: number): number => Math.max(1e-9, ...rows.map((row) => row[column]!));
  const [retrieval, any, window] = [best(0), best(3), best(5)];
  return rows.map((row) => {
    row[1] = row[0]! / retrieval;
    row[20] = row[3]! / any;
    row[21] = row[5]! / window;
    return row;
  });
}

function describePage(query: Query, { reading, retrieval, likely }: PageFacts, rank: number): number[] {
  const { title, lines } = reading;
  const all = [title, ...lines];
  const sorted = [...likely].sort((a, b) => b - a);
  const top = sorted.slice(0, 3);
  const said = query.units.filter((_, u) => all.some((line) => line.any[u]! > 0.4)).length;
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
    title.any.filter((value) => value > 0.4).length / Math.max(1, title.words),
    Math.max(0, ...lines.map((line) => coverage(query, [line]))),
    Math.max(0, ...lines.map((line) => coverage(query, [line], 'exact'))),
    sorted[0] ?? 0,
    top.reduce((sum, one) => sum + one, 0) / Math.max(1, top.length),
    likely.reduce((sum, one) => sum + one, 0),
    Math.max(0, ...lines.map((line) => line.grams)),
    title.grams,
    lines.length,
    said / Math.max(1, query.units.length),
    query.units.length,
    0,
    0,
    coverage(query, [title, ...lines.slice(0, 4)]),
  ];
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
