import {
  readFaults,
  readReceipt,
  readRequests,
  readServices,
  writeSubmission,
} from '#platform/formats.server';
import type {
  Open311Fault,
  Open311Receipt,
  Open311Request,
  Open311Service,
  Open311Submission,
} from '#platform/formats.server';
import type { FetchedDocument } from '#platform/http.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { Fetch } from './parts.server.ts';
import { byStatus, withoutAnswer } from './rules.ts';
import type { SendResult } from './rules.ts';

/** Where and as whom a server is spoken to. */
export interface Access {
  baseUrl: string;
  format: 'json' | 'xml';
  jurisdictionId: string | null;
  apiKey: string | null;
}

// Town servers are slow at times; nobody waits for these answers.
const LIMITS = { maxBytes: 5_000_000, totalMs: 40_000, idleMs: 20_000 };
const MEDIA_TYPES = { json: 'application/json', xml: 'text/xml, application/xml' };

type Document = Exclude<FetchedDocument, { unchanged: true }>;
type ReadRefusal = 'no-answer' | 'busy' | 'unknown-there' | 'answer-not-open311' | 'answer-broken';

/** What the server takes, and in which of the two formats it speaks; JSON first, for it is easier to get right. */
export async function readForeignServices(
  fetch: Fetch,
  access: Omit<Access, 'format'>,
): Promise<Outcome<{ format: 'json' | 'xml'; services: Open311Service[] }, ReadRefusal>> {
  let refusal: ReadRefusal = 'no-answer';
  for (const format of ['json', 'xml'] as const) {
    const answer = await get(fetch, { ...access, format }, 'services', {});
    const read = answer.ok ? readServices(answer.value.bytes, answer.value.contentType) : answer;
    if (read.ok && read.value.length > 0) return done({ format, services: read.value });
    refusal = read.ok ? 'answer-not-open311' : read.reason;
    // A server that is down or overrun is so for both.
    if (refusal === 'no-answer' || refusal === 'busy') break;
  }
  return refuse(refusal);
}

/** One request of ours at the other side. */
export async function readForeignRequest(
  fetch: Fetch,
  access: Access,
  id: string,
): Promise<Outcome<Open311Request, ReadRefusal>> {
  const path = `requests/${encodeURIComponent(id)}`;
  const answer = await get(fetch, access, path, { extensions: 'true' });
  if (!answer.ok) return answer;
  const read = readRequests(answer.value.bytes, answer.value.contentType);
  if (!read.ok) return read;
  const found = read.value.find((request) => request.id === id) ?? null;
  return found ? done(found) : refuse('unknown-there');
}

/** The id a token has become; null while the other side still works on it. */
export async function readForeignToken(
  fetch: Fetch,
  access: Access,
  token: string,
): Promise<Outcome<string | null, ReadRefusal>> {
  const answer = await get(fetch, access, `tokens/${encodeURIComponent(token)}`, {});
  if (!answer.ok) return answer.reason === 'unknown-there' ? done(null) : answer;
  const read = readReceipt(answer.value.bytes, answer.value.contentType);
  return read.ok ? done(read.value.id) : read;
}

/** Looks for a report that may have arrived, by the mark in its text; null when the list does not hold it. */
export async function findByReference(
  fetch: Fetch,
  access: Access,
  wish: { serviceCode: string; since: Date; until: Date; reference: string },
): Promise<Outcome<Open311Request | null, ReadRefusal>> {
  const answer = await get(fetch, access, 'requests', {
    service_code: wish.serviceCode,
    start_date: wish.since.toISOString().replace(/\.\d+Z$/, 'Z'),
    end_date: wish.until.toISOString().replace(/\.\d+Z$/, 'Z'),
  });
  if (!answer.ok) return answer.reason === 'unknown-there' ? done(null) : answer;
  const read = readRequests(answer.value.bytes, answer.value.contentType);
  if (!read.ok) return read;
  return done(read.value.find((request) => request.description?.includes(wish.reference)) ?? null);
}

export type Sent =
  | { result: 'arrived'; receipt: Open311Receipt }
  | { result: Exclude<SendResult, 'arrived'>; faults: Open311Fault[]; status: number | null; reason: string };

/** Sends a report once. What the answer does not tell is `unknown`, never guessed. */
export async function sendSubmission(
  fetch: Fetch,
  access: Access,
  submission: Open311Submission,
): Promise<Sent> {
  const form = writeSubmission(submission, access);
  const outcome = await fetch(addressOf(access, 'requests', {}), {
    accept: MEDIA_TYPES[access.format],
    send: { contentType: 'application/x-www-form-urlencoded; charset=utf-8', body: form.toString() },
    acceptStatus: () => true,
    limits: LIMITS,
  });
  if (!outcome.ok) {
    const { reason, details } = outcome;
    const result = withoutAnswer(reason, String(details.values?.code ?? ''));
    return { result: result as 'not-arrived' | 'unknown', faults: [], status: null, reason };
  }
  const document = outcome.value as Document;
  const isGood = document.status >= 200 && document.status < 300;
  const receipt = isGood ? readReceipt(document.bytes, document.contentType) : null;
  if (receipt?.ok) return { result: 'arrived', receipt: receipt.value };
  const result = byStatus(document.status) as Exclude<SendResult, 'arrived'>;
  const faults = readFaults(document.bytes, document.contentType);
  return { result, faults, status: document.status, reason: 'http-status' };
}

async function get(
  fetch: Fetch,
  access: Access,
  path: string,
  query: Record<string, string>,
): Promise<Outcome<Document, ReadRefusal>> {
  const outcome = await fetch(addressOf(access, path, query), {
    accept: MEDIA_TYPES[access.format],
    acceptStatus: (status) => status === 404 || status === 410 || status === 429 || status >= 500,
    limits: LIMITS,
  });
  if (!outcome.ok) return refuse(outcome.reason === 'http-status' ? 'answer-not-open311' : 'no-answer');
  const document = outcome.value as Document;
  if (document.status === 404 || document.status === 410) return refuse('unknown-there');
  if (document.status !== 200) return refuse(document.status === 429 ? 'busy' : 'no-answer');
  return done(document);
}

function addressOf(access: Access, path: string, query: Record<string, string>): string {
  const url = new URL(`${access.baseUrl}/${path}.${access.format}`);
  // Of a POST the jurisdiction travels in the form as well; many servers look in the address only.
  if (access.jurisdictionId) url.searchParams.set('jurisdiction_id', access.jurisdictionId);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}
