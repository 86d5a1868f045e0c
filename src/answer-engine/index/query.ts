import { isFunctionWord, englishFunctionWords } from '../text/function-words.ts';
import { fromLowGerman, isEnglish } from '../text/language.ts';
import { englishLexicon, waysOf } from '../text/lexicon.ts';
import { termOf, wordsOf } from '../text/words.ts';
import { inverseFrequency, type AnswerIndex } from './index.ts';
import { similarTerms } from './typos.ts';
import { compoundsWith, isKnown, partsOf } from './vocabulary.ts';

export type WayKind = 'exact' | 'synonym' | 'translation' | 'compound' | 'part' | 'typo';

/** One way to say a unit of the question: every slot should be filled by one of its terms. */
export interface Way {
  readonly kind: WayKind;
  readonly weight: number;
  readonly slots: readonly (readonly string[])[];
}

/** One content word (or fixed phrase) of the question with all ways it may be said in a page. */
export interface Unit {
  readonly word: string;
  readonly term: string;
  readonly ways: readonly Way[];
  /** How much the unit tells, from the whole index; the maximum for words no page knows. */
  readonly worth: number;
  /** True when some page of the town says it, in whatever way. */
  readonly known: boolean;
  /** Below 1 for words taken over from earlier questions. */
  readonly weight: number;
}

/** Where a term of a page meets the question. */
export interface Meeting {
  readonly unit: number;
  readonly way: number;
  readonly slot: number;
}

export interface Query {
  readonly text: string;
  /** The words as asked, function words included, in standard German spelling. */
  readonly words: readonly string[];
  readonly english: boolean;
  readonly units: readonly Unit[];
  readonly meetings: ReadonlyMap<string, readonly Meeting[]>;
  readonly worth: number;
}

const weights: Record<WayKind, number> = {
  exact: 1,
  translation: 0.9,
  synonym: 0.75,
  compound: 0.6,
  part: 0.7,
  typo: 0.85,
};
const longestPhrase = 4;

/** Reads a question: which content words it has and how pages of this town may say them. */
export function readQuery(index: AnswerIndex, text: string, locale = 'de'): Query {
  const words = fromLowGerman(wordsOf(text));
  const english = isEnglish(words) || (locale === 'en' && !words.some((word) => /[äöüß]/.test(word)));
  const units = english ? englishUnits(index, words) : germanUnits(index, words);
  return queryOf(text, words, english, units);
}

/** A query of given units; used to join a follow-up with what was asked before. */
export function queryOf(
  text: string,
  words: readonly string[],
  english: boolean,
  units: readonly Unit[],
): Query {
  const meetings = new Map<string, Meeting[]>();
  units.forEach((unit, u) =>
    unit.ways.forEach((way, w) =>
      way.slots.forEach((slot, s) => {
        for (const term of slot)
          meetings.set(term, [...(meetings.get(term) ?? []), { unit: u, way: w, slot: s }]);
      }),
    ),
  );
  const worth = units.reduce((sum, unit) => sum + unit.worth * unit.weight, 0);
  return { text, words, english, units, meetings, worth };
}

function germanUnits(index: AnswerIndex, words: readonly string[]): Unit[] {
  const content = words.filter((word) => !isFunctionWord(word));
  const units = new Map<string, Unit>();
  for (let at = 0; at < content.length;) {
    const taken = phraseLength(index, content, at);
    const part = content.slice(at, at + taken);
    const unit = taken > 1 ? phraseUnit(index, part) : wordUnit(index, part[0]!);
    units.set(unit.term, units.get(unit.term) ?? unit);
    at += taken;
  }
  return [...units.values()];
}

// "Gewerbe anmelden" is one unit when the lexicon knows the phrase.
function phraseLength(index: AnswerIndex, words: readonly string[], at: number): number {
  for (let length = Math.min(longestPhrase, words.length - at); length > 1; length--) {
    const phrase = words
      .slice(at, at + length)
      .map(termOf)
      .join(' ');
    if (waysOf(phrase, index.ownLexicon).length) return length;
  }
  return 1;
}

function phraseUnit(index: AnswerIndex, words: readonly string[]): Unit {
  const terms = words.map(termOf);
  const said: Way = { kind: 'exact', weight: 1, slots: terms.map((term) => [term]) };
  const phrase = terms.join(' ');
  const others = waysOf(phrase, index.ownLexicon).map((way) => wayOf('synonym', way));
  return unitOf(index, words.join(' '), phrase, [said, ...others]);
}

function wordUnit(index: AnswerIndex, word: string): Unit {
  const term = termOf(word);
  const ways: Way[] = [{ kind: 'exact', weight: 1, slots: [[term]] }];
  for (const way of waysOf(term, index.ownLexicon)) ways.push(wayOf('synonym', way));
  if (/^\d/.test(term)) return unitOf(index, word, term, ways);
  for (const compound of compoundsWith(index, term)) ways.push(wayOf('compound', [compound]));
  const parts = partsOf(index, term);
  if (parts)
    ways.push({ kind: 'part', weight: weights.part, slots: parts.map((part) => withSynonyms(index, part)) });
  if (!ways.some((way) => isSaid(index, way))) {
    for (const { term: other, similarity } of similarTerms(index, term)) {
      ways.push({ kind: 'typo', weight: weights.typo * similarity, slots: [[other]] });
      for (const way of waysOf(other, index.ownLexicon))
        ways.push({ ...wayOf('typo', way), weight: 0.5 * similarity });
    }
  }
  return unitOf(index, word, term, ways);
}

function withSynonyms(index: AnswerIndex, part: string): string[] {
  const single = waysOf(part, index.ownLexicon).filter((way) => way.length === 1);
  return [part, ...single.map((way) => way[0]!)];
}

function wayOf(kind: WayKind, terms: readonly string[]): Way {
  return { kind, weight: weights[kind], slots: terms.map((term) => [term]) };
}

function englishUnits(index: AnswerIndex, words: readonly string[]): Unit[] {
  const units = new Map<string, Unit>();
  for (let at = 0; at < words.length;) {
    const length = englishPhraseLength(words, at);
    const phrase = words.slice(at, at + Math.max(1, length)).join(' ');
    at += Math.max(1, length);
    if (length === 0 && (englishFunctionWords.has(phrase) || isFunctionWord(phrase))) continue;
    const unit = length ? translatedUnit(index, phrase) : wordUnit(index, phrase);
    units.set(unit.term, units.get(unit.term) ?? unit);
  }
  return [...units.values()];
}

function englishPhraseLength(words: readonly string[], at: number): number {
  for (let length = Math.min(longestPhrase, words.length - at); length > 0; length--) {
    const phrase = words.slice(at, at + length).join(' ');
    if (englishLexicon.has(phrase) || englishLexicon.has(phrase.replace(/s$/, ''))) return length;
  }
  return 0;
}

function translatedUnit(index: AnswerIndex, phrase: string): Unit {
  const german = englishLexicon.get(phrase) ?? englishLexicon.get(phrase.replace(/s$/, '')) ?? [];
  const own = phrase.includes(' ') ? [] : [wayOf('exact', [termOf(phrase)])];
  const ways: Way[] = [...own];
  for (const translation of german) {
    const terms = wordsOf(translation)
      .filter((word) => !isFunctionWord(word))
      .map(termOf);
    ways.push(wayOf('translation', terms));
    const phraseKey = terms.join(' ');
    for (const way of waysOf(phraseKey, index.ownLexicon))
      ways.push({ ...wayOf('synonym', way), weight: 0.65 });
    if (terms.length === 1)
      for (const compound of compoundsWith(index, terms[0]!)) ways.push(wayOf('compound', [compound]));
  }
  return unitOf(index, phrase, phrase, ways);
}

function unitOf(index: AnswerIndex, word: string, term: string, ways: readonly Way[]): Unit {
  const distinct = [...new Map(ways.map((way) => [way.slots.join('|'), way])).values()];
  const said = distinct.filter((way) => isSaid(index, way));
  const most = Math.log(1 + (index.pageCount + 0.5) / 0.5);
  const exact = said.find((way) => way.kind === 'exact' || way.kind === 'translation') ?? said[0];
  const worth = exact ? worthOf(index, exact) : most;
  return {
    word,
    term,
    ways: said.length ? said : distinct.slice(0, 1),
    worth,
    known: said.length > 0,
    weight: 1,
  };
}

function isSaid(index: AnswerIndex, way: Way): boolean {
  return way.slots.every((slot) => slot.some((term) => isKnown(index, term)));
}

/** How much a way tells: the mean over its slots, each by its first known term. */
export function worthOf(index: AnswerIndex, way: Way): number {
  const each = way.slots.map((slot) =>
    inverseFrequency(index, slot.find((term) => isKnown(index, term)) ?? slot[0]!),
  );
  return each.reduce((sum, one) => sum + one, 0) / Math.max(1, each.length);
}
