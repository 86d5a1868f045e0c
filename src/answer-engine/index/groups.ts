import type { Terms } from './segment.ts';

// A hash and a position in one exact number, so that a list of a million terms sorts fast and takes eight bytes a term.
const positions = 2 ** 24;
const hashes = 2 ** 28;

/** So many are looked at in a few milliseconds. */
export const termsAtOnce = 4_000;

/** Sorts terms by their key; pauses again and again, so that whoever has many can do other things in between. */
export function* groupTerms(terms: Terms, keyOf: (term: string) => string): Generator<void, Groups> {
  const sorted = new Float64Array(terms.length);
  for (let at = 0; at < terms.length; at++) {
    if (at % termsAtOnce === 0) yield;
    sorted[at] = hashOf(keyOf(terms.at(at)!)) * positions + at;
  }
  return new Groups(terms, keyOf, sorted.sort());
}

/** Terms that have a key in common, for more terms than a map of lists should hold. */
export class Groups {
  readonly #terms: Terms;
  readonly #keyOf: (term: string) => string;
  readonly #sorted: Float64Array;

  constructor(terms: Terms, keyOf: (term: string) => string, sorted: Float64Array) {
    this.#terms = terms;
    this.#keyOf = keyOf;
    this.#sorted = sorted;
  }

  /** The terms with a key, in the order of the list. */
  of(key: string): string[] {
    const hash = hashOf(key);
    const found: string[] = [];
    for (let i = this.#firstNotBefore(hash * positions); i < this.#sorted.length; i++) {
      const at = this.#sorted[i]! - hash * positions;
      if (at >= positions) break;
      const term = this.#terms.at(at)!;
      if (this.#keyOf(term) === key) found.push(term);
    }
    return found;
  }

  #firstNotBefore(wanted: number): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#sorted[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % hashes;
}

/** Does without pauses what has them. */
export function withoutPause<Made>(work: Generator<void, Made>): Made {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
