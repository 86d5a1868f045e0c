import * as v from 'valibot';
import { QUESTION_MAX_LETTERS } from '#modules/assistant';
import type { TownQuestion } from '#modules/assistant';

const MOST_EARLIER = 20;

const questionText = v.pipe(v.string(), v.trim(), v.maxLength(QUESTION_MAX_LETTERS));
const asked = v.object({
  question: questionText,
  audience: v.optional(v.picklist(['resident', 'business']), 'resident'),
  locale: v.optional(v.pipe(v.string(), v.maxLength(12))),
  history: v.optional(v.pipe(v.array(questionText), v.maxLength(MOST_EARLIER)), []),
});

const FIELDS: Record<string, string> = {
  question: `ein Text mit höchstens ${QUESTION_MAX_LETTERS} Zeichen`,
  audience: '„resident“ oder „business“',
  locale: 'das Kürzel einer Sprache, zum Beispiel „de“ oder „en“',
  history: `eine Liste mit höchstens ${MOST_EARLIER} früheren Fragen, jede ein Text mit höchstens ${QUESTION_MAX_LETTERS} Zeichen`,
};

/** What a program asks, or what is wrong with it. */
export function readAsked(
  sent: unknown,
): { question: TownQuestion } | { fault: { title: string; detail: string } } {
  const read = v.safeParse(asked, sent);
  return read.success ? { question: read.output } : { fault: faultOf(sent, read.issues[0]) };
}

function faultOf(sent: unknown, issue: v.InferIssue<typeof asked>): { title: string; detail: string } {
  const field = String(issue.path?.[0]?.key ?? '');
  if (field === 'question' && issue.type === 'max_length')
    return {
      title: 'Frage zu lang',
      detail: `Diese Frage hat ${String(issue.input).length} Zeichen, höchstens ${QUESTION_MAX_LETTERS} sind möglich. Fragen Sie kürzer.`,
    };
  const isObject = typeof sent === 'object' && sent !== null && !Array.isArray(sent);
  return {
    title: 'Frage nicht verstanden',
    detail:
      isObject && field in FIELDS
        ? `„${field}“ fehlt oder ist nicht wie erwartet. Dort steht ${FIELDS[field]}.`
        : 'Erwartet wird ein JSON-Objekt, zum Beispiel {"question": "Wann ist Markt?"}.',
  };
}
