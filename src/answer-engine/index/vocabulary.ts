import type { AnswerIndex } from './index.ts';
import { findTerm, firstNotBefore, type Segment } from './segment.ts';

const linkings = ['', 's', 'n', 'es', 'en', 'er', 'e'];
const shortestPart = 3;
const mostCompounds = 80;

/** True when a term stands in some page (removed pages count until their segment is rewritten). */
export function isKnown(index: AnswerIndex, term: string): boolean {
  return index.segments.some((segment) => findTerm(segment.terms, term) >= 0);
}

/** Splits a term into two terms of the town's own vocabulary: gewerbeflach → gewerb, flach. */
export function partsOf(index: AnswerIndex, term: string, known = isKnown): [string, string] | null {
  for (let at = term.length - shortestPart; at >= shortestPart; at--) {
    const tail = term.slice(at);
    if (tail.length < 4 && term.length - at < 4) continue;
    if (!known(index, tail)) continue;
    const head = headOf(index, term.slice(0, at), known);
    if (head) return [head, tail];
  }
  return null;
}

function headOf(index: AnswerIndex, start: string, known: typeof isKnown): string | null {
  for (const linking of linkings) {
    if (!start.endsWith(linking)) continue;
    const head = start.slice(0, start.length - linking.length);
    if (head.length >= shortestPart && known(index, head)) return head;
  }
  return null;
}

/** Terms of the town that are compounds with the given term as head or tail. */
export function compoundsWith(index: AnswerIndex, term: string): string[] {
  if (term.length < 4) return [];
  const found = new Set<string>();
  for (const segment of index.segments) {
    for (const compound of [...startingWith(segment, term), ...endingWith(segment, term)]) {
      if (found.size >= mostCompounds) return [...found];
      if (isCompoundWith(index, compound, term)) found.add(compound);
    }
  }
  return [...found];
}

function isCompoundWith(index: AnswerIndex, compound: string, term: string): boolean {
  if (compound.length < term.length + shortestPart) return false;
  if (compound.endsWith(term)) return headOf(index, compound.slice(0, -term.length), isKnown) !== null;
  const rest = compound.slice(term.length);
  return linkings.some((linking) => {
    const tail = rest.slice(linking.length);
    return rest.startsWith(linking) && tail.length >= 4 && isKnown(index, tail);
  });
}

function startingWith(segment: Segment, term: string): string[] {
  const found: string[] = [];
  for (let i = firstNotBefore(segment.terms, term); i < segment.terms.length; i++) {
    const candidate = segment.terms[i]!;
    if (!candidate.startsWith(term) || found.length >= mostCompounds * 4) break;
    found.push(candidate);
  }
  return found;
}

const endings = new WeakMap<readonly string[], string[]>();

// Sorted reversed terms make "ends with" a range; computed once per segment, on the first question.
function reversedTerms(segment: Segment): string[] {
  const known = endings.get(segment.terms);
  if (known) return known;
  const reversed = segment.terms.map(reverse).sort();
  endings.set(segment.terms, reversed);
  return reversed;
}

function endingWith(segment: Segment, term: string): string[] {
  const reversed = reversedTerms(segment);
  const wanted = reverse(term);
  const found: string[] = [];
  for (let i = firstNotBefore(reversed, wanted); i < reversed.length; i++) {
    const candidate = reversed[i]!;
    if (!candidate.startsWith(wanted) || found.length >= mostCompounds * 4) break;
    found.push(reverse(candidate));
  }
  return found;
}

const reverse = (word: string): string => [...word].reverse().join('');
