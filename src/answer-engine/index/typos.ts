import { backgroundFrequency } from '../text/background.ts';
import { lexiconWords } from '../text/lexicon.ts';
import { termsAtOnce, withoutPause } from './groups.ts';
import type { AnswerIndex } from './index.ts';
import type { Terms } from './segment.ts';

export interface Similar {
  term: string;
  similarity: number;
}

/** Words of the town or the lexicon that a mistyped word could mean, best first; for words no page knows. */
export function similarTerms(index: AnswerIndex, word: string, limit = 4): Similar[] {
  // A word that German pages use elsewhere is no slip of the hand, only unknown here.
  if (word.length < 4 || /\d/.test(word) || lexiconWords.has(word) || backgroundFrequency.has(word))
    return [];
  const allowed = word.length >= 12 ? 3 : word.length >= 8 ? 2 : 1;
  const found: Similar[] = [];
  for (const terms of [...index.segments.map((segment) => segment.terms), lexiconList]) {
    for (const term of termsLike(terms, word, allowed)) {
      if (term.charCodeAt(0) !== word.charCodeAt(0) && term.charCodeAt(1) !== word.charCodeAt(1)) continue;
      const distance = editDistance(word, term, allowed);
      if (distance <= allowed) found.push({ term, similarity: similarity(word, term, distance) });
    }
  }
  const best = Math.max(0, ...found.map((one) => one.similarity));
  return [...new Map(found.map((one) => [one.term, one])).values()]
    .filter((one) => one.similarity >= Math.max(leastSimilar(word), best - 0.12))
    .sort((a, b) => b.similarity - a.similarity || (a.term < b.term ? -1 : 1))
    .slice(0, limit);
}

// A short word is soon another one: Nacht is no slip for nächst.
const leastSimilar = (word: string): number => (word.length < 7 ? 0.75 : 0.68);

const lexiconList: readonly string[] = [...lexiconWords];

/** Terms of one length by their position, with the letters of each as bits. */
interface SameLength {
  readonly positions: Uint32Array;
  readonly letters: Int32Array;
}

const byLength = new WeakMap<Terms, readonly (SameLength | undefined)[]>();

// Terms sorted by their length once per list, so that a mistyped word meets only words about as long; and of a million
// words only those with about the same letters, for each change of a letter brings in one other at most.
function* termsLike(terms: Terms, word: string, allowed: number): Generator<string> {
  const lengths = byLength.get(terms) ?? withoutPause(sortByLength(terms));
  const wanted = lettersOf(word);
  for (const some of lengths.slice(word.length - allowed, word.length + allowed + 1)) {
    for (let i = 0; i < (some?.positions.length ?? 0); i++) {
      if (lettersApart(wanted, some!.letters[i]!) <= allowed) yield terms.at(some!.positions[i]!)!;
    }
  }
}

/** Prepares the search for mistyped words among many terms, with pauses. */
export function* sortByLength(terms: Terms): Generator<void, readonly (SameLength | undefined)[]> {
  const lengths: { positions: number[]; letters: number[] }[] = [];
  for (let at = 0; at < terms.length; at++) {
    if (at % termsAtOnce === 0) yield;
    const term = terms.at(at)!;
    const same = (lengths[term.length] ??= { positions: [], letters: [] });
    same.positions.push(at);
    same.letters.push(lettersOf(term));
  }
  const made = lengths.map(({ positions, letters }) => {
    return { positions: Uint32Array.from(positions), letters: Int32Array.from(letters) };
  });
  byLength.set(terms, made);
  return made;
}

/** The letters of a word as bits; some share one. */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31);
  return letters;
}

/** How far words with such letters are apart at least, as `editDistance` counts. */
export function lettersApart(one: number, other: number): number {
  return Math.max(bitsIn(one & ~other), bitsIn(other & ~one));
}

function bitsIn(number: number): number {
  let bits = 0;
  for (let rest = number; rest; rest &= rest - 1) bits++;
  return bits;
}

function similarity(a: string, b: string, distance: number): number {
  const edit = 1 - distance / Math.max(a.length, b.length);
  return 0.7 * edit + 0.3 * sharedFourGrams(a, b);
}

/** Share of letter 4-grams that two words have in common, 0 to 1. */
export function sharedFourGrams(a: string, b: string): number {
  const mine = fourGrams(a);
  const theirs = fourGrams(b);
  let shared = 0;
  for (const gram of mine) if (theirs.has(gram)) shared++;
  return (2 * shared) / Math.max(1, mine.size + theirs.size);
}

/** The distinct letter 4-grams of some words, each as one number. */
export function gramsOf(words: readonly string[]): Int32Array {
  const grams = new Set<number>();
  for (const word of words) {
    const padded = ` ${word} `;
    for (let i = 0; i + 4 <= padded.length; i++) grams.add(gramAt(padded, i));
  }
  return Int32Array.from(grams);
}

function gramAt(text: string, at: number): number {
  let gram = 0;
  for (let i = at; i < at + 4; i++) gram = (Math.imul(gram, 1009) + text.charCodeAt(i)) | 0;
  return gram;
}

function fourGrams(word: string): Set<string> {
  const padded = ` ${word} `;
  const grams = new Set<string>();
  for (let i = 0; i + 4 <= padded.length; i++) grams.add(padded.slice(i, i + 4));
  return grams;
}

/** Damerau-Levenshtein distance (neighbouring letters swapped count one), given up above `most`. */
export function editDistance(a: string, b: string, most: number): number {
  const width = b.length + 1;
  let before = new Uint8Array(width);
  let last = Uint8Array.from({ length: width }, (_, j) => j);
  let row = new Uint8Array(width);
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const change = last[j - 1]! + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      let cost = Math.min(change, last[j]! + 1, row[j - 1]! + 1);
      const swapped =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) cost = Math.min(cost, before[j - 2]! + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, last, row] = [last, row, before];
  }
  return last[b.length]!;
}
