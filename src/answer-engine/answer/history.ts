import type { AnswerIndex } from '../index/index.ts';
import { queryOf, readQuery, type Query } from '../index/query.ts';

// Words by which people point back at what was said before.
const pointsBack =
  /\b(das|dies|dieser?|es|er|ihn|ihm|ihr|ihre?|sein|da|dort|dahin|damit|dafür|dazu|davon|daran|darauf|darüber|darin|dabei|daraus|dagegen|deren|dessen|der|die|den|denen|davor|danach|it|they|them|there|that|this|those|he|she|its?|one)\b/i;
// Before a noun the same words are articles.
const article = /\b(?:der|die|das|den|dies|dieser?|ihre?|sein)\s+(?=\p{Lu})/gu;
const opensWithAnd = /^\s*(und|oder|aber|ja aber|and|or|but|also|dann)\b/i;
const carriedWeight = 0.6;

/** The query of a question, with what it leaves unsaid taken from the same person's earlier questions. */
export function resolveQuestion(
  index: AnswerIndex,
  text: string,
  locale: string | undefined,
  history: readonly string[],
): Query {
  const query = readQuery(index, text, locale);
  if (!history.length || !isFollowUp(text, query)) return query;
  const carried = carriedUnits(index, history, locale, query);
  return queryOf(text, query.words, query.english, [...query.units, ...carried]);
}

/** A later question that points at nothing said before may be a new subject, even when it begins with "und". */
export function mayStandAlone(question: { text: string; history?: readonly string[] }): boolean {
  return Boolean(question.history?.length) && !pointsBack.test(question.text.replace(article, ' '));
}

function isFollowUp(text: string, query: Query): boolean {
  const known = query.units.filter((unit) => unit.known).length;
  if (opensWithAnd.test(text) || query.units.length === 0) return true;
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
      if (!own.has(unit.term) && !carried.has(unit.term)) carried.set(unit.term, { ...unit, weight });
    }
    if (!isFollowUp(earlier, before)) break;
    weight *= 0.7;
  }
  return [...carried.values()];
}
