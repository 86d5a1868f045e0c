import type { Query } from '../index/query.ts';
import { answersTo, readAsked, type AskedFor } from './cues.ts';
import { readLine } from './line.ts';
import { overlap, type PageReading } from './page.ts';
import type { CloseReading } from './reading.ts';

const opensFocus =
  /\b(?:wie ?viele?[nr]?(?: prozent| euro)?|welche[rsnm]?|was für(?: ein[en]?)?|wie (?:hoch|teuer|lang|alt|groß) (?:ist|sind|war|waren|wird)(?: denn| die| der| das| eine?)*|wer (?:ist|war|sind|wird)(?: denn| die| der| das| eigentlich| erste[rn]?| neue[rn]?| aktuelle[rn]?| jetzige[rn]?| frühere[rn]?| ehemalige[rn]?)*|wie (?:heißt|heisst)(?: denn| die| der| das)*|gibt(?:'s| es|s)(?: bei euch| in \p{L}+| am \p{L}+| im \p{L}+)?(?: auch| noch| schon| eine?[nr]?| ne[n]?)*|how (?:many|much)|which|who is(?: the)?|is there (?:an?|any))\s+([\p{L}\p{N}][\p{L}\p{N}-]*)/iu;

/** How badly a page misses the word a question turns on ("wie viele Besucher", "wer ist Werksleiter"): 0 said, 1 unsaid. */
export function focusUnsaid(query: Query, { title, lines }: PageReading): number {
  const unit = focusOf(query);
  return unit < 0 ? 0 : 1 - Math.max(title.any[unit]!, ...lines.map((line) => line.any[unit]!));
}

/** How far a page says a word of the question: 0 not at all, 1 in its very form; 1 as well when the word asks nothing. */
export function focusSaid(query: Query, { title, lines }: PageReading, word: string): number {
  const unit = unitOf(query, word);
  return unit < 0 ? 1 : Math.max(title.any[unit]!, ...lines.map((line) => line.any[unit]!));
}

// Position of the unit a question turns on, -1 when it turns on none.
function focusOf(query: Query): number {
  const focus = opensFocus.exec(query.text)?.[1];
  return focus ? unitOf(query, focus) : -1;
}

/** The same by the page's own words alone, without the ways in which people ask for it. */
export function focusTold(query: Query, { document }: CloseReading, word: string): number {
  const unit = unitOf(query, word);
  const texts = [document.title, ...document.lines.map(({ text }) => text)];
  return unit < 0 ? 1 : Math.max(...texts.map((text) => overlap(query, text).any[unit]!));
}

function unitOf(query: Query, focus: string): number {
  const start = focus.toLowerCase().slice(0, 6);
  return query.units.findIndex((one) => one.word.split(' ').some((word) => word.startsWith(start)));
}

// Who asks for people may call them anything; pages speak of users, visitors, children.
const anybody = /^(?:leuten?|mensch(?:en)?|person(?:en)?|mann|people|persons)$/;
const asksName =
  /^\s*(?:und )?(?:wer (?:ist|war|wird)|wie hei(?:ß|ss)t (?!das\b)|who is)\b(?!.*\b(?:zuständig|ansprech|für|responsible|contact)\b)/i;
/** A first and a last name behind what tells that they are one. */
export const personNames =
  /(?:\b(?:ist|heißt|Herr|Frau|Dr\.|Prof\.)\s+|\p{Lu}\p{Ll}+er(?:in)?\s+)\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+/u;

/** True when a question asks who holds an office and no line that speaks of it gives a name. */
export function lacksName(query: Query, page: CloseReading): boolean {
  if (!asksName.test(query.text)) return false;
  const unit = focusOf(query);
  if (unit < 0) return false;
  const isAnybody = anybody.test(query.units[unit]!.word);
  return !page.document.lines.some(
    (line, i) => (isAnybody || page.reading.lines[i]!.any[unit]! > 0.4) && personNames.test(line.text),
  );
}

const measured: readonly AskedFor[] = [
  'cost',
  'when',
  'duration',
  'count',
  'opening',
  'phone',
  'where',
  'who',
];
/** A number written as a word. */
export const numberWord =
  /\b(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|hundert|tausend|million\p{L}*)\b/iu;

/** How far the lines that fit the question best also have the kind of thing it asks for: 1 they do, 0 only others do. */
export function kindNearby(query: Query, page: CloseReading): number {
  const asked = readAsked(query);
  const wanted = measured.filter((kind) => asked[kind]).flatMap((kind) => answersTo[kind] ?? []);
  if (!wanted.length) return 1;
  const best = Math.max(1e-9, ...page.lineCovers);
  const offering = page.document.lines.map(({ text }, i) => {
    const offers = readLine(text).offers;
    const has = wanted.some((kind) => offers[kind]) || (asked.count && numberWord.test(text));
    return has ? page.lineCovers[i]! : 0;
  });
  return Math.max(0, ...offering) / best;
}

/** How much of the question the lines say that are of a kind, against the line that says most: 0 none, 1 as much. */
export function saidNearby(page: CloseReading, isOfKind: (text: string) => boolean): number {
  const best = Math.max(1e-9, ...page.lineCovers);
  const lines = page.document.lines.map(({ text }, i) => (isOfKind(text) ? page.lineCovers[i]! : 0));
  return Math.max(0, ...lines) / best;
}

const asksHowMany = /\b(?:wie ?viele?[nr]?|how many|anzahl)\b/i;
const month = /^(?:januar|februar|marz|april|mai|juni|juli|august|septemb|oktob|novemb|dezemb)/;
// The 14 of "14. November 2024" counts nothing, nor does the year.
const numberTerm = /^(?:zwei|drei|vier|funf|sechs?|sieb|acht|neun|zehn|elf|zwolf|hundert|tausend|million)$/;
const isNumber = (term: string): boolean =>
  (/^\d/.test(term) && !/^(?:19|20)\d\d$/.test(term)) || numberTerm.test(term);
const isOfDate = (terms: readonly string[], at: number): boolean => month.test(terms[at + 1] ?? '');
// Times of day, rooms, items of an agenda and paragraphs, numbers of houses, old years.
const countsNothing =
  /\d{1,2}(?:[:.]\d{2})? uhr|\d{1,2}:\d{2}|(?<!\p{L})(?:raum|nr\.|nummer|punkt|tagesordnungspunkt|top|§|artikel|plan) \d[\d.]*|(?:straße|strasse|str\.|weg|platz|allee|ring|damm|chaussee) \d+\p{L}?(?!\p{L})|(?<!\p{L})(?:von|seit|um|jahr) 1\d{3}(?!\d)/giu;
const prices = /\d[\d.,]*\s?(?:€|euro|cent)/giu;
const money = /€|euro|cent|geld|kost|fee|price/iu;
const nearlyBest = 0.6;
const wordsBefore = 3;
const wordsAfter = 2;

/**
 * True when a question asks how many there are of something and no line counts it: no number stands beside the word.
 * @param inItsWord only the very word of the question counts, no other word for it.
 */
export function countUnsaid(query: Query, page: CloseReading, inItsWord = false): boolean {
  if (!asksHowMany.test(query.text)) return false;
  const unit = focusOf(query);
  if (unit < 0) return false;
  const { ways } = query.units[unit]!;
  const isAnybody = anybody.test(query.units[unit]!.word);
  const most = Math.max(...page.lineCovers) * nearlyBest;
  const isMoney = money.test(query.text);
  return !page.document.lines.some(({ text }, line) => {
    const counted = text.replace(countsNothing, ' ').replace(isMoney ? '' : prices, ' ');
    const { terms: all } = readLine(counted);
    const terms = all.filter((_, at) => !isOfDate(all, at));
    if (isAnybody && page.lineCovers[line]! >= most && terms.some(isNumber)) return true;
    return terms.some((term, at) => {
      const meets = query.meetings
        .get(term)
        ?.some(({ unit: met, way }) => met === unit && (!inItsWord || ways[way]!.kind === 'exact'));
      if (!meets) return false;
      const beside = [
        ...terms.slice(Math.max(0, at - wordsBefore), at),
        ...terms.slice(at + 1, at + 1 + wordsAfter),
      ];
      return beside.some(isNumber);
    });
  });
}
