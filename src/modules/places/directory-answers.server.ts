import type { SearchDocument } from '#answer-engine';
import { listDocumentOf } from '#modules/publishing';
import { readTown } from '#modules/tenancy.server';
import { civilDate, civilTime, instantOf, showDay } from '#platform/formats';
import { askedAlone } from '#platform/scope';
import type { Asking, Recall } from '#platform/scope';
import type { TenantScope } from '#platform/scope.server';
import { areStops } from './kinds-asked.ts';
import { readDirectoryQuestion, restOf } from './directory-question.ts';
import type { DirectoryQuestion } from './directory-question.ts';
import type { Place } from './model.ts';
import { listPlaces } from './queries.server.ts';
import { openingAt, openingOn } from './rules.ts';

/** The directory as one document, so that what it does not know can be cited as well. */
const DIRECTORY = 'verzeichnis';
const NAMED = 5;

type Said = { key: string; values: Record<string, string> };

/**
 * "Wer hat jetzt offen?", "Wo ist eine rollstuhlgerechte Toilette?", "Gibt es einen Arzt?" – answered from the whole
 * directory, also that it has nothing of the kind.
 */
export const directoryReader = {
  kind: 'place',
  readsAll: true,
  /** Who answers for the directory as a whole is nobody in particular. */
  keepsContact: false,
  asks: (question: string) => readDirectoryQuestion(question, '2026-01-01') !== null,

  async read(tenant: TenantScope, question: string, { recall, before }: Asking = askedAlone) {
    const today = civilDate(tenant.now());
    const wish = readFollowUp(question, before, today);
    if (!wish) return null;
    const isOfStops = areStops(wish.kinds);
    const all = await recall(isOfStops ? 'places and stops' : 'places', () =>
      listPlaces(tenant, { withoutStops: !isOfStops }),
    );
    const { settings } = await recall('town', () => readTown(tenant));
    const villages = villagesNamed(wish.rest, settings.localities, all);
    if (!villages) return null;
    const places = all.filter(
      (place) => isMeant(place, wish) && villages.every((village) => isIn(place, village)),
    );
    const known = wish.facts.length > 0 ? places.filter((place) => hasFacts(place, wish)) : places;
    if (known.length === 0) return nothingOf(wish);
    if (wish.when !== null)
      return { id: DIRECTORY, sentences: await sayOpen(tenant, known, wish.when, recall) };
    const [only] = known;
    if (known.length === 1 && wish.facts.length === 0) return { id: only!.id, sentences: sayOne(only!) };
    return { id: DIRECTORY, sentences: sayWhere(known, places.length, wish) };
  },
};

// "Wann fährt der Bus?", "Abfahrten am ZOB": stops are known, when something leaves is not.
const ASKS_DEPARTURES =
  /(?<!\p{L})(?:abfahrts?(?:en|zeit|zeiten|tafel)?|(?:bus|zug)?fahrpl(?:a|ä)ne?(?! der)|departures?|timetables?)(?!\p{L})|(?<!\p{L})(?:wann|um wie ?viel uhr|noch|nächste[rnm]?|heute|morgen|when|next)(?!\p{L}).*(?<!\p{L})(?:bus|busse|rufbus|zug|züge|bahn|train)(?!\p{L})|(?<!\p{L})(?:fährt|fahren)(?!\p{L}).*(?<!\p{L})(?:bus|busse|rufbus|zug|züge|train)(?!\p{L})|^\s*(?:der |die |ein |the )?(?:bus|busse|rufbus|zug|züge|bahn|train) (?:ab|von|vom|nach|am|an|in|zum|zur|richtung|to|from)(?!\p{L})/iu;
// How one gets somewhere at all, and what a bus costs, texts may tell.
const ASKS_OTHER =
  /(?<!\p{L})(?:kost\p{L}*|gebaut|eröffnet|welche linie|wie komme|stillgelegt|cost)(?!\p{L})/iu;

/** Says that departures are not known here, with the directory of stops as source. */
export const departureReader = {
  kind: 'place',
  keepsContact: false,
  asks: (question: string) => ASKS_DEPARTURES.test(question) && !ASKS_OTHER.test(question),

  read: () =>
    Promise.resolve({
      id: DIRECTORY,
      isUnknown: true,
      // A text that tells hours and lines knows more.
      unlessSaid: /stündlich|minutentakt|(?<!\p{L})fährt(?!\p{L})|linie \d/iu,
      sentences: [{ key: 'places.answer.departures', values: {} }],
    }),
};

/** What a follow-up leaves out was said before; the village is the one it names itself. */
function readFollowUp(question: string, before: readonly string[], today: string): DirectoryQuestion | null {
  const wish = readDirectoryQuestion(question, today);
  if (wish || before.length === 0) return wish;
  const whole = [[question, ...before].join(' '), ...before].flatMap(
    (text) => readDirectoryQuestion(text, today) ?? [],
  )[0];
  if (!whole) return null;
  const own = restOf(question);
  return own.length > 0 ? { ...whole, rest: own } : whole;
}

/** Nothing of the kind is entered; the town's texts are heard where they speak of it. */
function nothingOf({ kinds, facts }: DirectoryQuestion) {
  if (kinds.length === 0 && facts.length === 0) return null;
  const nothing = {
    id: DIRECTORY,
    isUnknown: true,
    sentences: [{ key: 'places.answer.none', values: {} }],
  };
  if (facts.length > 0) return nothing;
  return { ...nothing, unlessSaid: new RegExp(kinds.map(({ named }) => named.source).join('|'), 'iu') };
}

/** The villages that the words beside the kind name; null where a word is none: then something else is asked. */
function villagesNamed(
  rest: readonly string[],
  localities: readonly string[],
  places: readonly Place[],
): string[] | null {
  const known = [...localities, ...places.flatMap(({ area }) => area ?? [])].map((name) =>
    name.toLowerCase(),
  );
  const isName = (one: string) => known.some((name) => name.split(/[^\p{L}]+/u).includes(one));
  return rest.every(isName) ? [...rest] : null;
}

/** By its village, or because its name says so: "Scharbow Dorf". */
function isIn({ title, area }: Place, village: string): boolean {
  return `${title} ${area ?? ''}`
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .includes(village);
}

/** By its kind or its name; a toilet stands in many a house. */
function isMeant({ title, category, details }: Place, { kinds, facts }: DirectoryQuestion): boolean {
  if (kinds.length === 0) return true;
  if (details.stopId !== null && areStops(kinds)) return true;
  return kinds.some(
    ({ categories, named }) =>
      categories.includes(category ?? '') ||
      named.test(title) ||
      (categories.includes('toilette') &&
        facts.includes('toilet') &&
        details.accessibility.includes('toilet')),
  );
}

function hasFacts({ details }: Place, { facts }: DirectoryQuestion): boolean {
  return facts.every((fact) => details.accessibility.includes(fact));
}

function sayWhere(known: readonly Place[], all: number, { facts }: DirectoryQuestion): Said[] {
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

/** A single place with all that helps to get there. */
function sayOne(place: Place): Said[] {
  const { phone, postcode, city, street } = place.details;
  const town = street ? [postcode, city].filter(Boolean).join(' ') : '';
  const places = [whereInWords(place), town].filter(Boolean).join(', ');
  const where = { key: 'places.answer.where', values: { places, more: '0' } };
  return phone ? [where, { key: 'places.answer.phone', values: { phone } }] : [where];
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
    listDocumentOf({
      kind: 'place',
      key: DIRECTORY,
      title: title,
      path: 'orte',
      source: tenant.tenant.name,
      updatedAt: new Date(Math.max(...places.map((place) => place.updatedAt.getTime()))),
    }),
  ];
}
