import { foldUmlauts, stem } from './stem.ts';

// Numbers keep their decimals (67,54), words lose hyphens and gender marks (Gründer*innen, Gründer:innen).
const wordPattern =
  /\p{L}+\p{N}+(?!\p{L})|\p{N}+(?:[.,]\p{N}+)*(?:er|[dg])?(?!\p{L})|\p{N}+(?:[.,]\p{N}+)*|\p{L}+/gu;
const genderMark = /(?<=\p{Ll})(?:[*:_/]-?[Ii]nn?en|[*:_/]-?in)\b|(?<=\p{Ll})Innen\b/gu;
const shortHyphen = /\b(e|u|s|c)-(?=(?:mail|bahn|bike|auto|scooter|rechnung|bass|akte)\b)/giu;

/** The words of a text as typed, in order, in lower case. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKC').replace(genderMark, '').replace(shortHyphen, '$1').toLowerCase();
  return plain.match(wordPattern) ?? [];
}

const remembered = new Map<string, string>();
const rememberAtMost = 60_000;

/** The form under which a word is indexed. A memo of a pure function: it never changes an answer. */
export function termOf(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  if (remembered.size >= rememberAtMost) remembered.clear();
  const term = /^\p{N}/u.test(word) ? numberTerm(word) : stem(withoutFeminine(word)) || foldUmlauts(word);
  remembered.set(word, term);
  return term;
}

/** All terms of a text in order, function words included. */
export function termsOf(text: string): string[] {
  return wordsOf(text).map(termOf);
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
