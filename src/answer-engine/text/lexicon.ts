import { isFunctionWord } from './function-words.ts';
import { everydayWords } from './synonyms/everyday.ts';
import { englishToGerman } from './synonyms/english.ts';
import { generalSynonyms } from './synonyms/general.ts';
import { lowGerman } from './synonyms/low-german.ts';
import { municipalSynonyms } from './synonyms/municipal.ts';
import { termOf, wordsOf } from './words.ts';

/** For a word or phrase (its terms joined by a space): the other ways to say it, each a list of terms. */
export type Lexicon = ReadonlyMap<string, readonly string[][]>;

const longestPhrase = 4;

/** Terms of a text without function words; a text of function words only keeps them. */
export function contentTerms(text: string): string[] {
  const words = wordsOf(text);
  const content = words.filter((word) => !isFunctionWord(word));
  return (content.length ? content : words).map(termOf);
}

/** Reads groups of words that mean the same; every word of a group finds every other. */
export function lexiconOf(groups: readonly string[][]): Map<string, string[][]> {
  const lexicon = new Map<string, string[][]>();
  for (const group of groups) {
    const ways = group.map(contentTerms).filter((terms) => terms.length > 0);
    for (const from of ways) for (const to of ways) addWay(lexicon, from, to);
  }
  return lexicon;
}

function addWay(lexicon: Map<string, string[][]>, from: string[], to: string[]): void {
  const key = from.join(' ');
  if (from.length > longestPhrase || key === to.join(' ')) return;
  const known = lexicon.get(key) ?? [];
  if (!known.some((way) => way.join(' ') === to.join(' '))) lexicon.set(key, [...known, to]);
}

function readGroups(groups: string): Map<string, string[][]> {
  const lines = groups.split('\n').filter((line) => line && !line.startsWith('#'));
  const members = (list: string): string[] => list.split(',').map((word) => word.trim());
  const lexicon = lexiconOf(lines.filter((line) => !line.includes('>')).map(members));
  for (const line of lines.filter((each) => each.includes('>'))) {
    const [left = '', right = ''] = line.split('>');
    for (const from of members(left)) {
      for (const to of members(right)) addWay(lexicon, contentTerms(from), contentTerms(to));
    }
  }
  return lexicon;
}

function readEnglish(): Map<string, string[]> {
  const entries = new Map<string, string[]>();
  for (const line of englishToGerman.split('\n').filter(Boolean)) {
    const [from = '', to = ''] = line.split(':');
    entries.set(
      wordsOf(from).join(' '),
      to.split(',').map((word) => word.trim()),
    );
  }
  return entries;
}

function readLowGerman(): Map<string, string> {
  return new Map(
    lowGerman
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split(':').map((part) => part.trim()) as [string, string]),
  );
}

/** German groups every town starts with. */
export const municipalLexicon: Lexicon = readGroups(`${municipalSynonyms}\n${everydayWords}`);
/** Groups of general German; only searching leans on them, see `widened`. */
export const generalLexicon: Lexicon = readGroups(generalSynonyms);
/** English words and phrases in lower case → German words. */
export const englishLexicon: ReadonlyMap<string, readonly string[]> = readEnglish();
export const lowGermanWords: ReadonlyMap<string, string> = readLowGerman();

/** All ways known for a phrase, in the town's own list first. */
export function waysOf(phrase: string, own: Lexicon): readonly string[][] {
  const mine = own.get(phrase);
  const common = municipalLexicon.get(phrase);
  return mine && common ? [...mine, ...common] : (mine ?? common ?? []);
}

const wordsOfPairs = new WeakMap<Lexicon, ReadonlySet<string>>();

/** Whether a lexicon has a phrase of two words with this one: most words need not be tried with every other. */
export function isInPair(term: string, own: Lexicon): boolean {
  return pairsOf(municipalLexicon).has(term) || pairsOf(own).has(term);
}

function pairsOf(lexicon: Lexicon): ReadonlySet<string> {
  const known = wordsOfPairs.get(lexicon);
  if (known) return known;
  const pairs = [...lexicon.keys()].map((phrase) => phrase.split(' ')).filter(({ length }) => length === 2);
  const made = new Set(pairs.flat());
  wordsOfPairs.set(lexicon, made);
  return made;
}

/** Every single word the lexicon knows, as a term; compounds may be split at them. */
export const lexiconWords: ReadonlySet<string> = new Set(
  [...municipalLexicon.keys()].filter((phrase) => !phrase.includes(' ')),
);
