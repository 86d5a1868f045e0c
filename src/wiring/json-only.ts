import type { IncomingMessage, ServerResponse } from 'node:http';

/** Addresses that take JSON and nothing else. */
const JSON_ONLY = /^\/(?:(?:en|leicht)\/)?api\/(?:v1\/answer|mcp)\/?$/;

const REFUSAL = JSON.stringify({
  type: 'about:blank',
  title: 'JSON erwartet / JSON expected',
  status: 415,
  detail:
    'Senden Sie JSON mit der Kopfzeile „Content-Type: application/json“. / Send JSON with the header "Content-Type: application/json".',
});

/** Whether a request sends something else than JSON to where only JSON is understood. */
export function isUnsuitable({
  method,
  url = '',
  headers,
}: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): boolean {
  if (method !== 'POST' || !JSON_ONLY.test(url.split('?', 1)[0]!)) return false;
  return !/^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(headers['content-type'] ?? '');
}

/** Says so before the framework takes the request for a forged form and refuses it in words of its own. */
export function refuseUnsuitable(response: ServerResponse): void {
  response
    .writeHead(415, {
      'content-type': 'application/problem+json',
      accept: 'application/json',
      'access-control-allow-origin': '*',
    })
    .end(REFUSAL);
}
