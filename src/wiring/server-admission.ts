import type { IncomingMessage, ServerResponse } from 'node:http';
import { createAdmission, householdOf } from '#platform/http';
import { log } from '#platform/log.server';
import type { Environment } from '#env';
import { asksTheTown, isThisMachine } from './limits.server.ts';

// About a second of answering on the smallest machine; a school class behind one address is a tenth of its share.
const AT_ONCE = 1_000;
const OF_ONE_HOUSEHOLD = 250;
const RETRY_AFTER_SECONDS = 2;
const TOLD_EVERY_MS = 60_000;

const TITLE = 'Gerade zu viele Fragen';
const TEXT = 'Gerade fragen sehr viele Menschen zugleich. Versuchen Sie es in ein paar Sekunden noch einmal.';
const PAGE = `<!doctype html><html lang="de"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${TITLE}</title><p>${TEXT}</p></html>`;

/**
 * Lets so many questions in as are answered within a second or two and tells the others at once to come again; they
 * wait in the order in which they came. @returns whether the request may go on.
 */
export function createQuestionGate({ rateLimits }: Pick<Environment, 'rateLimits'>) {
  const admission = createAdmission({ atOnce: AT_ONCE, ofOneKey: OF_ONE_HOUSEHOLD });
  let refused = 0;
  let toldAt = -Infinity;

  return (request: IncomingMessage, response: ServerResponse, address: string, id: string): boolean => {
    if (!isQuestion(request)) return true;
    // Whoever measures on this machine is many people.
    const isMeasured = !rateLimits && isThisMachine(address);
    const leave = admission.enter(isMeasured ? id : householdOf(address));
    if (leave) {
      response.once('close', leave);
      return true;
    }
    refused++;
    if (performance.now() - toldAt > TOLD_EVERY_MS) {
      log.warn('server.too-many-questions', { refused });
      toldAt = performance.now();
      refused = 0;
    }
    tellBusy(request, response);
    return false;
  };
}

function isQuestion({ method = '', url = '' }: IncomingMessage): boolean {
  const asked = URL.parse(url, 'http://localhost');
  if (!asked) return false;
  // A language may stand before the path.
  const inLanguage = asked.pathname.replace(/^\/[^/]+/, '');
  return [asked.pathname, inLanguage].some((path) => asksTheTown(method, path, asked));
}

/** As who asks can show it: data as data, on a page that tells an answer by events one sentence, else a page. */
function tellBusy({ url = '', headers }: IncomingMessage, response: ServerResponse): void {
  const [type, body] = url.startsWith('/api/')
    ? [
        'application/problem+json',
        JSON.stringify({ type: 'about:blank', title: TITLE, status: 503, detail: TEXT }),
      ]
    : headers.accept === 'text/event-stream'
      ? ['text/plain; charset=utf-8', TEXT]
      : ['text/html; charset=utf-8', PAGE];
  response
    .writeHead(503, {
      'content-type': type,
      'retry-after': String(RETRY_AFTER_SECONDS),
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
    })
    .end(body);
}
