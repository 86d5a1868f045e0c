import { fourGrams } from '../index/typos.ts';
import type { Meeting, Query } from '../index/query.ts';
import { indexedTerms } from '../text/words.ts';

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
  const terms = indexedTerms(text);
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

function fourGramsOfUnits(query: Query): Set<string> {
  return new Set(query.units.flatMap((unit) => unit.term.split(' ').flatMap((term) => [...fourGrams(term)])));
}

function gramShare(asked: ReadonlySet<string>, terms: readonly string[]): number {
  if (!asked.size) return 0;
  const seen = new Set<string>();
  for (const term of terms) {
    const padded = ` ${term} `;
    for (let i = 0; i + 4 <= padded.length; i++) {
      const gram = padded.slice(i, i + 4);
      if (asked.has(gram)) seen.add(gram);
    }
  }
  return seen.size / asked.size;
}

/** Share of the question's worth that the given overlaps cover together. */
export function coverage(
  query: Query,
  overlaps: readonly (Overlap | undefined)[],
  kind: 'any' | 'exact' = 'any',
): number {
  let covered = 0;
  let total = 0;
  query.units.forEach((unit, u) => {
    const worth = unit.worth * unit.weight;
    total += worth;
    let best = 0;
    for (const one of overlaps) if (one && one[kind][u]! > best) best = one[kind][u]!;
    covered += worth * best;
  });
  return total > 0 ? covered / total : 0;
}
