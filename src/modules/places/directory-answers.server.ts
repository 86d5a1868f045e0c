import type { SearchDocument } from '#answer-engine';
import { readTown } from '#modules/tenancy.server';
import { civilDate, civilTime, instantOf, showDay } from '#platform/formats';
import { readAnew } from '#platform/scope';
import type { Recall } from '#platform/scope';
import type { TenantScope } from '#platform/scope.server';
import { readDirectoryQuestion } from './directory-question.ts';
import type { DirectoryQuestion } from './directory-question.ts';
import type { Place } from './model.ts';
import { listPlaces } from './queries.server.ts';
import { openingAt, openingOn } from './rules.ts';

/** The directory as one document, so that what it does not know can be cited as well. */
const DIRECTORY = 'verzeichnis';
const NAMED = 5;

type Said = { key: string; values: Record<string, string> };

/** "Wer hat jetzt offen?", "Wo ist eine rollstuhlgerechte Toilette?" – answered from the whole directory. */
export const directoryReader = {
  kind: 'place',
  asks: (question: string) => readDirectoryQuestion(question, '2026-01-01') !== null,

  async read(tenant: TenantScope, question: string, _: readonly string[] = [], recall = readAnew) {
    const wish = readDirectoryQuestion(question, civilDate(tenant.now()));
    if (!wish) return null;
    const all = await recall('places', () => listPlaces(tenant, { withoutStops: true }));
    const places = all.filter((place) => isMeant(place, wish));
    // Where the directory has nothing of a kind, the town's texts may know more.
    if (places.length === 0 && wish.facts.length === 0) return null;
    const known = wish.facts.length > 0 ? places.filter((place) => hasFacts(place, wish)) : places;
    const sentences =
      wish.when === null
        ? sayWhere(known, places.length, wish)
        : await sayOpen(tenant, known, wish.when, recall);
    return { id: DIRECTORY, sentences };
  },
};

/** A toilet stands in many a house; all else is looked for by its kind. */
function isMeant({ category, details }: Place, { categories, facts }: DirectoryQuestion): boolean {
  if (categories.length === 0 || categories.includes(category ?? '')) return true;
  return (
    categories.includes('toilette') && facts.includes('toilet') && details.accessibility.includes('toilet')
  );
}

function hasFacts({ details }: Place, { facts }: DirectoryQuestion): boolean {
  return facts.every((fact) => details.accessibility.includes(fact));
}

function sayWhere(known: readonly Place[], all: number, { facts }: DirectoryQuestion): Said[] {
  if (known.length === 0) return [{ key: 'places.answer.none', values: {} }];
  const named = { places: inWords(known.map(whereInWords)), ...more(known.length) };
  const sentences: Said[] = [{ key: 'places.answer.where', values: named }];
  if (facts.length > 0 && all > known.length)
    sentences.push({
      key: 'places.answer.facts.unknown',
      values: { ...named, count: String(all - known.length) },
    });
  return sentences;
}

async function sayOpen(
  tenant: TenantScope,
  places: readonly Place[],
  when: string,
  recall: Recall,
): Promise<Said[]> {
  const { state } = await recall('town', () => readTown(tenant));
  const now = tenant.now();
  const found = places.map((place) => {
    const opening =
      when === 'now' ? openingAt(place.details, state, now) : openingOn(place.details, state, when);
    return { place, ...opening };
  });
  const open = found.filter((one) => one.open);
  const unknown = found.filter((one) => !one.known).length;
  const day = when === 'now' ? '' : showDay(instantOf(when), tenant.locale);
  const end = when === 'now' ? 'now' : 'day';
  const count = String(found.length - unknown);
  const sentences: Said[] =
    open.length > 0
      ? [
          {
            key: `places.answer.open-${end}`,
            values: { day, places: inWords(open.map(openInWords)), ...more(open.length) },
          },
        ]
      : [{ key: `places.answer.nobody-${end}`, values: { day, count } }];
  if (unknown > 0) sentences.push({ key: 'places.answer.hours.unknown', values: { count: String(unknown) } });
  return sentences;
}

function more(count: number): { more: string } {
  return { more: String(Math.max(0, count - NAMED)) };
}

function inWords(names: readonly string[]): string {
  return names.slice(0, NAMED).join('; ');
}

function whereInWords({ title, area, details: { street, withinNote } }: Place): string {
  const where = [street, withinNote, area].filter(Boolean).join(', ');
  return where ? `${title}, ${where}` : title;
}

function openInWords({ place, until, times }: { place: Place; until?: Date | null; times?: string }): string {
  const note = times ?? (until ? `bis ${civilTime(until)}` : '');
  return note ? `${place.title} (${note})` : place.title;
}

/** The directory as the search finds it. */
export async function* directoryDocuments(tenant: TenantScope): AsyncGenerator<SearchDocument[]> {
  const places = await listPlaces(tenant, { withoutStops: true });
  if (places.length === 0) return;
  const title = `Ortsverzeichnis ${tenant.tenant.name}`;
  yield [
    {
      id: `place:${DIRECTORY}`,
      articleId: DIRECTORY,
      kind: 'place',
      title,
      url: '/orte',
      source: tenant.tenant.name,
      sourceUrl: null,
      date: civilDate(new Date(Math.max(...places.map((place) => place.updatedAt.getTime())))),
      level: 'town',
      levelName: null,
      audience: 'all',
      confidence: 'medium',
      superseded: false,
      supersededBy: null,
      contactRole: null,
      topic: null,
      example: false,
      // A list of every name would answer any question; each place has a page of its own.
      lines: [],
    },
  ];
}
