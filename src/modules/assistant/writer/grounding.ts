import { CALENDAR_WORDS, NUMBER_WORDS, UNSAYING_WORDS } from './plain-words.ts';

export interface GroundingSource {
  text: string;
  title: string;
  date: string | null;
}

const LONGEST_WORDING = 500;
// What is read otherwise than it is compared: letters without a shape and those that turn the direction.
const HIDDEN = /(?!\s)\p{C}/u;
// Digits of other scripts, fractions, m², letters laid over others: checked one by one.
const UNUSUAL = /(?![0-9])\p{N}|\p{M}/gu;
// A stem of this many letters is what inflection leaves alone in German: Gebühr, Gebühren.
const STEM_LETTERS = 5;

/**
 * Whether a wording says nothing that its sources do not: every number, date, address and name in it stands in one of
 * them, and it denies only where they deny. Rather too strict than too lenient, for the quoted sentences are always there.
 */
export function groundedIn(wording: string, sources: readonly GroundingSource[]): boolean {
  const said = wording.normalize('NFC').trim();
  if (!said || said.length > LONGEST_WORDING || /[<>`{}|\\]|\]\(/.test(said) || HIDDEN.test(said))
    return false;
  const known = sources
    .map(({ text, title, date }) => `${title}\n${text}\n${date ?? ''}`)
    .join('\n')
    .normalize('NFC');
  return (
    (said.match(UNUSUAL) ?? []).every((letter) => known.includes(letter)) &&
    addressesStand(said, known) &&
    numbersStand(said, known) &&
    namesStand(said, known) &&
    deniesAlike(said, sources.map(({ text }) => text).join('\n'))
  );
}

const ADDRESS =
  /[\p{L}\d._%+-]+@[\p{L}\d.-]+|(?:https?:\/\/|www\.)[^\s<>"')]+|\b[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.(?:de|com|org|net|eu|info|example|io|gov)\b[^\s]*/giu;

function addressesStand(said: string, known: string): boolean {
  const lowered = known.toLowerCase();
  return (said.match(ADDRESS) ?? []).every((address) => {
    const bare = address.toLowerCase().replace(/[.,;:!?]+$/, '');
    const at = lowered.indexOf(bare);
    // "hagenow.de" within "hagenow.dexter.net" would be another address.
    return (
      at >= 0 &&
      !/[\p{L}\d@-]/u.test(lowered[at - 1] ?? '') &&
      !/[\p{L}\d-]/u.test(lowered[at + bare.length] ?? '')
    );
  });
}

// Digits with what may stand inside one number: 1.234,56 · 9:30 · 03883/623-0 · 2026-11-23.
const NUMBER = /\d(?:[\d.,:/–-]*\d)?/g;

function numbersStand(said: string, known: string): boolean {
  const stated = new Set((known.match(NUMBER) ?? []).flatMap(readings));
  const digits = (said.match(NUMBER) ?? []).every((number) =>
    readings(number).some((one) => stated.has(one)),
  );
  if (!digits) return false;
  const inWords = (text: string) => wordsOf(text).flatMap((word) => NUMBER_WORDS.get(word) ?? []);
  const worded = new Set(inWords(known));
  return inWords(said).every((number) => stated.has(number) || worded.has(number));
}

/** A number as itself; a time of day or an amount also without its empty minutes or cents; a span or phone number not in parts. */
function readings(number: string): string[] {
  const bare = number.replace(/[.,:]$/, '').replace('–', '-');
  const time = /^(\d{1,5})[:.,]00$/.exec(bare);
  const german = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(bare)
    ? bare.replaceAll('.', '').replace(',', '.')
    : null;
  const english = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : null;
  const decimal = /^\d+,\d+$/.test(bare) ? bare.replace(',', '.') : null;
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(bare);
  return [
    bare,
    ...(time ? [String(Number(time[1]))] : []),
    ...[german, english, decimal].filter((one) => one !== null),
    ...(day ? [`${Number(day[3])}.${Number(day[2])}.${day[1]}`, `${day[3]}.${day[2]}.${day[1]}`] : []),
  ];
}

/** Capitalised words are names of people, places, offices and things: each must stand in the sources, inflected or not. */
function namesStand(said: string, known: string): boolean {
  const stems = new Set(wordsOf(known).map(stemOf));
  const capitals = said.match(/\p{Lu}[\p{L}\d'’]*(?:-\p{L}[\p{L}\d]*)*/gu) ?? [];
  return capitals.every((name) =>
    wordsOf(name).every(
      (word) =>
        UNSAYING_WORDS.has(word) ||
        NUMBER_WORDS.has(word) ||
        stems.has(stemOf(word)) ||
        (CALENDAR_WORDS.has(word) && stems.has(stemOf(CALENDAR_WORDS.get(word)!))),
    ),
  );
}

function stemOf(word: string): string {
  if (word.length <= STEM_LETTERS) return word;
  const bare = word.replace(/(?:ern|en|er|es|em|e|n|s)$/, '');
  return bare.length >= STEM_LETTERS ? bare : word;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}

const DENIAL =
  /\b(?:nicht|kein\p{L}*|nie|niemals|ohne|not|no|never|without|cannot|can't|don't|doesn't|isn't|aren't|nirgends|weder)\b/iu;

/** "nicht geöffnet" must not become "geöffnet", nor the other way round. */
function deniesAlike(said: string, known: string): boolean {
  return DENIAL.test(said) === DENIAL.test(known);
}
