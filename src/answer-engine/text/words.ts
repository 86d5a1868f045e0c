import { isFunctionWord } from './function-words.ts';
import { foldUmlauts, stem } from './stem.ts';

// Numbers keep their decimals (67,54), words lose hyphens and gender marks (Gründer*innen, Gründer:innen).
const wordPattern =
  /\p{L}+\p{N}+(?!\p{L})|\p{N}+(?:[.,]\p{N}+)*(?:er|[dg])?(?!\p{L})|\p{N}+(?:[.,]\p{N}+)*|\p{L}+/gu;
const genderMark = /(?<=\p{Ll})(?:[*:_/]-?[Ii]nn?en|[*:_/]-?in)\b|(?<=\p{Ll})Innen\b/gu;
const shortHyphen = /\b(e|u|s|c)-(?=(?:mail|bahn|bike|auto|scooter|rechnung|bass|akte)\b)/giu;

// In "Bad Belzig" the first word is half a name and no bath; after an article ("das Bad Hagenow") it is one.
const spaTown =
  /(?<!\p{L})(?<!(?:das|im|ins|vom|zum|am|beim|dem|des|ein|kein|unser|euer) )Bad (?=\p{Lu}\p{Ll}{3})/gu;

/** The words of a text as typed, in order, in lower case. */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .replace(spaTown, '')
    .replace(genderMark, '')
    .replace(shortHyphen, '$1')
    .toLowerCase();
  return plain.match(wordPattern) ?? [];
}

// Memos of pure functions: they make repeated words cheap and never change an answer.
const terms = new Map<string, string>();
const contentTerms = new Map<string, string>();
const rememberAtMost = 60_000;

/** What a pure function makes of a word, made once; the memo is emptied when it has grown too large. */
export function remember(memo: Map<string, string>, word: string, make: (word: string) => string): string {
  const known = memo.get(word);
  if (known !== undefined) return known;
  if (memo.size >= rememberAtMost) memo.clear();
  const made = make(word);
  memo.set(word, made);
  return made;
}

/** The form under which a word is indexed. */
export function termOf(word: string): string {
  return remember(terms, word, makeTerm);
}

/** The terms of a text that say something; function words are left out. */
export function indexedTerms(text: string): string[] {
  const found: string[] = [];
  for (const word of wordsOf(text)) {
    const term = remember(contentTerms, word, (one) => (isFunctionWord(one) ? '' : termOf(one)));
    if (term) found.push(term);
  }
  return found;
}

// The stemmer would make these the same as a quite different word (Meister and meist).
export const keptWhole: ReadonlySet<string> = new Set([
  'meister',
  'wetter',
  'leiter',
  'alter',
  'kunde',
  'laster',
]);

function makeTerm(word: string): string {
  if (/^\p{N}/u.test(word)) return numberTerm(word);
  return keptWhole.has(word) ? word : stem(withoutFeminine(word)) || foldUmlauts(word);
}

// 12.175 and 12175 are the same number, 240er means 240.
function numberTerm(word: string): string {
  return word.replace(/er$/, '').replace(/\.(?=\d{3}(?:\D|$))/g, '');
}

const verbsInInnen = new Set([
  'beginnen',
  'gewinnen',
  'besinnen',
  'spinnen',
  'rinnen',
  'sinnen',
  'drinnen',
  'innen',
]);

function withoutFeminine(word: string): string {
  if (word.length < 7) return word;
  if (word.endsWith('innen')) return verbsInInnen.has(word) ? word : word.slice(0, -5);
  return word.endsWith('erin') ? word.slice(0, -2) : word;
}
