import * as v from 'valibot';
import { QUESTION_MAX_LETTERS } from '#modules/assistant';
import { assistant } from '#wiring/modules.server';
import type { RequestHandler } from './$types';
import { openData, problem } from '../respond';
import { publicAnswer } from './public-answer.ts';
import { streamAnswer } from './stream.ts';

// Twenty questions of full length, in letters of up to four bytes, and room for the rest.
const LONGEST_BODY = 64 * 1024;

const asked = v.object({
  question: v.pipe(v.string(), v.trim(), v.maxLength(QUESTION_MAX_LETTERS)),
  audience: v.optional(v.picklist(['resident', 'business']), 'resident'),
  locale: v.optional(v.pipe(v.string(), v.maxLength(12))),
  history: v.optional(
    v.pipe(v.array(v.pipe(v.string(), v.maxLength(QUESTION_MAX_LETTERS))), v.maxLength(20)),
    [],
  ),
});

export const POST: RequestHandler = async ({ request, locals, url }) => {
  const text = await request.text();
  if (text.length > LONGEST_BODY) return problem(413, 'Zu lang', 'Eine Anfrage hat höchstens 64 Kilobyte.');
  const sent = readJson(text);
  const body = v.safeParse(asked, sent);
  if (!body.success) {
    const letters = lettersOf(sent);
    if (letters > QUESTION_MAX_LETTERS)
      return problem(
        400,
        'Frage zu lang',
        `Diese Frage hat ${letters} Zeichen, höchstens ${QUESTION_MAX_LETTERS} sind möglich. Fragen Sie kürzer.`,
      );
    return problem(
      400,
      'Frage nicht verstanden',
      `Erwartet wird JSON mit „question“ (Text, höchstens ${QUESTION_MAX_LETTERS} Zeichen), wahlweise „audience“ (resident, business), „locale“ und „history“.`,
    );
  }
  const answering = assistant
    .ask(locals.tenant, body.output)
    .then((given) => publicAnswer(given, url.origin));
  const wantsEvents = request.headers.get('accept')?.includes('text/event-stream');
  return wantsEvents ? streamAnswer(answering) : openData(await answering);
};

/** Other websites may ask too; browsers want to hear so first. */
export const OPTIONS: RequestHandler = () =>
  new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'content-type, accept',
      'access-control-max-age': '86400',
    },
  });

export const fallback: RequestHandler = () => {
  const refused = problem(405, 'Nur POST', 'Stellen Sie die Frage mit POST und JSON.');
  refused.headers.set('allow', 'POST, OPTIONS');
  return refused;
};

function lettersOf(sent: unknown): number {
  const { question } = (sent ?? {}) as { question?: unknown };
  return typeof question === 'string' ? question.trim().length : 0;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
