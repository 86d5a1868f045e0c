import { backgroundFrequency } from '../text/background.ts';
import { lexiconWords } from '../text/lexicon.ts';
import type { AnswerIndex } from './index.ts';

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
  for (const terms of [...index.segments.map((segment) => segment.terms), lexiconWords]) {
    for (const term of terms) {
      if (Math.abs(term.length - word.length) > allowed) continue;
      if (term[0] !== word[0] && term[1] !== word[1]) continue;
      const distance = editDistance(word, term, allowed);
      if (distance <= allowed) found.push({ term, similarity: similarity(word, term, distance) });
    }
  }
  const best = Math.max(0, ...found.map((one) => one.similarity));
  return [...new Map(found.map((one) => [one.term, one])).values()]
    .filter((one) => one.similarity >= Math.max(0.68, best - 0.12))
    .sort((a, b) => b.similarity - a.similarity || (a.term < b.term ? -1 : 1))
    .slice(0, limit);
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

export function fourGrams(word: string): Set<string> {
  const padded = ` ${word} `;
  const grams = new Set<string>();
  for (let i = 0; i + 4 <= padded.length; i++) grams.add(padded.slice(i, i + 4));
  return grams;
}

/** Damerau-Levenshtein distance (neighbouring letters swapped count one), given up above `most`. */
export function editDistance(a: string, b: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min(change, last[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length]!;
}
