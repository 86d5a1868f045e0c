import { indexedTerms } from '../text/words.ts';
import type { SearchDocument } from '../types.ts';

/** A number of something, with the words around it. */
interface Claim {
  number: string;
  unit: string;
  /** What is measured, as the same part of the sentence says it. */
  thing: ReadonlySet<string>;
}

/**
 * True when two pages give different numbers for the same measure of the same thing. Two taxes, households and
 * businesses, a draft and what was decided, are no contradiction; nor is another year when the question names one.
 * @param years the years that the question names.
 */
export function contradict(a: SearchDocument, b: SearchDocument, years: readonly string[] = []): boolean {
  if (a.id === b.id || a.kind !== b.kind || a.topic !== b.topic || isDraft(a) !== isDraft(b)) return false;
  if (years.some((year) => !tellsYear(a, year) || !tellsYear(b, year))) return false;
  const told = sharedTitle(a, b);
  if (!told) return false;
  const [mine, theirs] = [claimsOf(a), claimsOf(b)];
  return mine.some(
    (one) =>
      theirs.some((other) => disagree(one, other, told.apart)) && !theirs.some((other) => agree(one, other)),
  );
}

const disagree = (one: Claim, other: Claim, apart: ReadonlySet<string>): boolean =>
  one.unit === other.unit && one.number !== other.number && isSameThing(one.thing, other.thing, apart);

const agree = (one: Claim, other: Claim): boolean => one.unit === other.unit && one.number === other.number;

// Titles that tell their pages apart ("für Haushalte", "für Gewerbe") tell their numbers apart as well, unless both claims speak of it.
function isSameThing(
  mine: ReadonlySet<string>,
  theirs: ReadonlySet<string>,
  apart: ReadonlySet<string>,
): boolean {
  const shared = [...mine].filter((term) => says(theirs, term));
  if (shared.length === 0 || (apart.size > 0 && !shared.some((term) => says(apart, term)))) return false;
  const own = [...mine].filter((term) => !shared.includes(term));
  const their = [...theirs].filter((term) => !says(mine, term));
  return !own.some((term) => their.some((other) => areSisters(term, other)));
}

const sameBeginning = 5;

/** "erweitern" and "Erweiterung" are one word here. */
const says = (terms: ReadonlySet<string>, term: string): boolean =>
  terms.has(term) ||
  [...terms].some(
    (one) =>
      Math.min(one.length, term.length) >= sameBeginning && (one.startsWith(term) || term.startsWith(one)),
  );

const shortestHead = 4;

/** "Grundsteuer" and "Gewerbesteuer": of one head, and not the same. */
function areSisters(one: string, other: string): boolean {
  let same = 0;
  while (same < Math.min(one.length, other.length) && one.at(-1 - same) === other.at(-1 - same)) same++;
  return same >= shortestHead && same < one.length && same < other.length;
}

/** What both titles say, and what only one says when each has something of its own; null when they share nothing. */
function sharedTitle(a: SearchDocument, b: SearchDocument): { apart: ReadonlySet<string> } | null {
  const [heads, others] = [headOf(a.title), headOf(b.title)];
  if (heads && others && heads !== others) return null;
  const [mine, theirs] = [wordsOf(a.title), wordsOf(b.title)];
  const isIn = (term: string, terms: ReadonlySet<string>): boolean =>
    terms.has(term) || [...terms].some((one) => one.length > 5 && (term.includes(one) || one.includes(term)));
  const own = [...mine].filter((term) => !isIn(term, theirs));
  const their = [...theirs].filter((term) => !isIn(term, mine));
  if (own.length === mine.size) return null;
  return { apart: new Set(own.length > 0 && their.length > 0 ? [...own, ...their] : []) };
}

/** "Digitrans: Zuschuss …" and "LEADER: Auswahl …" are two programmes. */
export const headOf = (title: string): string | null => /^([^:]{3,40}):/.exec(title)?.[1]?.trim() ?? null;

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(indexedTerms(text).filter((term) => !/^\d/.test(term) && !units.has(term)));

const draft = /entwurf|vorschlag|beschlussvorlage/i;
const isDraft = ({ title, lines }: SearchDocument): boolean =>
  draft.test(title) || lines.some(({ text }) => draft.test(text));

const tellsYear = ({ title, lines }: SearchDocument, year: string): boolean =>
  title.includes(year) || lines.some(({ text }) => text.includes(year));

const units = new Set(['prozent', 'euro', 'hektar', 'million', 'mbit', 'mindest', 'hochst', 'rund', 'etwa']);
const measure =
  /(\d+(?:[.,]\d+)*)\s?(%|Prozent|Euro|Hektar|Maßnahmen|Millionen|Mitglieder|Betriebe|Beschäftigte)/g;
// A comma between digits belongs to the number.
const parts = /(?<!\d)[,;:]|[,;:](?!\d)|(?<!\p{L})(?:und|sowie|dazu|davon)(?!\p{L})/u;

function claimsOf({ lines }: SearchDocument): Claim[] {
  return lines.flatMap(({ text }) =>
    text.split(parts).flatMap((part) =>
      [...part.matchAll(measure)].map(([, number, unit]) => ({
        number: number!,
        unit: unit === '%' ? 'Prozent' : unit!,
        thing: wordsOf(part),
      })),
    ),
  );
}
