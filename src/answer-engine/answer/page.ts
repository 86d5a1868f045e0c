import { gramsOf } from '../index/typos.ts';
import type { Meeting, Query } from '../index/query.ts';
import type { WayOfAsking } from '../types.ts';
import { indexedTerms } from '../text/words.ts';
import { readLine, type LineFacts } from './line.ts';
import { lookedFor, markOfNumber, marksOf } from './marks.ts';

/** How far a text says each unit of the question: 0 not at all, 1 in its very words. */
export interface Said {
  /** By the best way, per unit. */
  readonly any: readonly number[];
  /** By the exact term only, per unit. */
  readonly exact: readonly number[];
}

export interface Overlap extends Said {
  readonly words: number;
  readonly grams: number;
  /** Where units are said: pairs of a position among the words of content and the unit. */
  readonly places: readonly Place[];
}

type Place = readonly [position: number, unit: number];

/** From how far on a unit counts as said. */
export const saidFrom = 0.4;

export interface PageReading {
  readonly title: Overlap;
  readonly lines: readonly Overlap[];
}

export interface PageText {
  title: string;
  lines: readonly string[];
  asked?: readonly WayOfAsking[];
}

/** Reads a page under a question: title and every line, each together with the way of asking for it that fits best. */
export function readPage(query: Query, { title, lines, asked }: PageText): PageReading {
  const reading = { title: overlap(query, title), lines: lines.map((line) => overlap(query, line)) };
  return asked?.length ? withWaysOfAsking(query, reading, asked) : reading;
}

// What a way of asking says counts a little less than the page's own words.
const askedCounts = 0.9;

interface FittingWay extends Said {
  readonly text: string;
  readonly counts: number;
  readonly covers: number;
}

function withWaysOfAsking(query: Query, reading: PageReading, asked: readonly WayOfAsking[]): PageReading {
  const best = new Map<number | null, FittingWay>();
  const terms = termsOfWays(asked);
  asked.forEach(({ text, line }, at) => {
    const counts = askedCounts * Math.sqrt(shareAsked(query, terms[at]!));
    if (counts === 0) return;
    const said = saidBy(query, terms[at]!);
    const covers = coverage(query, [said]) * counts;
    if (covers > (best.get(line)?.covers ?? 0)) best.set(line, { ...said, text, counts, covers });
  });
  if (best.size === 0) return reading;
  const joined = (own: Overlap, line: number | null): Overlap => {
    const way = best.get(line);
    if (!way) return own;
    const raised = (kind: 'any' | 'exact'): number[] =>
      own[kind].map((value, u) => Math.max(value, way[kind][u]! * way.counts));
    const grams = way.counts * gramShare(query, readLine(way.text));
    return { ...own, any: raised('any'), exact: raised('exact'), grams: Math.max(own.grams, grams) };
  };
  return { title: joined(reading.title, null), lines: reading.lines.map(joined) };
}

const termsOf = new WeakMap<readonly WayOfAsking[], MarkedTerms[]>();

// The ways of a page are read under every question it may answer; their terms are made once.
function termsOfWays(asked: readonly WayOfAsking[]): MarkedTerms[] {
  const known = termsOf.get(asked);
  if (known) return known;
  const made = asked.map(({ text }) => {
    const terms = indexedTerms(text);
    return { terms, marks: marksOf(terms) };
  });
  termsOf.set(asked, made);
  return made;
}

type MarkedTerms = Pick<LineFacts, 'terms' | 'marks'>;

// How much of a way of asking is what is asked: half of it in common may be quite another question.
function shareAsked(query: Query, { terms, marks }: MarkedTerms): number {
  const wanted = lookOf(query).terms;
  let met = 0;
  for (let at = 0; at < terms.length; at++) {
    if (wanted[marks[at]!] === 0) continue;
    const meetings = query.meetings.get(terms[at]!);
    if (meetings?.some((meeting) => tellsUnit(query, meeting))) met++;
  }
  return met / Math.max(1, terms.length);
}

const tellsUnit = (query: Query, { unit, way }: Meeting): boolean =>
  query.units[unit]!.ways[way]!.weight > saidFrom;

/** How far one text says what the question asks. */
export function overlap(query: Query, text: string): Overlap {
  const line = readLine(text);
  const places: Place[] = [];
  const { any, exact } = saidBy(query, line, places);
  return { any, exact, words: line.terms.length, grams: gramShare(query, line), places };
}

/** @param places takes where units are said. */
function saidBy(query: Query, { terms, marks }: MarkedTerms, places?: Place[]): Said {
  const look = lookOf(query);
  let said: { any: number[]; exact: number[]; partial: Partial } | null = null;
  for (let at = 0; at < terms.length; at++) {
    if (look.terms[marks[at]!] === 0) continue;
    const meetings = query.meetings.get(terms[at]!);
    if (!meetings) continue;
    said ??= { any: [...look.nothing], exact: [...look.nothing], partial: new Map() };
    for (const meeting of meetings) {
      note(query, meeting, said.any, said.exact, said.partial);
      if (places && tellsUnit(query, meeting)) places.push([at, meeting.unit]);
    }
  }
  return said ?? { any: look.nothing, exact: look.nothing };
}

/** Slots filled so far of ways that have several, per way. */
type Partial = Map<object, Set<number>>;

function note(query: Query, meeting: Meeting, any: number[], exact: number[], partial: Partial): void {
  const way = query.units[meeting.unit]!.ways[meeting.way]!;
  let share = 1;
  if (way.slots.length > 1) {
    const filled = partial.get(way) ?? new Set();
    partial.set(way, filled.add(meeting.slot));
    share = (filled.size / way.slots.length) ** 1.5;
  }
  const value = way.weight * share;
  if (value > any[meeting.unit]!) any[meeting.unit] = value;
  if (way.kind === 'exact' && value > exact[meeting.unit]!) exact[meeting.unit] = value;
}

/** What a question is looked for by in hundreds of lines; made once. */
interface Look {
  /** Marks of the terms that say something of it. */
  readonly terms: Uint8Array;
  /** Its letter 4-grams, and their marks. */
  readonly grams: ReadonlySet<number>;
  readonly gramMarks: Uint8Array;
  /** 0 for each of its units. */
  readonly nothing: readonly number[];
}

const looks = new WeakMap<Query, Look>();

function lookOf(query: Query): Look {
  const known = looks.get(query);
  if (known) return known;
  const grams = gramsOf(query.units.flatMap((unit) => unit.term.split(' ')));
  const made = {
    terms: lookedFor(marksOf([...query.meetings.keys()])),
    grams: new Set(grams),
    gramMarks: lookedFor(Uint16Array.from(grams, markOfNumber)),
    nothing: query.units.map(() => 0),
  };
  looks.set(query, made);
  return made;
}

function gramShare(query: Query, { grams, gramMarks }: Pick<LineFacts, 'grams' | 'gramMarks'>): number {
  const look = lookOf(query);
  if (!look.grams.size) return 0;
  let shared = 0;
  for (let i = 0; i < grams.length; i++)
    if (look.gramMarks[gramMarks[i]!] === 1 && look.grams.has(grams[i]!)) shared++;
  return shared / look.grams.size;
}

/** Share of the question's worth that the given overlaps cover together. */
export function coverage(
  query: Query,
  overlaps: readonly (Said | undefined)[],
  kind: 'any' | 'exact' = 'any',
): number {
  return coverageWithin(query, overlaps, 0, overlaps.length, kind);
}

/** The same for a title and the lines from one position up to another. */
export function coverageWithin(
  query: Query,
  lines: readonly (Said | undefined)[],
  from: number,
  to: number,
  kind: 'any' | 'exact' = 'any',
  title?: Said,
): number {
  if (query.worth <= 0) return 0;
  const { worths } = query;
  const isExact = kind === 'exact';
  let covered = 0;
  for (let u = 0; u < worths.length; u++) {
    let best = title ? (isExact ? title.exact : title.any)[u]! : 0;
    for (let i = from; i < to; i++) {
      const one = lines[i];
      if (!one) continue;
      const said = (isExact ? one.exact : one.any)[u]!;
      if (said > best) best = said;
    }
    covered += worths[u]! * best;
  }
  return covered / query.worth;
}
