import type { Query } from '../index/query.ts';
import { answersTo, askedKinds, offeredKinds, readAsked, type Offered } from './cues.ts';
import { readLine } from './line.ts';
import { coverage, coverageWithin, readPage, type Overlap, type PageReading, type PageText } from './page.ts';

/** Names of the numbers that describe a line, in their order; the learned weights refer to them. */
export const lineFeatureNames: readonly string[] = [
  'any',
  'exact',
  'local',
  'grams',
  'before1',
  'before2',
  'after1',
  'after2',
  'window3',
  'window5',
  'windowLocal',
  'headingCoverage',
  'headingDistance',
  'relative',
  'rank',
  'best',
  'title',
  'withTitle',
  'position',
  'index',
  'count',
  'words',
  'shortLine',
  'isTitle',
  'units',
  'above',
  'fits',
  'fitsBefore',
  'fitsAfter',
  'asksNothing',
  'spread',
  'newWorth',
  'fromBest',
  'fromBestLocal',
  'sectionAny',
  'sectionLocal',
  'sectionRelative',
  'sectionSize',
  'inSection',
  'sections',
  'rest',
  'restWindow',
  'restSection',
  ...offeredKinds.map((kind) => `offers:${kind}`),
  ...offeredKinds
    .filter((kind) => ['introduces', 'pointer', 'bullet', 'sentence', 'phone', 'time'].includes(kind))
    .map((kind) => `beforeOffers:${kind}`),
  ...askedKinds.map((kind) => `asks:${kind}`),
];

/** The numbers of one line, in the order of `lineFeatureNames`. */
export type LineFeatures = ArrayLike<number>;

export interface LineReading {
  readonly features: readonly LineFeatures[];
  readonly reading: PageReading;
}

interface Context {
  query: Query;
  reading: PageReading;
  any: readonly number[];
  local: readonly number[];
  ranks: readonly number[];
  best: number;
  /** Per line: what it offers, in the order of `offeredKinds`. */
  offerNumbers: readonly (readonly number[])[];
  /** Per line: how many of the wanted kinds it offers. */
  fits: readonly number[];
  askNumbers: readonly number[];
  /** Per line: position of the heading above it, -1 without one. */
  headings: readonly number[];
  title: number;
  /** Share of lines that say nearly as much as the best. */
  spread: number;
  /** Per line: share of the question said by the lines above it, and by them and the line itself. */
  above: readonly number[];
  through: readonly number[];
  bestSection: number;
  wanted: readonly Offered[];
  sections: readonly Section[];
  /** Index of the section of each line. */
  sectionOf: readonly number[];
  bestLine: number;
  bestLocal: number;
  /** What a line says of the words that the title leaves unsaid. */
  rest: readonly number[];
}

interface Section {
  from: number;
  to: number;
  any: number;
  local: number;
  rest: number;
}

/** Describes every line of a page under a question by numbers. */
export function describeLines(query: Query, page: PageText): LineReading {
  const { reading, judged: features } = judgeLines(query, page, (row) => Float64Array.from(row));
  return { reading, features };
}

// The numbers of a line are written here and read at once: thousands of rows a question would be made and thrown away.
const row = new Float64Array(lineFeatureNames.length);

/** The same for who wants one thing of each line; the numbers hold only while it is judged. */
export function judgeLines<Judged>(
  query: Query,
  page: PageText,
  judge: (features: LineFeatures) => Judged,
): { reading: PageReading; judged: Judged[] } {
  const reading = readPage(query, page);
  const { wanted, askNumbers } = wishOf(query);
  const headings = page.lines.map((text, i) => looksLikeHeading(text, page.lines[i + 1]));
  const any = reading.lines.map((_, i) => coverageWithin(query, reading.lines, i, i + 1));
  const order = any.map((_, i) => i).sort((a, b) => any[b]! - any[a]! || a - b);
  const ranks = any.map(() => 0);
  order.forEach((line, rank) => (ranks[line] = rank));
  const local = localCoverage(query, reading.lines);
  const rest = localCoverage(query, reading.lines, reading.title);
  const { sections, sectionOf } = sectionsOf(query, headings, reading.lines, local, rest);
  const { above, through } = runningCoverage(query, reading.lines);
  const best = Math.max(1e-9, ...any);
  const facts = page.lines.map(readLine);
  const context: Context = {
    above,
    through,
    bestSection: Math.max(1e-9, ...sections.map((one) => one.any)),
    sections,
    sectionOf,
    rest,
    bestLine: any.indexOf(Math.max(...any)),
    bestLocal: local.indexOf(Math.max(...local)),
    query,
    reading,
    any,
    ranks,
    wanted,
    local,
    best,
    offerNumbers: facts.map((line) => line.offerNumbers),
    fits: facts.map(({ offers }) => wanted.reduce((sum, kind) => sum + (offers[kind] ? 1 : 0), 0)),
    askNumbers,
    headings: headingsAbove(headings),
    title: coverageWithin(query, [], 0, 0, 'any', reading.title),
    spread: any.filter((value) => value > best * 0.7).length / any.length,
  };
  const judged = page.lines.map((text, i) => {
    describeLine(row, context, page, text, i);
    return judge(row);
  });
  return { reading, judged };
}

interface Wish {
  /** What lines may offer that is asked for. */
  readonly wanted: readonly Offered[];
  /** What is asked for as numbers, in the order of `askedKinds`. */
  readonly askNumbers: readonly number[];
}

const wishes = new WeakMap<Query, Wish>();

// Read once for all pages of a question.
function wishOf(query: Query): Wish {
  const known = wishes.get(query);
  if (known) return known;
  const asked = readAsked(query);
  const made = {
    wanted: [...new Set(askedKinds.flatMap((kind) => (asked[kind] ? (answersTo[kind] ?? []) : [])))],
    askNumbers: askedKinds.map((kind) => Number(asked[kind])),
  };
  wishes.set(query, made);
  return made;
}

function describeLine(
  numbers: Float64Array,
  context: Context,
  page: PageText,
  text: string,
  i: number,
): void {
  const { query, reading, any, local, ranks, best, wanted } = context;
  const lines = reading.lines;
  const section = context.sections[context.sectionOf[i]!]!;
  const around = (reach: number): number =>
    coverageWithin(query, lines, Math.max(0, i - reach), Math.min(lines.length, i + reach + 1));
  const heading = context.headings[i]!;
  const fits = (at: number): number => context.fits[at] ?? 0;
  // Some pages repeat their title as first line; positions are counted after it.
  const first = page.lines[0] === page.title ? 1 : 0;
  numbers.set([
    any[i]!,
    coverageWithin(query, lines, i, i + 1, 'exact'),
    local[i]!,
    lines[i]!.grams,
    any[i - 1] ?? 0,
    any[i - 2] ?? 0,
    any[i + 1] ?? 0,
    any[i + 2] ?? 0,
    around(1),
    around(2),
    Math.max(local[i - 1] ?? 0, local[i]!, local[i + 1] ?? 0),
    heading < 0 ? 0 : any[heading]!,
    heading < 0 ? 20 : Math.min(20, i - heading),
    any[i]! / best,
    ranks[i]!,
    best,
    context.title,
    coverageWithin(query, lines, i, i + 1, 'any', reading.title),
    (i - first) / Math.max(1, page.lines.length - 1 - first),
    Math.min(i - first, 30),
    Math.min(60, page.lines.length - first),
    lines[i]!.words,
    text.length < 40 ? 1 : 0,
    text === page.title ? 1 : 0,
    query.units.length,
    context.above[i]!,
    fits(i),
    fits(i - 1),
    fits(i + 1),
    wanted.length ? 0 : 1,
    context.spread,
    context.through[i]! - context.above[i]!,
    clip(i - context.bestLine),
    clip(i - context.bestLocal),
    section.any,
    section.local,
    section.any / context.bestSection,
    section.to - section.from,
    i - section.from,
    context.sections.length,
    context.rest[i]!,
    Math.max(context.rest[i - 1] ?? 0, context.rest[i]!, context.rest[i + 1] ?? 0),
    section.rest,
  ]);
  const before = i > 0 ? context.offerNumbers[i - 1]! : null;
  numbers.set(context.offerNumbers[i]!, offersFrom);
  for (let at = 0; at < beforeKinds.length; at++)
    numbers[offersFrom + offeredKinds.length + at] = before ? before[beforeKinds[at]!]! : 0;
  numbers.set(context.askNumbers, numbers.length - askedKinds.length);
}

const offersFrom = lineFeatureNames.findIndex((name) => name.startsWith('offers:'));

// Offers of the line before that matter, as positions in `offeredKinds`.
const beforeKinds = (['phone', 'time', 'pointer', 'introduces', 'bullet', 'sentence'] as const).map((kind) =>
  offeredKinds.indexOf(kind),
);

function runningCoverage(query: Query, lines: readonly Overlap[]): { above: number[]; through: number[] } {
  const best = query.units.map(() => 0);
  const soFar = [{ any: best, exact: best }];
  const above: number[] = [];
  const through: number[] = [];
  for (const line of lines) {
    above.push(through.at(-1) ?? 0);
    line.any.forEach((value, u) => (best[u] = Math.max(best[u]!, value)));
    through.push(coverage(query, soFar));
  }
  return { above, through };
}

// Within one page the words that stand everywhere tell nothing, the ones that stand in one line tell all.
function localCoverage(query: Query, lines: readonly Overlap[], title?: Overlap): number[] {
  const worth = query.units.map((_, u) => {
    if (title && title.any[u]! > 0.6) return 0;
    let said = 0;
    for (const line of lines) if (line.any[u]! > 0.4) said++;
    return said ? Math.log(1 + lines.length / said) : 0;
  });
  const total = worth.reduce((sum, one) => sum + one, 0) || 1;
  return lines.map((line) => line.any.reduce((sum, value, u) => sum + value * worth[u]!, 0) / total);
}

const clip = (distance: number): number => Math.max(-12, Math.min(12, distance));

// A section begins at a line that reads as a heading and ends before the next one.
function sectionsOf(
  query: Query,
  headings: readonly boolean[],
  lines: readonly Overlap[],
  local: readonly number[],
  rest: readonly number[],
): { sections: Section[]; sectionOf: number[] } {
  const sections: Section[] = [];
  const sectionOf: number[] = [];
  headings.forEach((isHeading, i) => {
    if (i === 0 || (isHeading && !headings[i - 1])) {
      sections.push({ from: i, to: i, any: 0, local: 0, rest: 0 });
    }
    sections.at(-1)!.to = i + 1;
    sectionOf.push(sections.length - 1);
  });
  for (const section of sections) {
    section.any = coverageWithin(query, lines, section.from, section.to);
    for (let i = section.from; i < section.to; i++) {
      section.local = Math.max(section.local, local[i]!);
      section.rest = Math.max(section.rest, rest[i]!);
    }
  }
  return { sections, sectionOf };
}

function headingsAbove(headings: readonly boolean[]): number[] {
  let heading = -1;
  return headings.map((isHeading, i) => {
    const above = heading;
    if (isHeading) heading = i;
    return above;
  });
}

/** A short line without a full stop before a longer one reads as a heading. */
export function looksLikeHeading(text: string, next: string | undefined): boolean {
  return (
    next !== undefined &&
    text.length < 70 &&
    !/[.!,;]\s*$/.test(text) &&
    (next.length > text.length || /[:?]\s*$/.test(text))
  );
}
