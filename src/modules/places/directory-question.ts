import { addDays, weekdayOf } from '#platform/formats';
import type { PlaceDetails } from './model.ts';

type Fact = PlaceDetails['accessibility'][number];

/** What a question wants of the directory. */
export interface DirectoryQuestion {
  /** Kinds of places; empty = any. */
  categories: readonly string[];
  facts: readonly Fact[];
  /** Open at this moment, or on a day; null = hours do not matter. */
  when: 'now' | string | null;
}

const word = (pattern: string) => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'iu');

const KINDS: readonly (readonly [RegExp, readonly string[]])[] = [
  [word('toiletten?|wcs?|klos?|toilets?'), ['toilette']],
  [
    word('parken?|park(?:platz|plätze|plaetze|plätzen|möglichkeiten)|behindertenpark\\p{L}+|parking'),
    ['parkplatz'],
  ],
  [word('lade(?:säulen?|stationen?|punkte?)|e-autos? laden|charging stations?'), ['ladestation']],
  [word('cafés?|cafes?|kaffee'), ['cafe']],
  [word('restaurants?|gaststätten?|essen gehen|lokale?'), ['restaurant', 'gastronomie']],
  [word('imbisse?|imbissbuden?'), ['imbiss']],
  [word('bäcker(?:ei(?:en)?)?|brötchen|bakery'), ['baeckerei']],
  [word('apotheken?|pharmacy'), ['apotheke']],
  [word('ärzte?|arzt|arztpraxen|hausarzt|doctor'), ['arzt']],
  [word('supermärkte?|supermarkt|lebensmittel\\p{L}*|supermarket'), ['lebensmittel']],
  [word('hofläden|hofladen|farm shops?'), ['hofladen']],
  [word('läden|geschäfte|shops'), ['einkaufen', 'lebensmittel', 'baeckerei', 'hofladen', 'laden']],
  [word('spielplatz|spielplätze|playgrounds?'), ['spielplatz']],
  [word('trinkwasser|trinkbrunnen'), ['trinkwasser']],
  [word('museum|museen|museums'), ['museum']],
  [word('bibliothek(?:en)?|bücherei(?:en)?|library'), ['bibliothek']],
  [word('ämter|behörden'), ['verwaltung', 'rathaus', 'behoerde']],
];

/** Kinds one looks for by "Wo …?" alone; of others the town's texts know more than the directory. */
const LOOKED_FOR = [
  'toilette',
  'parkplatz',
  'ladestation',
  'cafe',
  'restaurant',
  'imbiss',
  'baeckerei',
  'apotheke',
  'arzt',
  'lebensmittel',
  'hofladen',
  'spielplatz',
  'trinkwasser',
];

const FACTS: readonly (readonly [RegExp, Fact])[] = [
  [/rollstuhl|barrierefrei|behindertengerecht|wheelchair|accessible/iu, 'step-free'],
  [/stufenlos|ohne stufen|step-free/iu, 'step-free'],
  [/aufzug|fahrstuhl|\blift\b/iu, 'lift'],
  [/induktions|hörgerät|induction loop/iu, 'induction-loop'],
  [/behindertenpark|behindertenstellplatz/iu, 'parking'],
  [/assistenzhund|blindenhund|blindenführhund/iu, 'guide-dog'],
];

const ASKS_OPEN = word('offen|geöffnet|geoeffnet|auf|open');
const ASKS_WHO = /(?<!\p{L})(?:wer|was|who)(?!\p{L}).*(?<!\p{L})(?:hat|haben|has|is|ist)(?!\p{L})/iu;
const ASKS_WHICH = word('wo|where|welche[rsn]?|which|wer|was|who');
const ASKS_WHERE = word('wo|where|welche \\p{L}+ (?:gibt es|habt ihr|hat)');
const NOW = word('jetzt|gerade|grade|aktuell|momentan|noch|now');
const WEEKDAYS = ['montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag|sonnabend', 'sonntag'];
const WEEKDAYS_EN = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** "Welche Cafés haben am Sonntag auf?" – what it wants of the directory; null when it wants something else. */
export function readDirectoryQuestion(question: string, today: string): DirectoryQuestion | null {
  if (!ASKS_WHICH.test(question)) return null;
  const categories = [...new Set(KINDS.flatMap(([pattern, kinds]) => (pattern.test(question) ? kinds : [])))];
  const facts = factsOf(question, categories);
  const when = ASKS_OPEN.test(question) ? momentOf(question, today) : null;
  const isWhoIsOpen = when !== null && (categories.length > 0 || ASKS_WHO.test(question));
  const isWhere = ASKS_WHERE.test(question) && categories.some((kind) => LOOKED_FOR.includes(kind));
  const isAccess =
    facts.length > 0 && (categories.length > 0 || /orte|gebäude|häuser|places/iu.test(question));
  return isWhoIsOpen || isWhere || isAccess ? { categories, facts, when } : null;
}

/** A toilet for wheelchairs is a fact of many houses, not a kind of place. */
function factsOf(question: string, categories: readonly string[]): Fact[] {
  const facts = FACTS.flatMap(([pattern, fact]) => (pattern.test(question) ? [fact] : []));
  const isToilet = categories.includes('toilette');
  return [...new Set(facts.map((fact) => (isToilet && fact === 'step-free' ? 'toilet' : fact)))];
}

function momentOf(question: string, today: string): 'now' | string {
  if (NOW.test(question)) return 'now';
  if (word('übermorgen').test(question)) return addDays(today, 2);
  if (word('morgen|tomorrow').test(question)) return addDays(today, 1);
  const weekday = WEEKDAYS.findIndex((name, index) =>
    word(`(?:${name})s?|${WEEKDAYS_EN[index]!}s?`).test(question),
  );
  if (weekday >= 0) return addDays(today, (weekday + 1 - weekdayOf(today) + 7) % 7);
  return word('heute|today').test(question) ? today : 'now';
}
