import { fourGrams } from '../index/typos.ts';
import type { Meeting, Query } from '../index/query.ts';
import { readLine } from './line.ts';

/** How far a text says each unit of the question: 0 not at all, 1 in its very words. */
export interface Overlap {
  /** By the best way, per unit. */
  readonly any: readonly number[];
  /** By the exact term only, per unit. */
  readonly exact: readonly number[];
  readonly words: number;
  readonly grams: number;
}

export interface PageReading {
  readonly title: Overlap;
  readonly lines: readonly Overlap[];
}

/** Reads a page under a question: title and every line. */
export function readPage(query: Query, title: string, lines: readonly string[]): PageReading {
  const asked = fourGramsOfUnits(query);
  return { title: overlap(query, title, asked), lines: lines.map((line) => overlap(query, line, asked)) };
}

/** How far one text says what the question asks. */
export function overlap(query: Query, text: string, asked = fourGramsOfUnits(query)): Overlap {
  const { terms } = readLine(text);
  const any = query.units.map(() => 0);
  const exact = query.units.map(() => 0);
  const partial = new Map<string, Set<number>>();
  for (const term of terms) {
    for (const meeting of query.meetings.get(term) ?? []) note(query, meeting, any, exact, partial);
  }
  return { any, exact, words: terms.length, grams: gramShare(asked, terms) };
}

function note(
  query: Query,
  meeting: Meeting,
  any: number[],
  exact: number[],
  partial: Map<string, Set<number>>,
): void {
  const way = query.units[meeting.unit]!.ways[meeting.way]!;
  let share = 1;
  if (way.slots.length > 1) {
    const key = `${meeting.unit}.${meeting.way}`;
    const filled = partial.get(key) ?? new Set();
    partial.set(key, filled.add(meeting.slot));
    share = filled.size / way.slots.length;
  }
  const value = way.weight * share;
  if (value > any[meeting.unit]!) any[meeting.unit] = value;
  if (way.kind === 'exact' && value > exact[meeting.unit]!) exact[meeting.unit] = value;
}

/** The letter 4-grams of a question, and for terms met so far which of them they have. */
interface AskedGrams {
  readonly grams: ReadonlySet<string>;
  readonly ofTerm: Map<string, readonly string[]>;
}

function fourGramsOfUnits(query: Query): AskedGrams {
  const terms = query.units.flatMap((unit) => unit.term.split(' '));
  return { grams: new Set(terms.flatMap((term) => [...fourGrams(term)])), ofTerm: new Map() };
}

function gramShare(asked: AskedGrams, terms: readonly string[]): number {
  if (!asked.grams.size) return 0;
  const seen = new Set<string>();
  for (const term of terms) {
    let shared = asked.ofTerm.get(term);
    if (!shared) {
      shared = [...fourGrams(term)].filter((gram) => asked.grams.has(gram));
      asked.ofTerm.set(term, shared);
    }
    for (const gram of shared) seen.add(gram);
  }
  return seen.size / asked.grams.size;
}

/** Share of the question's worth that the given overlaps cover together. */
export function coverage(
  query: Query,
  overlaps: readonly (Overlap | undefined)[],
  kind: 'any' | 'exact' = 'any',
): number {
  let covered = 0;
  let total = 0;
  for (let u = 0; u < query.units.length; u++) {
    const unit = query.units[u]!;
    const worth = unit.worth * unit.weight;
    total += worth;
    let best = 0;
    for (const one of overlaps) if (one && one[kind][u]! > best) best = one[kind][u]!;
    covered += worth * best;
  }
  return total > 0 ? covered / total : 0;
}
