import { lexiconWords, waysOf } from '../text/lexicon.ts';
import type { AnswerIndex } from './index.ts';
import { similarTerms } from './typos.ts';
import { compoundsWith, isKnown, partsOf, relativesOf } from './vocabulary.ts';

export type WayKind = 'exact' | 'relative' | 'synonym' | 'translation' | 'compound' | 'part' | 'typo';

/** One way to say a unit of the question: every slot should be filled by one of its terms. */
export interface Way {
  readonly kind: WayKind;
  readonly weight: number;
  readonly slots: readonly (readonly string[])[];
}

const weights = {
  exact: 1,
  relative: 0.85,
  translation: 0.9,
  synonym: 0.75,
  compound: 0.6,
  part: 0.7,
  typo: 0.85,
};
const compoundsOfSynonym = 0.45;
const mostCompounds = 60;
const mostCompoundsOfSynonym = 12;

type Known = Map<string, readonly Way[]>;

// What was asked lately and what was asked before that: when the first is full it takes the place of the second, and what
// is asked again moves over. So a word that many ask for is kept, however many others come between.
const waysKnown = new WeakMap<object, { lately: Known; before: Known }>();
// The own questions of the demo have about 2,200 different words; a thousand take 0.85 MB.
const remembersAtMost = 2_000;

/** All ways in which pages of the town may say a term. */
export function waysToSay(
  index: AnswerIndex,
  term: string,
  { isLight = false, isVerb = false } = {},
): readonly Way[] {
  return remembered(index, `${term} ${isLight} ${isVerb}`, () => findWays(index, term, isLight, isVerb));
}

// An index never changes, so neither do its ways.
function remembered(index: AnswerIndex, key: string, find: () => readonly Way[]): readonly Way[] {
  // Ways depend on words alone, and those of some pages of a town are the words of all.
  const words = index.corpus ?? index;
  let known = waysKnown.get(words);
  if (!known || known.lately.size >= remembersAtMost) {
    known = { lately: new Map(), before: known?.lately ?? new Map() };
    waysKnown.set(words, known);
  }
  const { lately, before } = known;
  const ways = lately.get(key) ?? before.get(key) ?? find();
  lately.set(key, ways);
  return ways;
}

function findWays(index: AnswerIndex, term: string, isLight: boolean, isVerb: boolean): readonly Way[] {
  const exact = wayOf('exact', [term]);
  if (/^\d/.test(term)) return [exact, ...synonymWays(index, term)];
  const ways = [exact, ...relativeWays(index, term, weights.relative), ...synonymWays(index, term)];
  // parken is no part of Wissenschaftspark, and "wie hoch" asks for no Hochschule.
  const compounds = isLight || (isVerb && term.length <= 4) ? [] : compoundsWith(index, term, mostCompounds);
  for (const compound of compounds) ways.push(wayOf('compound', [compound]));
  const parts = partsOf(index, term);
  if (parts)
    ways.push({ kind: 'part', weight: weights.part, slots: parts.map((part) => slotOf(index, part)) });
  if (isLight || ways.some((way) => isSaid(index, way))) return ways;
  const meant = typoWays(index, term);
  return [...ways, ...(meant.length ? meant : partlyKnownWays(index, term))];
}

const shortestKnownPart = 5;
const shortestRest = 3;
const partlyKnown = 0.7;

// Of a compound that nobody knows whole, the beginning the lexicon knows may still lead: Imbissbude to Imbiss.
function partlyKnownWays(index: AnswerIndex, term: string): Way[] {
  for (let length = term.length - shortestRest; length >= shortestKnownPart; length--) {
    const part = term.slice(0, length);
    if (lexiconWords.has(part)) return [wayOf('part', [part], 0.6), ...synonymWays(index, part, partlyKnown)];
  }
  return [];
}

/** Ways for a fixed phrase of several terms. */
export function waysToSayPhrase(index: AnswerIndex, terms: readonly string[]): Way[] {
  return [wayOf('exact', terms), ...synonymWays(index, terms.join(' '))];
}

/** Ways for the German translation of an English word. */
export function waysToTranslate(index: AnswerIndex, terms: readonly string[]): readonly Way[] {
  return remembered(index, `in German ${terms.join(' ')}`, () => findTranslation(index, terms));
}

function findTranslation(index: AnswerIndex, terms: readonly string[]): Way[] {
  const ways = [wayOf('translation', terms), ...synonymWays(index, terms.join(' '), 0.85)];
  const [single] = terms;
  if (terms.length !== 1 || single === undefined) return ways;
  ways.push(...relativeWays(index, single, 0.75));
  for (const compound of compoundsWith(index, single, mostCompounds))
    ways.push(wayOf('compound', [compound]));
  const parts = partsOf(index, single);
  if (parts)
    ways.push({ kind: 'part', weight: weights.part * 0.9, slots: parts.map((part) => slotOf(index, part)) });
  return ways;
}

/** True when the town's pages say at least part of a way. */
export function isSaid(index: AnswerIndex, way: Way): boolean {
  return way.slots.some((slot) => slot.some((term) => isKnown(index, term)));
}

function wayOf(kind: WayKind, terms: readonly string[], weight = weights[kind]): Way {
  return { kind, weight, slots: terms.map((term) => [term]) };
}

function relativeWays(index: AnswerIndex, term: string, weight: number): Way[] {
  return relativesOf(index, term).map((relative) => wayOf('relative', [relative], weight));
}

/** The other words of the lexicon for a word or phrase. */
export function synonymWays(index: AnswerIndex, phrase: string, share = 1): Way[] {
  const ways: Way[] = [];
  for (const terms of waysOf(phrase, index.ownLexicon)) {
    ways.push(wayOf('synonym', terms, weights.synonym * share));
    const [single] = terms;
    if (terms.length !== 1 || single === undefined) continue;
    ways.push(...relativeWays(index, single, 0.6 * share));
    for (const compound of compoundsWith(index, single, mostCompoundsOfSynonym)) {
      ways.push(wayOf('compound', [compound], compoundsOfSynonym * share));
    }
  }
  return ways;
}

function slotOf(index: AnswerIndex, part: string): string[] {
  const synonyms = waysOf(part, index.ownLexicon).flatMap((way) => (way.length === 1 ? way : []));
  return [
    part,
    ...relativesOf(index, part),
    ...synonyms,
    ...compoundsWith(index, part, mostCompoundsOfSynonym),
  ];
}

function typoWays(index: AnswerIndex, term: string): Way[] {
  return similarTerms(index, term).flatMap(({ term: meant, similarity }) => [
    wayOf('typo', [meant], weights.typo * similarity),
    ...synonymWays(index, meant, similarity).map((way): Way => ({ ...way, kind: 'typo' })),
    ...compoundsWith(index, meant, mostCompoundsOfSynonym).map((compound) =>
      wayOf('typo', [compound], 0.5 * similarity),
    ),
  ]);
}
