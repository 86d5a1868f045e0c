import type { Asker } from '#modules/assistant';
import { assistant } from '#wiring/modules.server';
import type { RequestHandler } from './$types';
import { openData, problem } from '../respond';
import { readAsked } from './asked.ts';
import { publicAnswer } from './public-answer.ts';
import { streamAnswer } from './stream.ts';

// Twenty questions of full length, in letters of up to four bytes, and room for the rest.
const LONGEST_BODY = 64 * 1024;

export const POST: RequestHandler = async ({ request, locals, url }) => {
  const text = await request.text();
  if (text.length > LONGEST_BODY) return problem(413, 'Zu lang', 'Eine Anfrage hat höchstens 64 Kilobyte.');
  const asked = readAsked(readJson(text));
  if ('fault' in asked) return problem(400, asked.fault.title, asked.fault.detail);
  const ask = (asker: Asker) => assistant.ask(locals.tenant, asked.question, asker);
  if (request.headers.get('accept')?.includes('text/event-stream')) return streamAnswer(ask, url.origin);
  return openData(publicAnswer(await ask({ signal: request.signal }), url.origin));
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

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
