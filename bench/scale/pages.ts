import type { SearchDocument } from '#answer-engine';
import { omosDocument, readOmos } from '../answers/omos.ts';
import { seeded } from '../answers/training/boost.ts';

const { pages, questions } = readOmos();
/** As many as the region has; each is named in its own pages only. */
export const TOWNS = 726;
const SLICE = 500;
const SYLLABLES = 'ba ken dor feld gra holm lin mar now ost ring sen tal ulm wit zar'.split(' ');
const STREETS = ['straße', 'weg', 'allee', 'ring', 'platz', 'damm'];
const KINDS = ['article', 'article', 'article', 'event', 'news', 'news', 'notice', 'place'];
const NOUN = /\p{Lu}\p{Ll}{3,}/gu;
/** Every noun of the real pages as often as it is written there: drawn from, frequencies stay those of German pages. */
const nouns = pages.flatMap(({ lines }) => lines.join(' ').match(NOUN) ?? []);

type Random = () => number;

/** Real questions, to which the real pages among all give the answer. */
export const asked = questions.slice(0, 170).map(({ question }) => question);

/** Which pages of a region: from `first` to before `end` of `all`; the first `edited` as after an editor's change. */
export interface Stretch {
  first: number;
  end: number;
  all: number;
  edited: number;
}

/**
 * Pages of a region of many towns, in slices and never all at once. Real pages come first; the others are stretches of
 * them in which nouns were exchanged, with places, people, streets and numbers of a town. Common words stay as common
 * as in real pages, and the vocabulary grows without end, as it does where people write: by compounds and names.
 */
export async function* regionPages({ first, end, all, edited }: Stretch): AsyncGenerator<SearchDocument[]> {
  for (let from = first; from < end; from += SLICE) {
    yield Array.from({ length: Math.min(SLICE, end - from) }, (_, i) => {
      const at = from + i;
      return pageAt(at, Math.floor((at / all) * TOWNS), at < first + edited);
    });
  }
}

function pageAt(at: number, townNumber: number, isEdited: boolean): SearchDocument {
  const added = isEdited ? ['Geändert am Stelzenplatz.'] : [];
  if (at < pages.length) return omosDocument({ ...pages[at]!, lines: [...pages[at]!.lines, ...added] });
  const random = seeded(at);
  const town = nameOf(townNumber, 3);
  const { id, lines } = pick(pages, random);
  // Most pages are short, some are long.
  const length = 3 + Math.floor(-10 * Math.log(1 - random()));
  const from = Math.floor(random() * Math.max(1, lines.length - length));
  const said = lines.slice(from, from + length).map((line) => varied(line, random));
  const title = varied(lines[0]!, random);
  return {
    ...omosDocument({ id: `${id}-${at}`, title, lines: [...said, ...contactOf(town, random), ...added] }),
    kind: pick(KINDS, random),
  };
}

/** A line with some of its nouns exchanged for others, and some of those for compounds nobody may have written yet. */
function varied(line: string, random: Random): string {
  return line.replace(NOUN, (noun) => {
    const chance = random();
    if (chance < 0.06) return pick(nouns, random) + pick(nouns, random).toLowerCase();
    return chance < 0.36 ? pick(nouns, random) : noun;
  });
}

function contactOf(town: string, random: Random): string[] {
  // The square of a chance: few names are common, many are rare.
  const rare = (most: number): number => Math.floor(random() ** 2 * most);
  const person = `${nameOf(rare(4_000), 2)} ${nameOf(rare(60_000), 4)}`;
  const street = `${nameOf(rare(30_000), 3)}${pick(STREETS, random)} ${1 + rare(200)}`;
  const phone = `0${3000 + Math.floor(random() * 700)} ${10_000 + rare(90_000)}`;
  const lines = [
    `${pick(nouns, random)} in ${town}: ${person}, ${street}, ${town}.`,
    `Telefon ${phone}, Stand ${1 + Math.floor(random() * 28)}.${1 + Math.floor(random() * 12)}.202${rare(7)}`,
  ];
  return lines.filter(() => random() < 0.6);
}

/** The same number is always the same name; each is spelled by its digits. */
function nameOf(number: number, syllables: number): string {
  const name = Array.from({ length: syllables }, (_, i) => SYLLABLES[(number >> (4 * i)) & 15]!).join('');
  return name[0]!.toUpperCase() + name.slice(1);
}

function pick<T>(from: readonly T[], random: Random): T {
  return from[Math.floor(random() * from.length)]!;
}
