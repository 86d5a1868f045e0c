import type { AnswerProgress, Asker, TownAnswer } from '#modules/assistant';
import { eventStream } from '#platform/http.server';
import type { SendEvent } from '#platform/http.server';
import { publicAnswer } from './public-answer.ts';
import type { PublicAnswer } from './public-answer.ts';

/**
 * The answer as server-sent events: `found` at once; while a language model writes, `wording` for each piece that holds
 * and `withdrawn` when they do not hold after all; then `citation` before the first `sentence` that needs it, `contact`,
 * and `done` with the whole answer as the plain JSON has it; `problem` when it fails.
 */
export function streamAnswer(ask: (asker: Asker) => Promise<TownAnswer>, origin: string): Response {
  const response = eventStream(async (send, signal) => {
    const hear = (progress: AnswerProgress) => sendProgress(send, progress, origin);
    sendAnswer(send, publicAnswer(await ask({ hear, signal }), origin));
  });
  response.headers.set('access-control-allow-origin', '*');
  return response;
}

function sendProgress(send: SendEvent, progress: AnswerProgress, origin: string): void {
  if (progress.step === 'found')
    send('found', {
      pages: progress.pages.map((page) => ({ ...page, url: new URL(page.url, origin).href })),
      wording: progress.isWording,
    });
  else if (progress.step === 'worded') send('wording', { text: progress.text, madeBy: 'model' });
  else send('withdrawn', {});
}

function sendAnswer(send: SendEvent, answer: PublicAnswer): void {
  const { sentences, citations, contact } = answer;
  const told = new Set<number>();
  for (const sentence of sentences) {
    const citation = citations.find(({ n }) => n === sentence.citation);
    if (citation && !told.has(citation.n)) send('citation', citation);
    told.add(sentence.citation);
    send('sentence', sentence);
  }
  for (const citation of citations) if (!told.has(citation.n)) send('citation', citation);
  if (contact) send('contact', contact);
  send('done', answer);
}
