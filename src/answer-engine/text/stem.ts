const vowels = 'aeiouyäöü';
const isVowel = (letter: string | undefined): boolean => letter !== undefined && vowels.includes(letter);

/**
 * The Snowball stemmer for German (snowballstem.org, algorithm "german"), written from its published description,
 * with the spellings ae, oe, ue read as umlauts and umlauts folded at the end.
 */
export function stem(lowercase: string): string {
  const word = markConsonants(readUmlauts(lowercase.replaceAll('ß', 'ss')));
  const { r1, r2 } = regions(word);
  const stripped = stripDerivation(stripVerbEnding(stripEnding(word, r1), r1), r1, r2);
  return foldUmlauts(stripped.toLowerCase());
}

/** ä, ö, ü and ß as people type them on a foreign keyboard: a, o, u, ss; accents go as well. */
export function foldUmlauts(word: string): string {
  return word.replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '');
}

// "ue" after a vowel or q is no umlaut: neue, Bauer, Quelle.
function readUmlauts(word: string): string {
  if (!word.includes('e')) return word;
  return word.replace(/(?<![aeiouyäöüq])(ae|oe|ue)/g, (pair) =>
    pair === 'ae' ? 'ä' : pair === 'oe' ? 'ö' : 'ü',
  );
}

// u and y between vowels are consonants; Snowball marks them by capitals.
function markConsonants(word: string): string {
  if (!/[uy]/.test(word)) return word;
  return word.replace(/(?<=[aeiouyäöü])[uy](?=[aeiouyäöü])/g, (letter) => letter.toUpperCase());
}

function regions(word: string): { r1: number; r2: number } {
  const first = afterVowelConsonant(word, 0);
  return { r1: Math.max(first, 3), r2: afterVowelConsonant(word, first) };
}

function afterVowelConsonant(word: string, from: number): number {
  let at = from;
  while (at < word.length && !isVowel(word[at])) at++;
  while (at < word.length && isVowel(word[at])) at++;
  return Math.min(at + 1, word.length);
}

function stripEnding(word: string, r1: number): string {
  const long = /(?:ern|em|er)$/.exec(word);
  if (long) return cutInside(word, long[0].length, r1);
  const short = /(?:en|es|e)$/.exec(word);
  if (short) {
    const cut = cutInside(word, short[0].length, r1);
    return cut !== word && cut.endsWith('niss') ? cut.slice(0, -1) : cut;
  }
  // Kartoffeln, Formeln: a rule of newer Snowball versions.
  const plural = /(?<=l)ns?$/.exec(word);
  if (plural) return cutInside(word, plural[0].length, r1);
  return /[bdfghklmnrt]s$/.test(word) ? cutInside(word, 1, r1) : word;
}

function stripVerbEnding(word: string, r1: number): string {
  const ending = /(?:est|en|er)$/.exec(word);
  if (ending) return cutInside(word, ending[0].length, r1);
  return /.{3}[bdfghklmnt]st$/.test(word) ? cutInside(word, 2, r1) : word;
}

function stripDerivation(word: string, r1: number, r2: number): string {
  if (/(?:end|ung)$/.test(word)) {
    const cut = cutInside(word, 3, r2);
    return cut !== word && /(?<!e)ig$/.test(cut) ? cutInside(cut, 2, r2) : cut;
  }
  if (/(?<!e)(?:isch|ig|ik)$/.test(word)) return cutInside(word, word.endsWith('isch') ? 4 : 2, r2);
  if (/(?:lich|heit)$/.test(word)) {
    const cut = cutInside(word, 4, r2);
    return cut !== word && /(?:er|en)$/.test(cut) ? cutInside(cut, 2, r1) : cut;
  }
  if (!word.endsWith('keit')) return word;
  const cut = cutInside(word, 4, r2);
  if (cut === word) return word;
  if (cut.endsWith('lich')) return cutInside(cut, 4, r2);
  return cut.endsWith('ig') ? cutInside(cut, 2, r2) : cut;
}

function cutInside(word: string, letters: number, region: number): string {
  const at = word.length - letters;
  return at >= region ? word.slice(0, at) : word;
}
