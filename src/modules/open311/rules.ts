import type { Dispatch, Endpoint } from './model.ts';

/** `https://a.de/open311/v2/services.json` → `https://a.de/open311/v2`: what people copy is often one level too deep. */
export function baseUrlOf(typed: string): string {
  const url = new URL(typed.trim());
  const path = url.pathname
    .replace(/\/(discovery|services|requests|tokens)(\/[^/]*)?(\.(json|xml))?\/?$/, '')
    .replace(/\/+$/, '');
  return `${url.origin}${path}`;
}

/** The service of the other server a report goes in as: as the desk said, of the same code, of the same name, the rest. */
export function foreignServiceOf(
  endpoint: Pick<Endpoint, 'services' | 'serviceMap'>,
  category: { key: string; name: string },
): string | null {
  const { services, serviceMap } = endpoint;
  const said = Object.hasOwn(serviceMap, category.key) ? serviceMap[category.key]! : '';
  if (said !== '') return said;
  const same =
    services.find(({ code }) => code === category.key) ??
    services.find(({ name }) => plain(name) === plain(category.name));
  return same?.code ?? (serviceMap['*'] || null);
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

/** A mark in the text by which the report is known again on the other side. */
export function referenceOf(slug: string, number: number, referralId: string): string {
  return `${slug}-${number}-${referralId.replaceAll('-', '').slice(-8)}`;
}

/** An attempt that nobody finished in this time has been interrupted. */
const ATTEMPT_MS = 2 * 60_000;
/** After so long the report goes another way: nobody waits for a server that never comes back. */
const PATIENCE_MS = 44 * 3_600_000;

/** What to do next with a report on its way. */
export type NextStep = 'send' | 'wait' | 'look-up' | 'ask-token' | 'give-up' | 'nothing';

export function nextStep(
  { state, createdAt, updatedAt }: Pick<Dispatch, 'state' | 'createdAt' | 'updatedAt'>,
  now: Date,
): NextStep {
  if (state === 'sent' || state === 'refused' || state === 'ended') return 'nothing';
  // Somebody may be at it this minute, or the other side may not show it yet.
  if (state === 'sending' && now.getTime() - updatedAt.getTime() < ATTEMPT_MS) return 'wait';
  if (now.getTime() - createdAt.getTime() > PATIENCE_MS) return 'give-up';
  if (state === 'has-token') return 'ask-token';
  return state === 'sending' ? 'look-up' : 'send';
}

/** What an answer to a sent report means. */
export type SendResult = 'arrived' | 'not-arrived' | 'refused' | 'unknown';

// Faults of the client that come before the first byte is sent.
const NEVER_SENT = ['url-not-understood', 'url-not-allowed', 'address-private', 'host-unknown'];
const NEVER_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN'];

/** Of a request that got no answer: whether it can have arrived. */
export function withoutAnswer(reason: string, code: string): SendResult {
  return NEVER_SENT.includes(reason) || NEVER_CONNECTED.includes(code) ? 'not-arrived' : 'unknown';
}

/** Of an answer without a receipt. A server that breaks may have kept the report before it broke. */
export function byStatus(status: number): SendResult {
  if (status === 429) return 'not-arrived';
  if (status === 408 || status === 425 || status >= 500 || status < 300) return 'unknown';
  return 'refused';
}

const HOUR_MS = 3_600_000;

/** When to ask again: often at first, twice a day later, rarer while the other side is silent. */
export function nextPollAt(now: Date, sentAt: Date, silentPolls: number): Date {
  const isFresh = now.getTime() - sentAt.getTime() < 48 * HOUR_MS;
  const pause = isFresh ? HOUR_MS : 6 * HOUR_MS;
  return new Date(now.getTime() + Math.min(pause * 2 ** Math.min(silentPolls, 6), 48 * HOUR_MS));
}

/** Our word for a status of theirs; null when nothing new can be said. */
export function statusOf(
  status: 'open' | 'closed',
  detailed: string | null,
): 'in-progress' | 'done' | 'not-possible' | null {
  const word = detailed?.toUpperCase().replaceAll(/[\s-]/g, '_') ?? '';
  if (/REJECT|NOT_POSSIBLE|NO_FURTHER_ACTION|UNABLE|DUPLICATE|NOT_RESPONSIBLE/.test(word))
    return 'not-possible';
  if (status === 'closed') return 'done';
  return /IN_PROCESS|IN_PROGRESS|ACTION_SCHEDULED|PLANNED|INVESTIGATING/.test(word) ? 'in-progress' : null;
}
