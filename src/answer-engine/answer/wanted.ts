import type { Query } from '../index/query.ts';
import { indexedTerms } from '../text/words.ts';
import { readAsked, type Offered } from './cues.ts';
import { lacksNamed } from './asked.ts';
import { lacksDeed } from './deeds.ts';
import { focusTold, lacksName, numberWord } from './focus.ts';
import { readLine } from './line.ts';
import { overlap } from './page.ts';
import type { CloseReading } from './reading.ts';

const lacking = new WeakMap<CloseReading, boolean>();

/**
 * True when a question asks for a thing that can be recognised (opening hours, a phone number, a name, a price, a size)
 * and a page lacks it.
 */
export function lacksWhatIsAsked(query: Query, main: CloseReading): boolean {
  // A page is read for one question; whether it lacks the thing is asked several times.
  const known = lacking.get(main);
  if (known !== undefined) return known;
  const made = !isTaught(query, main) && lacks(query, main);
  lacking.set(main, made);
  return made;
}

/** Where the editors wrote down that a page answers this very question, it does. */
export function isTaught(query: Query, { document }: CloseReading): boolean {
  if (!document.asked?.length) return false;
  const words = wordsAsked(query, [query])[0]!;
  return Boolean(words && wordsAsked(document.asked, document.asked).includes(words));
}

const bareWord = /^\s*(?:(?:der|die|das|the) )?[\p{L}-]+\s*[?.!]*$/u;
const wellSaid = 0.7;
const wordsOfShortTitle = 5;
const timesOfSubject = 2;

/** "Führungszeugnis" alone wants a page about it, and not one that asks for it as an enclosure or names it among others. */
export function isSaidInPassing(query: Query, main: CloseReading | undefined): boolean {
  const [only, another] = query.units;
  if (!main || !only || another || !bareWord.test(query.text) || isTaught(query, main)) return false;
  const isShort = readLine(main.document.title).terms.length <= wordsOfShortTitle;
  const said = main.reading.lines.filter((line) => line.any[0]! >= wellSaid).length;
  return said < timesOfSubject && !(isShort && main.reading.title.any[0]! >= wellSaid);
}

const wordsOfAsked = new WeakMap<object, readonly string[]>();

// The words of questions in the order of the alphabet, made once for their owner.
function wordsAsked(owner: object, questions: readonly { readonly text: string }[]): readonly string[] {
  const known = wordsOfAsked.get(owner);
  if (known) return known;
  const made = questions.map(({ text }) => indexedTerms(text).sort().join(' '));
  wordsOfAsked.set(owner, made);
  return made;
}

function lacks(query: Query, main: CloseReading): boolean {
  const asked = readAsked(query);
  const unfit = !main.fits && (asked.opening || asked.phone || asked.mail);
  return (
    unfit ||
    lacksHouse(query, main) ||
    lacksName(query, main) ||
    lacksTime(query, main) ||
    lacksPrice(query, main) ||
    lacksSize(query, main) ||
    lacksStreet(query, main) ||
    lacksSuperlative(query, main) ||
    lacksThing(query, main) ||
    lacksRule(query, main) ||
    lacksNamed(query, main) ||
    lacksDeed(query, main)
  );
}

const saysWhen =
  /^(?:(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|sonnabends?|wochenende|heute|morgen|uhr|uhrzeit|(?:vor|nach)?mittags?|abends?|zeit|zeiten|lang|lange|tag|tage|tagen|\p{L}*(?:öffnungs|sprech)zeit(?:en)?|geöffnet|geschlossen|offen|öffnet|schließt|auf|zu|open|closed|hours?|opening hours|today|time|\p{L}+days?)$/u;
const hardlySaid = 0.4;

// The hours on a page are those of its own house.
function lacksHouse(query: Query, { reading }: CloseReading): boolean {
  if (!readAsked(query).opening) return false;
  const houses = query.units.flatMap(({ word, weight }, u) =>
    weight < 0.6 || saysWhen.test(word) ? [] : [u],
  );
  return (
    houses.length > 0 &&
    !houses.some((u) => [reading.title, ...reading.lines].some((line) => line.any[u]! > hardlySaid))
  );
}

// "Wann brauche ich …" asks for a condition, "wann kommt …" for a time.
const asksForTime =
  /(?<!\p{L})(?:wann (?:wird|werden|ist|sind|war|kommt|kommen|fährt|fahren|beginnt|findet|öffnet|schließt|tagt|holt)|when (?:is|are|was|were|will|does) )/iu;

const asksForPast =
  /(?<!\p{L})(?:wann (?:wurde|wurden|war|waren|hat|haben|entstand)|seit wann (?:gibt|gibts|ist|sind|hat|haben|besteht)|when (?:was|were|did))/iu;

const lacksTime = (query: Query, main: CloseReading): boolean =>
  (asksForTime.test(query.text) && !offersAny(main, ['date', 'time', 'weekday'])) ||
  (asksForPast.test(query.text) && !readAsked(query).opening && !offersAny(main, ['date']));

/** True when a line of the page has one of these kinds of things. */
export function offersAny(page: CloseReading, kinds: readonly Offered[]): boolean {
  return page.document.lines.some((line) => {
    const offers = readLine(line.text).offers;
    return kinds.some((kind) => offers[kind]);
  });
}

const asksForPrice =
  /(?<!\p{L})eintritt(?:spreise?)?\s*[?.!]*$|(?<!\p{L})(?:(?:was|wie ?viel) (?:kostet|kosten|kost|kostete|zahlt man)|was (?:verlangt|nimmt|berechnet|nehmen) .{0,40}(?:für|pro|je) |wie ?viel (?:muss|müssen|soll) (?:ich|man|wir) .{0,30}zahlen|wie teuer|wie hoch (?:ist|sind|war) (?:denn |die |der |das )*(?:\p{L}*(?:miete|pacht|gebühr|preis|kosten|eintritt|beitrag))|what (?:does|do|is|are) .{0,30}(?:cost|price|fee)|how much (?:is|are|does|do))(?!\p{Ll}*quote)/iu;

const price =
  /\d[\d.,]*\s?(?:€|euro|cent)|kosten(?:los|frei)(?!e[nrs]? \p{L})|gebührenfrei|umsonst|gratis|eintritt frei/iu;
const largeSum = /\d[\d.,]*\s?(?:tausend|mio\.?|millionen?|mrd\.?|milliarden?)\s?(?:€|euro)/i;
const wordOfPrice = /kost|preis|zahl|gebühr|teuer|euro|geld|price|fee|much/i;
const pointsBack = /(?<!\p{L})(?:dafür|davon|dazu|hierfür)(?!\p{L})/iu;
// The admission is that of the house the page is about.
const ofThePage =
  /(?<!\p{L})(?:eintritt|kostenlos|kostenfrei|gratis|beitrag|die gebühr|der preis)(?!\p{L})/iu;
const told = 0.4;
// Words of an earlier question weigh no more.
const carried = 0.6;

// A price is told by a sentence that has it and says of what.
function lacksPrice(query: Query, { document }: CloseReading): boolean {
  if (!asksForPrice.test(query.text)) return false;
  const units = query.units
    .map((unit, at) => ({ ...unit, at }))
    .filter(({ word }) => !word.split(' ').every((one) => wordOfPrice.test(one)));
  const own = units.filter(({ weight }) => weight > carried);
  const things = own.length ? own : units;
  const says = (text: string | undefined): boolean => {
    if (text === undefined) return false;
    const { any } = overlap(query, text);
    return !things.length || things.some(({ at }) => any[at]! > told);
  };
  return !document.lines.some(
    ({ text }, i) =>
      (price.test(text) || largeSum.test(text)) &&
      (says(text) ||
        ((!own.length || ofThePage.test(text)) && says(document.title)) ||
        (pointsBack.test(text) && says(document.lines[i - 1]?.text))),
  );
}

const area = 'quadrat(?:kilo)?meter\\p{L}*|hektar|ha|[mqk]m|m²|km²|m2|km2|square|hectares?|acres?';
const length = '(?:kilo)?metern?|km|m';
const people = 'einwohner\\p{L}*|personen|menschen|plätzen?|mitglieder\\p{L}*|beschäftigten?';
// What is asked, and in which measures it is told. A plan of 2013 with the number 12 has a number, but no size.
const sizes: readonly (readonly [RegExp, RegExp])[] = [
  [
    /(?<!\p{L})(?:wie groß (?:ist|sind|war|wird|wäre)|welche größe|how (?:big|large) (?:is|are|was))/iu,
    measured(`${area}|${people}|metern?|litern?|zimmern?`),
  ],
  [/(?<!\p{L})(?:wie viele? (?:quadratmeter|hektar|qm|m²)|how many (?:square|hectare))/iu, measured(area)],
  [
    /(?<!\p{L})(?:wie (?:lang|breit|tief|weit) (?:ist|sind|darf)|wie weit (?:weg|entfernt)|wie hoch (?:darf|kann|ist der turm|ist das (?:haus|gebäude)).{0,60}(?:bauen|gebaut|sein)?\s*\?|how (?:long|wide|deep|far) (?:is|are))/iu,
    measured(`${length}|minuten?|stunden?|tagen?|wochen?|monaten?|jahren?|geschossen?|stockwerken?`),
  ],
  [
    /(?<!\p{L})(?:wie lange dauer|how long does it take)/iu,
    measured('minuten?|stunden?|tagen?|werktagen?|arbeitstag(?:en?|s|es)?|wochen?|monaten?|jahren?'),
  ],
];

function measured(units: string): RegExp {
  return new RegExp(`(?:\\d|${numberWord.source})[\\d.,]*\\s?(?:\\p{L}+\\s)?(?:${units})(?!\\p{L})`, 'iu');
}

const difference = /(?<!\p{L})um (?:rund |etwa |bis zu |mehr als )?(?:\d|\p{L}+ (?:hektar|quadrat))/iu;
const asksForDifference =
  /erweiter|vergrößer|ausweit|wachs|wächst|ausgebaut|ausbau|grow|expan|extend|extension/i;

/** True when a question asks how large, far or long something is and no line of the page has a measure. */
export function lacksSize(query: Query, main: CloseReading): boolean {
  const wanted = sizes.find(([asks]) => asks.test(query.text))?.[1];
  if (wanted === undefined) return false;
  const { lines } = main.document;
  // Where a page tells by how much a thing grows, the other measures are of that plan, not of the thing.
  const grows = [query.text, ...query.units.map(({ word }) => word)].some((one) =>
    asksForDifference.test(one),
  );
  const tellsGrowth = !grows && lines.some(({ text }) => difference.test(text) && wanted.test(text));
  return tellsGrowth || !lines.some(({ text }) => wanted.test(text));
}

const asksForStreet =
  /(?<!\p{L})wo (?:ist|liegt|befindet sich|finde(?:t|n)? (?:ich|man|wir))(?: denn| hier| die| der| das)*(?: \p{Lu}\p{L}+)? ?[\p{L}-]*(?:straße|strasse|str\.|gasse|allee|chaussee)\s*[?.!]*$/iu;

// Where a street runs is told by no page that gives it as the address of a house.
const lacksStreet = (query: Query, main: CloseReading): boolean =>
  asksForStreet.test(query.text) && !main.reading.title.any.some((said) => said > 0.6);

const asksWhetherAllowed =
  /^(?:und |aber )?(?:darf|dürfen|dürfte|kann|könnte|können|muss|müssen|nimmt|nehmen|may|can|must) /iu;

// An address and a phone number say nothing of what may be brought there; opening hours say when.
const lacksRule = (query: Query, { document }: CloseReading): boolean =>
  asksWhetherAllowed.test(query.text) &&
  !readAsked(query).phone &&
  !readAsked(query).mail &&
  document.lines.length > 0 &&
  document.lines.every(({ form, text }) => form === 'contact' && !readLine(text).offers.time);

const superlative =
  '(?:meisten|wenigsten|(?:größ|kleins|ältes|jüngs|höchs|längs|kürzes|teuers|billigs|schönst|moderns|bekanntes|beliebtes|wichtigs|stärks)te[nrsm]?)';
const asksForMost = new RegExp(`(?<!\\p{L})(?:der|die|das|den|dem) ${superlative} \\p{L}`, 'iu');
const compares = new RegExp(`(?<!\\p{L})${superlative}(?!\\p{L})|so \\p{L}+ wie|führend`, 'iu');

// "Die meisten", "der größte" is told by a page that compares, not by one that has some of the kind.
const lacksSuperlative = (query: Query, { document }: CloseReading): boolean =>
  asksForMost.test(query.text) && !document.lines.some(({ text }) => compares.test(text));

const asksForDay =
  /(?<!\p{L})wann (?:ist|sind|findet|beginnt|startet|kommt) (?:denn |der |die |das |euer |eure )*(?:nächste[rsn]? |kommende[rsn]? )?(\p{L}+)/iu;
// "Coworking-Plätze": what stands before the hyphen tells which ones.
const asksForKind = /(?<!\p{L})gibt(?: es|'s|s) (?:[\p{L}]+ )*?(\p{L}{4,})-\p{L}+/iu;
const hardly = 0.35;
const asksForAll = /(?<!\p{L})welche (\p{L}+) (?:gibt es|gibt's|gibts|habt ihr|hat \p{L}+)(?!\p{L})/iu;
// A compound with another word for it (Gaststättenerlaubnis for Restaurant) is about the thing, but not the thing.
const itself = 0.5;

// Half a word is not the thing: a page about Unternehmer tells no Unternehmerfrühstück.
function lacksThing(query: Query, page: CloseReading): boolean {
  const thing = (asksForDay.exec(query.text) ?? asksForKind.exec(query.text))?.[1];
  if (thing !== undefined && focusTold(query, page, thing) < hardly) return true;
  const all = asksForAll.exec(query.text)?.[1];
  return all !== undefined && focusTold(query, page, all) < itself;
}
