import type { Query } from '../index/query.ts';
import { asksTwice, readAsked } from './cues.ts';
import { evidenceNames, evidenceOf } from './evidence.ts';
import { readLine } from './line.ts';
import { focusUnsaid, kindNearby, saidNearby } from './focus.ts';
import { coverage } from './page.ts';
import type { CloseReading } from './reading.ts';
import { probability } from './trees.ts';
import { lacksWhatIsAsked, offersAny } from './wanted.ts';
import { learned } from './weights/index.ts';

export const confidenceFeatureNames = [
  'pageCovers',
  'windowCovers',
  'titleCovers',
  'likely',
  'retrieval',
  'margin',
  'misfit',
  'unsaidShare',
  'fewUnits',
  'mainMissing',
  'focusUnsaid',
  'kindNearby',
  'noNumber',
  'noDate',
  'asksCost',
  'asksOpening',
  'whenUnsaid',
  ...evidenceNames,
  'constant',
] as const;

/** How likely the best page answers the question, 0 to 1. */
export function confidenceOf(
  query: Query,
  pages: readonly CloseReading[],
  weights: readonly number[] = learned.confidence,
): number {
  // Numbers and light words alone ask nothing of a town.
  if (!pages.length || !query.units.some((unit) => /\p{L}/u.test(unit.term) && unit.weight > light)) return 0;
  const sure = sureness(query, pages, weights);
  if (isRuledOut(query, pages)) return Math.min(sure, hardlySure);
  const [main, second] = pages;
  return second && (asksTwice.test(query.text) || completes(query, main!, second))
    ? Math.max(sure, sureness(query, [together(query, main!, second), ...pages.slice(2)], weights))
    : sure;
}

const completesFrom = 0.15;

// A page of the same topic that says what the first one leaves unsaid: the other side of a contradiction.
const completes = (query: Query, main: CloseReading, other: CloseReading): boolean =>
  main.document.topic !== null &&
  main.document.topic === other.document.topic &&
  coverage(
    query,
    [main, other].flatMap(({ reading }) => [reading.title, ...reading.lines]),
  ) -
    main.pageCovers >=
    completesFrom;

function sureness(query: Query, pages: readonly CloseReading[], weights: readonly number[]): number {
  const features = describeConfidence(query, pages);
  return probability(features.reduce((sum, value, j) => sum + value * weights[j]!, 0));
}

// Two pages read as one: of two questions in one each may answer its own.
function together(query: Query, one: CloseReading, other: CloseReading): CloseReading {
  const lines = [...one.reading.lines, other.reading.title, ...other.reading.lines];
  return {
    ...one,
    document: {
      ...one.document,
      lines: [
        ...one.document.lines,
        { text: other.document.title, heading: [], form: 'heading' },
        ...other.document.lines,
      ],
    },
    reading: { title: one.reading.title, lines },
    likely: [...one.likely, 0, ...other.likely],
    lineCovers: [...one.lineCovers, 0, ...other.lineCovers],
    pageCovers: coverage(query, [one.reading.title, ...lines]),
    windowCovers: coverage(query, [one.reading.title, ...lines]),
    fits: one.fits || other.fits,
  };
}

/** True when the best page cannot answer, however well it fits: it lacks the very thing, or the question is foreign. */
export function isRuledOut(query: Query, pages: readonly CloseReading[]): boolean {
  if (isForeign(query, pages[0]!)) return true;
  // Of two questions in one, another page may answer the second.
  const heard = asksTwice.test(query.text) ? pages.slice(0, 3) : pages.slice(0, 1);
  return heard.every((page) => lacksWhatIsAsked(query, page)) && !replacesAnother(pages);
}

// "Wie viele Beschäftigte hat die Molkerei?" – that it was closed answers, though it counts nobody.
const replacesAnother = ([main, ...others]: readonly CloseReading[]): boolean =>
  others.some(({ document }) => document.superseded && document.supersededBy === main!.document.articleId);

const light = 0.5;

// Without a time nothing answers "when is it open", however well the page fits.
const hardlySure = 0.25;

const endsInPlace = /\b(?:in|nach|von|aus|hat|auf|of|to)\s+(\p{Lu}\p{Ll}{3,})\s*[?.!]*$/u;
const ordersWork =
  /^\s*(?:bitte\s+|kannst du\s+|please\s+|can you\s+)?(?:schreib|dichte|programmier|übersetz|erzähl|erstelle? mir|rechne|koch|sing|zeichne|mal[e]? mir|write|translate|tell me a|draw|compose|give me a recipe)/i;

const pastime =
  /(?<!\p{L})(?:rezept(?:e|idee)?|kochrezept|wetter|regnet|witz|gedicht|horoskop|lottozahlen|bundesliga|(?:deutscher? |welt|europa)meister(?:schaft)?|olympia|aktien|bitcoin|reich (?:werden|wird)|(?:wird|werde) (?:man|ich) .{0,20}reich|(?:welche[nrs]?|which|what) (?:laptops?|handys?|smartphones?|fernseher|autos?|computer|phones?|cars?|tv) .{0,30}(?:kaufen|buy|best\p{L}*)|recipe|weather|joke|horoscope|(?:bombe|waffe)n? (?:bauen|bau|basteln)|(?:build|make) an? (?:bomb|weapon))(?!\p{L})/iu;

// The weather, a recipe, a bomb: only a page that says the very word can mean it.
const wantsPastime = (query: Query, { document }: CloseReading): boolean =>
  pastime.test(query.text) &&
  ![document.title, ...document.lines.map(({ text }) => text)].some((text) => pastime.test(text));

// It is about a place that no page knows, or it is an order for work or a pastime that a town's pages cannot serve.
function isForeign(query: Query, main: CloseReading): boolean {
  if (ordersWork.test(query.text) || wantsPastime(query, main)) return true;
  const place = endsInPlace.exec(query.text)?.[1]?.toLowerCase();
  if (place && query.units.some((unit) => unit.word === place && !unit.known)) return true;
  return asksElsewhere(query, main);
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

/** Describes by numbers how well the best page meets the question. */
export function describeConfidence(query: Query, pages: readonly CloseReading[]): number[] {
  const main = pages[0]!;
  const { title, lines } = main.reading;
  const all = [title, ...lines];
  const asked = readAsked(query);
  const worth = query.units.map((unit) => unit.worth * unit.weight);
  const said = query.units.map((_, u) => Math.max(...all.map((line) => line.any[u]!)));
  const heaviest = worth.indexOf(Math.max(...worth));
  return [
    main.pageCovers,
    main.windowCovers,
    coverage(query, [title]),
    Math.max(0, ...main.likely),
    Math.min(2, main.retrieval),
    Math.min(3, main.score - (pages[1]?.score ?? main.score - 3)),
    main.fits ? 0 : 1,
    said.filter((value) => value < 0.4).length / said.length,
    query.units.length <= 2 ? 1 : 0,
    said[heaviest]! < 0.4 ? 1 : 0,
    focusUnsaid(query, main.reading),
    kindNearby(query, main),
    asked.count && !offersAny(main, ['number', 'percent']) ? 1 : 0,
    asked.when && !offersAny(main, ['date', 'time', 'weekday']) ? 1 : 0,
    asked.cost ? 1 : 0,
    asked.opening ? 1 : 0,
    asked.when ? 1 - saidNearby(main, (text) => readLine(text).offers.date || readLine(text).offers.time) : 0,
    ...evidenceOf(query, main),
    1,
  ];
}
