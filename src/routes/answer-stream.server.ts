import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import type { AnswerProgress, AskingAudience, TownAnswer } from '#modules/assistant';
import { FoundPages } from '#modules/assistant/ui';
import { eventStream } from '#platform/http.server';
import { assistant } from '#wiring/modules.server';
import { readQuestion } from './(town)/asking.ts';
import { renderPiece } from './piece.server.ts';

export interface AnswerPiece {
  question: string;
  earlier: readonly string[];
  answer: TownAnswer;
  /** Words of a model were shown before, and do not count. */
  isWithdrawn: boolean;
}

/**
 * What a page sets in place while an answer is made, as events of HTML: `found` (only where a language model is going to
 * word), `wording` (plain text), `done` with the whole answer. The question stands in the address, as on the page itself.
 */
export function streamForPage(
  event: RequestEvent,
  audience: AskingAudience,
  pieceOf: (piece: AnswerPiece) => string,
): Response {
  const { tenant, t } = event.locals;
  const { question, earlier } = readQuestion(event.url.searchParams);
  if (!question) error(400);
  return eventStream(async (send, signal) => {
    let isWithdrawn = false;
    const hear = (progress: AnswerProgress) => {
      if (progress.step === 'worded') return send('wording', { text: progress.text });
      if (progress.step === 'withdrawn') return void (isWithdrawn = true);
      const { pages, isWording } = progress;
      if (!isWording) return;
      const html = renderPiece(event, FoundPages, { pages });
      send('found', { text: t('assistant.found', { count: pages.length }), html });
    };
    const asked = { question, audience, locale: tenant.locale, history: earlier };
    const answer = await assistant.ask(tenant, asked, { hear, signal });
    const html = pieceOf({ question, earlier, answer, isWithdrawn: isWithdrawn && !answer.wording });
    send('done', { html, earlier: [...earlier, question] });
  });
}
