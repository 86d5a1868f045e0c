import { lexiconOf } from '#answer-engine';

/** Words and phrases that mean the same in a town. */
export interface SynonymGroup {
  id: string;
  words: string[];
}

export const MOST_GROUPS = 500;
export const MOST_WORDS = 12;
export const LONGEST_WORD = 60;
// The engine looks phrases of up to four words up; a longer one would never be found.
const LONGEST_PHRASE = 4;

/** The reason a group is refused, and the word it is about. */
export interface GroupFault {
  reason:
    | 'synonyms-too-few'
    | 'synonyms-too-many'
    | 'synonym-too-long'
    | 'synonym-without-letters'
    | 'synonym-phrase-too-long'
    | 'synonym-twice'
    | 'synonyms-alike'
    | 'synonym-elsewhere'
    | 'synonym-groups-too-many';
  word: string;
}

/** The words of one line, as a person writes them: between commas, spaces as they come. */
export function readWords(line: string): string[] {
  return line
    .split(/[,;]/)
    .map((word) => word.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
}

/** What stands against a group beside the others of the town; null when nothing does. */
export function faultOfGroup(
  words: readonly string[],
  others: readonly (readonly string[])[],
): GroupFault | null {
  if (words.length < 2) return { reason: 'synonyms-too-few', word: words[0] ?? '' };
  if (words.length > MOST_WORDS) return { reason: 'synonyms-too-many', word: words[MOST_WORDS]! };
  return faultOfWords(words) ?? faultBesideOthers(words, others);
}

function faultOfWords(words: readonly string[]): GroupFault | null {
  const seen = new Set<string>();
  for (const word of words) {
    if (word.length > LONGEST_WORD) return { reason: 'synonym-too-long', word: `${word.slice(0, 30)}…` };
    if (!/\p{L}/u.test(word)) return { reason: 'synonym-without-letters', word };
    if (word.split(' ').length > LONGEST_PHRASE) return { reason: 'synonym-phrase-too-long', word };
    if (seen.has(keyOf(word))) return { reason: 'synonym-twice', word };
    seen.add(keyOf(word));
  }
  // "Halle" and "Hallen" are one word to the engine already.
  return lexiconOf([[...words]]).size === 0 ? { reason: 'synonyms-alike', word: words[0]! } : null;
}

function faultBesideOthers(
  words: readonly string[],
  others: readonly (readonly string[])[],
): GroupFault | null {
  const taken = new Set(others.flat().map(keyOf));
  const word = words.find((one) => taken.has(keyOf(one)));
  if (word !== undefined) return { reason: 'synonym-elsewhere', word };
  return others.length >= MOST_GROUPS ? { reason: 'synonym-groups-too-many', word: words[0]! } : null;
}

const keyOf = (word: string): string => word.toLocaleLowerCase('de');

export interface ReadGroups {
  groups: string[][];
  /** By the number of the line, counted from one. */
  faults: (GroupFault & { line: number })[];
}

/** Reads a list as it was exported or typed: a group a line; empty lines and lines with # are skipped. */
export function readGroups(text: string, known: readonly (readonly string[])[] = []): ReadGroups {
  const groups: string[][] = [];
  const faults: ReadGroups['faults'] = [];
  text.split(/\r\n|\n|\r/).forEach((line, at) => {
    if (!line.trim() || line.trimStart().startsWith('#')) return;
    const words = readWords(line);
    const fault = faultOfGroup(words, [...known, ...groups]);
    if (fault) faults.push({ ...fault, line: at + 1 });
    else groups.push(words);
  });
  return { groups, faults };
}

/** The list as text, to be kept or taken to another town. */
export function groupsAsText(groups: readonly { words: readonly string[] }[]): string {
  return groups.map(({ words }) => `${words.join(', ')}\n`).join('');
}
