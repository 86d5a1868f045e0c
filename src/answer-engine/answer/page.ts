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
  return { title: overlap(query, title), lines: lines.map((line) => overlap(query, line)) };
}

/** How far one text says what the question asks. */
export function overlap(query: Query, text: string): Overlap {
  const { terms } = readLine(text);
  const any = new Array<number>(query.units.length).fill(0);
  const exact = new Array<number>(query.units.length).fill(0);
  const partial: Partial = new Map();
  for (const term of terms) {
    const meetings = query.meetings.get(term);
    if (meetings) for (const meeting of meetings) note(query, meeting, any, exact, partial);
  }
  return { any, exact, words: terms.length, grams: gramShare(askedGrams(query), terms) };
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

/** The letter 4-grams of a question by number, and for terms met so far which of them they have. */
interface AskedGrams {
  readonly grams: ReadonlyMap<string, number>;
  readonly ofTerm: Map<string, readonly number[]>;
}

const gramsOfQuery = new WeakMap<Query, AskedGrams>();

// A question is read against hundreds of lines; its 4-grams are cut once.
function askedGrams(query: Query): AskedGrams {
  const known = gramsOfQuery.get(query);
  if (known) return known;
  const terms = query.units.flatMap((unit) => unit.term.split(' '));
  const distinct = [...new Set(terms.flatMap((term) => [...fourGrams(term)]))];
  const made = { grams: new Map(distinct.map((gram, i) => [gram, i])), ofTerm: new Map() };
  gramsOfQuery.set(query, made);
  return made;
}

function gramShare(asked: AskedGrams, terms: readonly string[]): number {
  if (!asked.grams.size) return 0;
  let seen: Set<number> | null = null;
  for (const term of terms) {
    const shared = asked.ofTerm.get(term) ?? sharedGrams(asked, term);
    if (shared.length) for (const gram of shared) (seen ??= new Set()).add(gram);
  }
  return seen ? seen.size / asked.grams.size : 0;
}

function sharedGrams(asked: AskedGrams, term: string): readonly number[] {
  const shared: number[] = [];
  const padded = ` ${term} `;
  for (let i = 0; i + 4 <= padded.length; i++) {
    const gram = asked.grams.get(padded.slice(i, i + 4));
    if (gram !== undefined) shared.push(gram);
  }
  asked.ofTerm.set(term, shared);
  return shared;
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
