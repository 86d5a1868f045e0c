import type { AnswerIndex } from '../index/index.ts';
import { queryOf, readQuery, type Query } from '../index/query.ts';
import type { CloseReading } from './reading.ts';

// Words by which people point back at what was said before.
const pointsBack =
  /\b(das|dies|dieser?|es|er|ihn|ihm|ihr|ihre?|sein|da|dort|dahin|damit|dafür|dazu|davon|daran|darauf|darüber|darin|dabei|daraus|dagegen|deren|dessen|der|die|den|denen|davor|danach|it|they|them|there|that|this|those|he|she|its?|one)\b/i;
// Before a noun the same words are articles.
const article = /\b(?:der|die|das|den|dies|dieser?|ihre?|sein)\s+(?=\p{Lu})/gu;
const opensWithAnd =
  /^\s*(?:(?:vielen dank|danke\p{L}*|ok(?:ay)?|gut|super|aha|thanks|thank you)[\s,.!]+)*(?:und|oder|aber|ja aber|and|or|but|also|dann|auch)(?!\p{L})/iu;
const carriedWeight = 0.6;

// A place or a time alone asks nothing: "in Sudenhof?", "am Samstag?", "für Kinder?".
const onlyWhereOrWhen = /^\s*(?:in|im|am|an|auf|für|bei|ab|nach|heute|morgen|at|on|for)(?!\p{L})/iu;
const asksItself =
  /(?<!\p{L})(?:was|wie|wo|woher|wohin|wer|wen|wem|warum|wieso|weshalb|welche\p{L}*|kost\p{L}*|teuer|gibt|darf|kann|muss|soll|brauch\p{L}*|what|how|where|who|why|which|can|must|much|is|are|do|does)(?!\p{L})/iu;
// "die digitalen Zentren": an adjective may stand between.
const anyArticle =
  /\b(?:der|die|das|den|dies|dieser?|ihre?|sein)\s+(?:\p{Ll}+(?:e|en|er|es|em)\s+)?(?=\p{Lu})/gu;
const mostWordsLeftOut = 6;
const mostWordsPointing = 8;

// Asked alone, these are about what was spoken of: "wo?", "Telefon?".
const asksOneThing =
  /^\s*(?:und |and )?(?:(?:ab |bis |seit )?wann|wo|wohin|woher|wie (?:teuer|lange|oft)|telefon(?:nummer)?|nummer|adresse|anschrift|(?:öffnungs|sprech)zeiten|e-?mail(?:-?adresse)?|kosten|preis|eintritt|gebühr(?:en)?|barrierefrei|when|where|how (?:much|long)|phone(?: number)?|address|opening hours|price)(?: genau| denn| da| dort)?\s*[?.!]*$/iu;

/** Whether a question leaves what it asks to the one before: "und in Sudenhof?", "am Samstag?", "und wann?", "wo?". */
export function isElliptic(text: string): boolean {
  if (asksOneThing.test(text)) return true;
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length > mostWordsLeftOut || asksItself.test(text)) return false;
  return opensWithAnd.test(text) || onlyWhereOrWhen.test(text);
}

/** Whether a question by its words leans on an earlier one: by "und", by pointing back, by leaving out what it asks. */
export function leansBack(text: string): boolean {
  if (opensWithAnd.test(text) || isElliptic(text)) return true;
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length <= mostWordsPointing && pointsBack.test(text.replace(anyArticle, ' '));
}

// "Next" and "new" tell of everything.
const saysWhichOne = /^(?:nächst|kommend|letzt|neu|aktuell|next|last)/i;

// "Und in Rostock?" puts another place in place of the one before.
const place = /(?<!\p{L})(?:in|nach|aus|bei)\s+(?:der\s+|dem\s+)?\p{Lu}\p{L}+/gu;
const asksElsewhere =
  /^\s*(?:[Uu]nd|[Oo]der|[Aa]ber|[Aa]nd|[Oo]r)?\s*(?:[Ii]n|[Nn]ach|[Aa]us|[Bb]ei)\s+(?:der\s+|dem\s+)?\p{Lu}/u;

/** The query of a question, with what it leaves unsaid taken from the same person's earlier questions. */
export function resolveQuestion(
  index: AnswerIndex,
  text: string,
  locale: string | undefined,
  history: readonly string[],
): Query {
  const query = readQuery(index, text, locale);
  if (!history.length || !isFollowUp(text, query)) return query;
  const earlier = asksElsewhere.test(text) ? history.map((one) => one.replace(place, ' ')) : history;
  const carried = carriedUnits(index, earlier, locale, query);
  return queryOf(text, query.words, query.english, [...query.units, ...carried]);
}

/** A later question that points at nothing said before may be a new subject, even when it begins with "und". */
export function mayStandAlone(question: { text: string; history?: readonly string[] }): boolean {
  return Boolean(question.history?.length) && !pointsBack.test(question.text.replace(article, ' '));
}

// "und die Grundsteuer?" puts another subject in place of the one before; "und in Sudenhof?", "und abmelden?" do not.
const namesSubject = /(?<!\p{L})(?:der|die|das|den|dem|ein|eine|einen|einer|mein|meine|meinen)\s+\p{L}/iu;

/** Whether a follow-up leaves the subject to the question before, though it could stand for itself. */
export function keepsEarlierSubject(text: string): boolean {
  return isElliptic(text) && !namesSubject.test(text);
}

const saysIt = 0.4;

/** True when a page says nothing of the subject that a question takes over from the one before. */
export function losesSubject(query: Query, { reading }: CloseReading): boolean {
  const carried = query.units.flatMap((unit, u) =>
    unit.carried && !saysWhichOne.test(unit.word) ? [u] : [],
  );
  const most = Math.max(0, ...carried.map((u) => query.units[u]!.worth));
  const subjects = carried.filter((u) => query.units[u]!.worth >= most * almostAsTelling);
  if (subjects.length === 0) return false;
  return !subjects.some((u) => [reading.title, ...reading.lines].some((one) => one.any[u]! >= saysIt));
}

const almostAsTelling = 0.7;

function isFollowUp(text: string, query: Query): boolean {
  const known = query.units.filter((unit) => unit.known).length;
  if (opensWithAnd.test(text) || isElliptic(text) || query.units.length === 0) return true;
  return (pointsBack.test(text) && query.units.length <= 5) || known <= 2;
}

// The last question counts most; an older one only speaks when the last one was a follow-up itself.
function carriedUnits(
  index: AnswerIndex,
  history: readonly string[],
  locale: string | undefined,
  query: Query,
): Query['units'] {
  const own = new Set(query.units.map((unit) => unit.term));
  const carried = new Map<string, Query['units'][number]>();
  let weight = carriedWeight;
  for (const earlier of [...history].reverse().slice(0, 3)) {
    const before = readQuery(index, earlier, locale);
    for (const unit of before.units) {
      if (!own.has(unit.term) && !carried.has(unit.term))
        carried.set(unit.term, { ...unit, weight, carried: true });
    }
    if (!isFollowUp(earlier, before)) break;
    weight *= 0.7;
  }
  return [...carried.values()];
}
