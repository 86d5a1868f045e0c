import { englishFunctionWords, isFunctionWord } from '../text/function-words.ts';
import { fromLowGerman, isEnglish } from '../text/language.ts';
import { englishLexicon, isInPair, waysOf } from '../text/lexicon.ts';
import { isLightWord } from '../text/light-words.ts';
import { termOf, wordsOf } from '../text/words.ts';
import { inverseFrequency, unknownWorth, type AnswerIndex } from './index.ts';
import { isKnown, relativesOf } from './vocabulary.ts';
import { widened } from './widened.ts';
import { isSaid, synonymWays, waysToSay, waysToSayPhrase, waysToTranslate, type Way } from './ways.ts';

/** One content word (or fixed phrase) of the question with all ways it may be said in a page. */
export interface Unit {
  readonly word: string;
  readonly term: string;
  readonly ways: readonly Way[];
  /** How much the unit tells, from the whole index; the maximum for words no page knows. */
  readonly worth: number;
  /** True when some page of the town says it, in whatever way. */
  readonly known: boolean;
  /** Below 1 for words that matter less: taken over from earlier questions, or no nouns. */
  readonly weight: number;
  /** True when it is taken over from an earlier question. */
  readonly carried?: boolean;
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
  /** Per unit: what it tells times what it weighs; together they are `worth`. */
  readonly worths: readonly number[];
}

const longestPhrase = 4;

/** Reads a question: which content words it has and how pages of this town may say them. */
export function readQuery(index: AnswerIndex, text: string, locale = 'de'): Query {
  return readWith(toAnswer, index, text, locale);
}

/** The same for a list of pages, which may guess more freely than an answer. */
export function readSearch(index: AnswerIndex, text: string): Query {
  return readWith(toSearch, widened(index), text, 'de');
}

function readWith(leeway: Leeway, index: AnswerIndex, text: string, locale: string): Query {
  const words = fromLowGerman(wordsOf(inDigits(withoutCourtesy(text))));
  const english = isEnglish(words) || (locale === 'en' && !words.some((word) => /[äöüß]/.test(word)));
  const units = english
    ? englishUnits(index, words)
    : germanUnits(index, words, lesserWords(text), verbsOf(text), leeway);
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
        for (const term of slot) {
          const known = meetings.get(term);
          if (known) known.push({ unit: u, way: w, slot: s });
          else meetings.set(term, [{ unit: u, way: w, slot: s }]);
        }
      }),
    ),
  );
  const worths = units.map((unit) => unit.worth * unit.weight);
  const worth = worths.reduce((sum, one) => sum + one, 0);
  return { text, words, english, units, meetings, worth, worths };
}

const courtesies =
  /sehr geehrte (?:damen und herren|frau \p{L}+|herr \p{L}+)|(?:mit )?(?:freundlichen|besten|lieben|vielen|herzlichen) gr[üu](?:ß|ss|e)+en?.*$|\bmfg\b.*$|(?:vielen|herzlichen|besten) dank(?: im voraus)?|danke(?: im voraus| schon ?mal| vorab)?|guten (?:tag|morgen|abend)|dear (?:sir|madam|all)[\p{L} ]*|(?:kind|best) regards.*$|thank you.*$|ich (?:hätte|habe|hab) (?:da )?(?:mal )?(?:eine|ne|kurze) (?:kurze )?frage|k(?:ö|oe)nn(?:en|t)en? sie mir (?:bitte )?sagen|ich (?:wollte|möchte) (?:mal )?(?:fragen|wissen)|entschuldigung/giu;

// Letters begin and end with words that ask nothing.
function withoutCourtesy(text: string): string {
  const bare = text.replace(courtesies, ' ');
  return /\p{L}{2}/u.test(bare) ? bare : text;
}

const thousands =
  /(?<![\p{N}.,])(\d{1,3})(?:(\s+(?:oder|bis|und|or|to|and)\s+)(\d{1,3}))?\s*(?:tausend|tsd\.?|thousand)(?!\p{L})/giu;

// "550 oder 645 tausend": pages write 645.000.
const inDigits = (text: string): string =>
  text.replace(thousands, (_, one: string, between: string | undefined, other: string | undefined) =>
    other === undefined ? `${one}.000` : `${one}.000${between}${other}.000`,
  );

// German writes nouns with capitals. Who does so in a question tells which of its words are subjects.
function lesserWords(text: string): ReadonlySet<string> {
  const typed = text.match(/\p{L}+/gu) ?? [];
  const inner = typed.slice(1);
  if (!inner.some((word) => /^\p{Lu}\p{Ll}/u.test(word))) return new Set();
  return new Set(typed.filter((word) => /^\p{Ll}/u.test(word)).map((word) => word.toLowerCase()));
}

// Words that look like infinitives: small and ending in -en.
const verbsOf = (text: string): ReadonlySet<string> =>
  new Set(text.match(/(?<!\p{L})\p{Ll}+en(?!\p{L})/gu) ?? []);

/** How a question is read: what the words count that are no nouns, and the one that follows "welche". */
interface Leeway {
  readonly lesser: number;
  /** "Welcher Journalist …?" asks for one by a word that the page need not say. */
  readonly askedKind: number;
  /** Whether a verb is joined with its prefix at the end of the question. */
  readonly prefixes: boolean;
}

const toAnswer: Leeway = { lesser: 0.7, askedKind: 1, prefixes: false };
const toSearch: Leeway = { lesser: 0.6, askedKind: 0.7, prefixes: true };
const lightWeight = 0.45;
const withPrefix = 0.9;
const lightTells = 4;
// A verb or an adverb that no page says is mostly a turn of speech; a noun that no page says is a subject.
const unheardTells = 2;
// English has no capitals to tell one from the other.
const unheardInEnglish = 4;

function germanUnits(
  index: AnswerIndex,
  words: readonly string[],
  lesser: ReadonlySet<string>,
  verbs: ReadonlySet<string>,
  leeway: Leeway,
): Unit[] {
  const content = words.filter((word) => !isFunctionWord(word));
  const askedKinds = new Set(words.filter((_, i) => /^welche[rsnm]?$/.test(words[i - 1] ?? '')));
  const units = new Map<string, Unit>();
  for (let at = 0; at < content.length;) {
    const taken = content.slice(at, at + phraseLength(index, content, at));
    const terms = taken.map(termOf);
    const term = terms.join(' ');
    const own =
      taken.length > 1
        ? waysToSayPhrase(index, terms)
        : waysToSay(index, term, { isLight: isLightWord(taken[0]!), isVerb: verbs.has(taken[0]!) });
    const others = [
      ...(leeway.prefixes && lesser.has(taken[0]!) ? waysWithPrefix(index, term, words) : []),
      ...waysWithAnother(index, term, content),
    ];
    const ways = others.length > 0 ? [...own, ...others] : own;
    const isLight = taken.every(isLightWord);
    const isLesser = taken.every((word) => lesser.has(word));
    const isUnheard = toldBy(index, term, ways).said.length === 0;
    // A common verb that a small town's pages happen not to say is no rare word.
    const most = isLight ? lightTells : isLesser && isUnheard ? unheardTells : Infinity;
    const weight = isLight
      ? lightWeight
      : isLesser
        ? leeway.lesser
        : askedKinds.has(taken[0]!)
          ? leeway.askedKind
          : 1;
    if (!units.has(term)) units.set(term, unitOf(index, taken.join(' '), term, ways, weight, most));
    at += taken.length;
  }
  return [...units.values()];
}

const prefixes: ReadonlySet<string> = new Set(
  'ab an auf aus bei bereit dar durch ein entgegen fest fort frei her heraus herum hervor hin los mit nach nieder statt teil über um unter vor weg weiter wieder zu zurück zusammen'.split(
    ' ',
  ),
);

// "Wer wählt die Richter aus?" asks who chooses them: the prefix of a verb stands at the end of the question.
function waysWithPrefix(index: AnswerIndex, term: string, words: readonly string[]): Way[] {
  const last = words.at(-1);
  if (!last || !prefixes.has(last) || term === termOf(last)) return [];
  const whole = termOf(last + term);
  return [whole, ...relativesOf(index, whole)]
    .filter((one) => isKnown(index, one))
    .map((one) => ({ kind: 'relative', weight: withPrefix, slots: [[one]] }));
}

// Two words of a phrase need not stand together: "fahren … zur Arbeit" also means to commute.
function waysWithAnother(index: AnswerIndex, term: string, content: readonly string[]): Way[] {
  if (term.includes(' ') || !isInPair(term, index.ownLexicon)) return [];
  return content.flatMap((word) => {
    const other = termOf(word);
    return other === term || !isInPair(other, index.ownLexicon)
      ? []
      : [...synonymWays(index, `${term} ${other}`), ...synonymWays(index, `${other} ${term}`)];
  });
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

function englishUnits(index: AnswerIndex, words: readonly string[]): Unit[] {
  const units = new Map<string, Unit>();
  for (let at = 0; at < words.length;) {
    const length = englishPhraseLength(words, at);
    const phrase = words.slice(at, at + Math.max(1, length)).join(' ');
    at += Math.max(1, length);
    if (length === 0 && (englishFunctionWords.has(phrase) || isFunctionWord(phrase))) continue;
    const term = length ? phrase : termOf(phrase);
    const ways = length
      ? translationWays(index, phrase)
      : [...cognateWays(index, phrase), ...waysToSay(index, term)];
    const most = ways.some((way) => isSaid(index, way)) ? Infinity : unheardInEnglish;
    if (!units.has(term)) units.set(term, unitOf(index, phrase, term, ways, 1, most));
  }
  return [...units.values()];
}

function englishPhraseLength(words: readonly string[], at: number): number {
  for (let length = Math.min(longestPhrase, words.length - at); length > 0; length--) {
    if (germanFor(words.slice(at, at + length).join(' '))) return length;
  }
  return 0;
}

/** The question's words in other words: what the lexicons know for each unit, said in the town or not. */
export function otherWords(index: AnswerIndex, query: Query): string {
  const words = query.units.flatMap((unit) =>
    query.english && germanFor(unit.word)
      ? germanFor(unit.word)!
      : waysOf(unit.term, index.ownLexicon).map((way) => way.join(' ')),
  );
  return words.join(' ');
}

// Hectare and Hektar, culture and Kultur: what English writes with c, German often writes with k.
function cognateWays(index: AnswerIndex, word: string): Way[] {
  const german = termOf(word.replace(/c(?=[aoulrt]|$)/g, 'k').replace(/re$/, 'r'));
  return german !== termOf(word) && isKnown(index, german)
    ? [{ kind: 'translation', weight: 0.8, slots: [[german]] }]
    : [];
}

const germanFor = (phrase: string): readonly string[] | undefined =>
  englishLexicon.get(phrase) ??
  englishLexicon.get(phrase.replace(/s$/, '')) ??
  englishLexicon.get(phrase.replace(/(?:ed|ing)$/, ''));

function translationWays(index: AnswerIndex, phrase: string): Way[] {
  const said = phrase.includes(' ') ? [] : [{ kind: 'exact' as const, weight: 1, slots: [[termOf(phrase)]] }];
  const translated = (germanFor(phrase) ?? []).flatMap((german) =>
    waysToTranslate(
      index,
      wordsOf(german)
        .filter((word) => !isFunctionWord(word))
        .map(termOf),
    ),
  );
  return [...said, ...translated];
}

function unitOf(
  index: AnswerIndex,
  word: string,
  term: string,
  ways: readonly Way[],
  weight: number,
  most = Infinity,
): Unit {
  const { said, worth } = toldBy(index, term, ways);
  return { word, term, ways: said, worth: Math.min(worth, most), known: said.length > 0, weight };
}

interface Told {
  /** The ways some page says, each once. */
  readonly said: readonly Way[];
  readonly worth: number;
}

const toldKnown = new WeakMap<AnswerIndex, WeakMap<readonly Way[], Told>>();

// Ways are remembered, and so is what they tell.
function toldBy(index: AnswerIndex, term: string, ways: readonly Way[]): Told {
  let known = toldKnown.get(index);
  if (!known) toldKnown.set(index, (known = new WeakMap()));
  const before = known.get(ways);
  if (before) return before;
  const distinct = new Map<string, Way>();
  for (const way of ways) {
    const key = way.slots.join('|');
    if ((distinct.get(key)?.weight ?? 0) < way.weight && isSaid(index, way)) distinct.set(key, way);
  }
  const said = [...distinct.values()];
  const strongest = Math.max(...said.map((way) => way.weight)) - 0.05;
  const worths = said.filter((way) => way.weight >= strongest).map((way) => worthOf(index, way));
  const direct = said.find((way) => way.kind === 'exact');
  const worth = direct ? worthOf(index, direct) : Math.min(unknownWorth(index, term), ...worths);
  const made = { said, worth };
  known.set(ways, made);
  return made;
}

// How much a way tells: the mean over its slots, each by its first known term.
function worthOf(index: AnswerIndex, way: Way): number {
  const each = way.slots.map((slot) =>
    inverseFrequency(index, slot.find((term) => isKnown(index, term)) ?? slot[0]!),
  );
  return each.reduce((sum, one) => sum + one, 0) / Math.max(1, each.length);
}
