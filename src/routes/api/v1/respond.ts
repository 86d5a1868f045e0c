import { json } from '@sveltejs/kit';

/** An answer of the open interface: readable from any website, without credentials. */
export function openData(body: unknown, init: ResponseInit = {}): Response {
  const response = json(body, init);
  response.headers.set('access-control-allow-origin', '*');
  return response;
}

/** A refusal in the form of RFC 9457 (problem details). `detail` says what to do. */
export function problem(status: number, title: string, detail: string): Response {
  const response = openData({ type: 'about:blank', title, status, detail }, { status });
  response.headers.set('content-type', 'application/problem+json');
  return response;
}
