import { backgroundFrequency } from '../text/background.ts';
import { familyOf, makeFamily } from '../text/family.ts';
import { lexiconWords } from '../text/lexicon.ts';
import { isOpaque } from '../text/opaque-compounds.ts';
import { stem } from '../text/stem.ts';
import { groupTerms, withoutPause, type Groups } from './groups.ts';
import type { AnswerIndex } from './index.ts';
import { findTerm, firstNotBefore, type Segment, type Terms } from './segment.ts';

// What German puts between the parts of a compound; "ung" belongs to the head but is gone from its stem.
const linkings = ['', 's', 'n', 'es', 'en', 'er', 'e', 'ungs', 'ung', 'ions', 'ion', 'heits', 'keits'];
const shortestPart = 3;

/** True when a term stands in some page (removed pages count until their segment is rewritten). */
export function isKnown(index: AnswerIndex, term: string): boolean {
  return index.segments.some((segment) => findTerm(segment.terms, term) >= 0);
}

// In a compound the stemmer cuts endings that it leaves on the short word: Fabrik, but Essigfabr(ik).
const cutEndings = ['', 'ik', 'ig', 'isch', 'ung', 'lich', 'end', 'heit', 'keit'];

const isWord = (index: AnswerIndex, term: string): boolean =>
  isKnown(index, term) || backgroundFrequency.has(term) || lexiconWords.has(term);

/** Splits a term into two known words, the longest head first: gewerbeflach → gewerb, flach. */
export function partsOf(index: AnswerIndex, term: string): [string, string] | null {
  for (let at = term.length - shortestPart; at >= shortestPart; at--) {
    const tail = wholeTail(index, term.slice(at));
    if (!tail || (tail.length < 4 && at < 5) || isOpaque(term, tail)) continue;
    const head = headOf(index, term.slice(0, at));
    if (head) return [head, tail];
  }
  return null;
}

function wholeTail(index: AnswerIndex, tail: string): string | null {
  const ending = cutEndings.find((one) => isWord(index, tail + one));
  return ending === undefined ? null : tail + ending;
}

function headOf(index: AnswerIndex, start: string): string | null {
  for (const linking of linkings) {
    if (!start.endsWith(linking)) continue;
    const bare = start.slice(0, start.length - linking.length);
    if (bare.length < shortestPart) continue;
    if (isWord(index, bare)) return bare;
    const stemmed = stem(bare);
    if (stemmed.length >= shortestPart && isWord(index, stemmed)) return stemmed;
  }
  return null;
}

/** Terms of the town that are compounds with the given term as head or tail. */
export function compoundsWith(index: AnswerIndex, term: string, most: number): string[] {
  if (term.length < 4) return [];
  const found = new Set<string>();
  for (const segment of index.segments) {
    for (const compound of startingWith(segment, term, most * 4))
      if (hasHead(index, compound, term)) found.add(compound);
    for (const tail of new Set([term, shortTail(term)])) {
      for (const compound of endingWith(segment, tail, most * 4))
        if (hasTail(index, compound, tail)) found.add(compound);
    }
  }
  return [...found].filter((compound) => !isOpaque(compound, term)).slice(0, most);
}

const shortTail = (term: string): string => {
  const short = term.replace(/(?:ik|ig|isch|lich)$/, '');
  return short.length >= 4 ? short : term;
};

function hasTail(index: AnswerIndex, compound: string, tail: string): boolean {
  return (
    compound.length >= tail.length + shortestPart && headOf(index, compound.slice(0, -tail.length)) !== null
  );
}

function hasHead(index: AnswerIndex, compound: string, head: string): boolean {
  const rest = compound.slice(head.length);
  return linkings.some((linking) => {
    const tail = rest.slice(linking.length);
    return rest.startsWith(linking) && tail.length >= shortestPart && wholeTail(index, tail) !== null;
  });
}

interface Neighbours {
  /** Terms by their last letters. */
  readonly endings: Groups;
  readonly families: Groups;
}

const neighboursOf = new WeakMap<Terms, Neighbours>();

// Made once per list of terms, at the first question when nobody prepared it.
function neighbours({ terms }: Segment): Neighbours {
  return neighboursOf.get(terms) ?? withoutPause(findNeighbours(terms));
}

/** Prepares the neighbours of many terms with pauses, so that the first question need not wait for them. */
export function* findNeighbours(terms: Terms): Generator<void, Neighbours> {
  const made = {
    endings: yield* groupTerms(terms, endingOf),
    families: yield* groupTerms(terms, makeFamily),
  };
  neighboursOf.set(terms, made);
  return made;
}

const shortestTail = 4;
const endingOf = (term: string): string => term.slice(-shortestTail);

/** Other terms of the town with the same root: verbs and their nouns. */
export function relativesOf(index: AnswerIndex, term: string): string[] {
  const family = familyOf(term);
  const found = new Set(index.segments.flatMap((segment) => neighbours(segment).families.of(family)));
  found.delete(term);
  return [...found];
}

function startingWith(segment: Segment, term: string, most: number): string[] {
  return rangeOf(segment.terms, term, most);
}

// In the order of the words spelled backwards.
function endingWith(segment: Segment, tail: string, most: number): string[] {
  const alike = neighbours(segment).endings.of(endingOf(tail));
  const ending = alike.filter((term) => term.endsWith(tail)).map(reverse);
  return ending.sort().slice(0, most).map(reverse);
}

function rangeOf(sorted: Terms, start: string, most: number): string[] {
  const found: string[] = [];
  for (let i = firstNotBefore(sorted, start); i < sorted.length && found.length < most; i++) {
    const term = sorted.at(i)!;
    if (!term.startsWith(start)) break;
    found.push(term);
  }
  return found;
}

const reverse = (word: string): string => [...word].reverse().join('');
