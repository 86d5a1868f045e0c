import * as v from 'valibot';
import { QUESTION_MAX_LETTERS } from '#modules/assistant';
import { assistant } from '#wiring/modules.server';
import type { RequestHandler } from './$types';
import { openData, problem } from '../respond';

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
  const body = v.safeParse(asked, await request.json().catch(() => null));
  if (!body.success) {
    return problem(
      400,
      'Frage nicht verstanden',
      `Erwartet wird JSON mit „question“ (Text, höchstens ${QUESTION_MAX_LETTERS} Zeichen), wahlweise „audience“ (resident, business), „locale“ und „history“.`,
    );
  }
  const given = await assistant.ask(locals.tenant, body.output);
  return openData({
    ...given,
    // This interface knows two outcomes; "possible" is a decline that names pages worth a look.
    outcome: given.outcome === 'answered' ? 'answered' : 'declined',
    possible: given.outcome === 'possible',
    citations: given.citations.map((citation) => ({
      ...citation,
      url: new URL(citation.url, url.origin).href,
    })),
    closest: given.closest.map((page) => ({ ...page, url: new URL(page.url, url.origin).href })),
  });
};
