import { backgroundFrequency } from '../text/background.ts';
import type { Query } from '../index/query.ts';
import { readAsked } from './cues.ts';
import { readLine } from './line.ts';
import { countUnsaid, focusUnsaid, kindNearby, saidNearby } from './focus.ts';
import { coverage } from './page.ts';
import type { CloseReading } from './reading.ts';
import { probability } from './trees.ts';
import { amount, lacksWhatIsAsked, offersAny } from './wanted.ts';
import { learned } from './weights/index.ts';

export const confidenceFeatureNames = [
  'pageCovers',
  'windowCovers',
  'exactCovers',
  'lineCovers',
  'titleCovers',
  'likely',
  'retrieval',
  'margin',
  'misfit',
  'mainUnsaid',
  'unknown',
  'unsaidShare',
  'fewUnits',
  'mainMissing',
  'nounMissing',
  'focusUnsaid',
  'kindNearby',
  'noNumber',
  'noDate',
  'asksCost',
  'asksOpening',
  'grams',
  'countUnsaid',
  'costUnsaid',
  'whenUnsaid',
  'weaklySaid',
  'constant',
] as const;

/** How likely the best page answers the question, 0 to 1. */
export function confidenceOf(
  query: Query,
  pages: readonly CloseReading[],
  weights: readonly number[] = learned.confidence,
): number {
  // Numbers alone ask nothing of a town.
  if (!pages.length || !query.units.some((unit) => /\p{L}/u.test(unit.term))) return 0;
  const features = describeConfidence(query, pages);
  const logOdds = features.reduce((sum, value, j) => sum + value * weights[j]!, 0);
  const sure = probability(logOdds - strangeCosts * strangeNouns(query));
  return (lacksWhatIsAsked(query, pages[0]!) && !replacesAnother(pages)) || isForeign(query, pages[0]!)
    ? Math.min(sure, hardlySure)
    : sure;
}

// "Wie viele Beschäftigte hat die Molkerei?" – that it was closed answers, though it counts nobody.
const replacesAnother = ([main, ...others]: readonly CloseReading[]): boolean =>
  others.some(({ document }) => document.superseded && document.supersededBy === main!.document.articleId);

const strangeCosts = 1.3;

// Nouns, written as such, that neither the town nor other towns nor the lexicon know: Chloroplasten, Warschauer.
function strangeNouns(query: Query): number {
  return query.units.filter((unit) => {
    if (unit.known || unit.weight < 1 || unit.word.length < 5 || backgroundFrequency.has(unit.term))
      return false;
    const at = query.text.toLowerCase().indexOf(unit.word);
    return at > 0 && /\p{Lu}/u.test(query.text[at]!);
  }).length;
}

// Without a time nothing answers "when is it open", however well the page fits.
const hardlySure = 0.25;

const endsInPlace = /\b(?:in|nach|von|aus|hat|auf|of|to)\s+(\p{Lu}\p{Ll}{3,})\s*[?.!]*$/u;
const ordersWork =
  /^\s*(?:bitte\s+|kannst du\s+|please\s+|can you\s+)?(?:schreib|dichte|programmier|übersetz|erzähl|erstelle? mir|rechne|koch|sing|zeichne|mal[e]? mir|write|translate|tell me a|draw|compose|give me a recipe)/i;

// Most of what is asked stands nowhere in the town and the page says little of the rest, or it is about a place that no
// page knows, or it is an order for work that a town's pages cannot do.
function isForeign(query: Query, main: CloseReading): boolean {
  if (ordersWork.test(query.text)) return true;
  const place = endsInPlace.exec(query.text)?.[1]?.toLowerCase();
  if (place && query.units.some((unit) => unit.word === place && !unit.known)) return true;
  if (asksElsewhere(query, main)) return true;
  const unknown = query.units.reduce((sum, unit) => sum + (unit.known ? 0 : unit.worth * unit.weight), 0);
  return unknown > 0.5 * query.worth && main.pageCovers < 0.45;
}

const namesPlace = /(?<!\p{L})(?:in|to) (\p{Lu}\p{Ll}{3,})(?![\p{L}-])/gu;
// The town's own name stands on so many pages that it tells little.
const tellsPlace = 2.2;

// "in Schwerin" asks about another place than a page that never says so.
function asksElsewhere(query: Query, { reading }: CloseReading): boolean {
  return [...query.text.matchAll(namesPlace)].some(([, place]) => {
    const at = query.units.findIndex((unit) => unit.word === place!.toLowerCase());
    if (at < 0 || query.units[at]!.worth < tellsPlace) return false;
    return ![reading.title, ...reading.lines].some((one) => one.any[at]! > 0.4);
  });
}

// How much of what the page says of the question it says only in other words, as parts of words or by halves.
function weaklySaid(worth: readonly number[], said: readonly number[]): number {
  const heard = said.map((value, u) => (value > 0 ? worth[u]! : 0));
  const all = heard.reduce((sum, one) => sum + one, 0);
  return all > 0 ? heard.reduce((sum, one, u) => sum + one * (1 - said[u]!), 0) / all : 1;
}

/** Describes by numbers how well the best page meets the question. */
export function describeConfidence(query: Query, pages: readonly CloseReading[]): number[] {
  const main = pages[0]!;
  const { title, lines } = main.reading;
  const all = [title, ...lines];
  const asked = readAsked(query);
  const worth = query.units.map((unit) => unit.worth * unit.weight);
  const said = query.units.map((_, u) => Math.max(...all.map((line) => line.any[u]!)));
  const heaviest = worth.indexOf(Math.max(...worth));
  const unknown = worth.reduce((sum, one, u) => sum + (query.units[u]!.known ? 0 : one), 0);
  return [
    main.pageCovers,
    main.windowCovers,
    coverage(query, all, 'exact'),
    Math.max(0, ...lines.map((line) => coverage(query, [line]))),
    coverage(query, [title]),
    Math.max(0, ...main.likely),
    Math.min(2, main.retrieval),
    Math.min(3, main.score - (pages[1]?.score ?? main.score - 3)),
    main.fits ? 0 : 1,
    1 - said[heaviest]!,
    unknown / Math.max(1e-9, query.worth),
    said.filter((value) => value < 0.4).length / said.length,
    query.units.length <= 2 ? 1 : 0,
    said[heaviest]! < 0.4 ? 1 : 0,
    query.units.some((unit, u) => !unit.known && unit.weight === 1 && said[u] === 0) ? 1 : 0,
    focusUnsaid(query, main.reading),
    kindNearby(query, main),
    asked.count && !offersAny(main, ['number', 'percent']) ? 1 : 0,
    asked.when && !offersAny(main, ['date', 'time', 'weekday']) ? 1 : 0,
    asked.cost ? 1 : 0,
    asked.opening ? 1 : 0,
    Math.max(title.grams, ...lines.map((line) => line.grams)),
    countUnsaid(query, main) ? 1 : 0,
    asked.cost ? 1 - saidNearby(main, (text) => amount.test(text)) : 0,
    asked.when ? 1 - saidNearby(main, (text) => readLine(text).offers.date || readLine(text).offers.time) : 0,
    weaklySaid(worth, said),
    1,
  ];
}
