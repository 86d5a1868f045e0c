import { indexedTerms, wordsOf } from '../text/words.ts';
import { gramsOf } from '../index/typos.ts';
import { answerKinds } from './answer-kinds.ts';
import { offeredKinds, readOffered, type Offered } from './cues.ts';
import { markOfNumber, marksOf } from './marks.ts';

/** What a line says, whatever is asked. */
export interface LineFacts {
  /** Its words of content as the index knows them, in order. */
  readonly terms: readonly string[];
  readonly marks: Uint16Array;
  /** All its words as written, in lower case. */
  readonly words: ReadonlySet<string>;
  readonly offers: Readonly<Record<Offered, boolean>>;
  /** The same as numbers, in the order of `offeredKinds`. */
  readonly offerNumbers: readonly number[];
  /** Its distinct letter 4-grams. */
  readonly grams: Int32Array;
  readonly gramMarks: Uint16Array;
  /** Per kind of `answerKinds`: whether it gives one. */
  readonly gives: readonly boolean[];
}

// A memo of a pure function, small and bounded: the same pages are read again and again.
const remembered = new Map<string, LineFacts>();
const rememberAtMost = 6_000;

/** Reads a line of a page once for many questions. */
export function readLine(text: string): LineFacts {
  const known = remembered.get(text);
  if (known) return known;
  if (remembered.size >= rememberAtMost) remembered.clear();
  const terms = indexedTerms(text);
  const grams = gramsOf(terms);
  const offers = readOffered(text);
  const facts = {
    terms,
    marks: marksOf(terms),
    words: new Set(wordsOf(text)),
    offers,
    offerNumbers: offeredKinds.map((kind) => Number(offers[kind])),
    grams,
    gramMarks: Uint16Array.from(grams, markOfNumber),
    gives: answerKinds.map(({ given }) => given.test(text)),
  };
  remembered.set(text, facts);
  return facts;
}
