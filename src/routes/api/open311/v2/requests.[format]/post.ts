import type { RequestEvent } from '@sveltejs/kit';
import type { Received, ReceiveWish } from '#modules/open311.server';
import { civilDate, addDays, instantOf } from '#platform/formats';
import { readSubmission } from '#platform/formats.server';
import type { Open311Receipt } from '#platform/formats.server';
import type { RefusalDetails } from '#platform/outcome';

const PHOTOS_AT_MOST = 5;

/** Reads the form of a report, url-encoded or with pictures; null when it is neither. */
export async function readPost(
  event: RequestEvent,
): Promise<{ wish: ReceiveWish; jurisdiction: string | null } | null> {
  const { request, url } = event;
  const form = await request.formData().catch(() => null);
  if (!form) return null;
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const files = [...form.values()].filter((value): value is File => value instanceof File && value.size > 0);
  // Some programs put the key and the jurisdiction into the address.
  const text = (name: string) => {
    const value = form.get(name);
    return (typeof value === 'string' && value.trim()) || url.searchParams.get(name)?.trim() || '';
  };
  const photos = files.slice(0, PHOTOS_AT_MOST).map(async (file) => new Uint8Array(await file.arrayBuffer()));
  return {
    jurisdiction: text('jurisdiction_id') || null,
    wish: {
      apiKey: text('api_key'),
      submission: readSubmission(texts),
      photos: await Promise.all(photos),
      idempotencyKey: request.headers.get('idempotency-key'),
      origin: url.origin,
      address: event.getClientAddress(),
    },
  };
}

const STATUS: Record<string, number> = {
  'key-missing': 403,
  'key-unknown': 403,
  'day-full': 429,
  'too-many': 429,
  'service-unknown': 404,
  'storage-full': 503,
};

/** What went wrong, each thing by the name the sender knows it by. */
export function describeRefusal(
  { locals }: Pick<RequestEvent, 'locals'>,
  { reason, details }: { reason: string; details: RefusalDetails },
): { status: number; descriptions: string[]; retryAfterSeconds?: number } {
  const { t, tenant } = locals;
  const say = (key: string) =>
    [`open311.fault.${key}`, `reports.fault.${key}`, key].find((name) => t.has(name)) ??
    'open311.fault.invalid';
  const byField = Object.entries(details.fields ?? {}).map(
    ([field, key]) => `${nameOf(field)}: ${t(say(key), details.values)}`,
  );
  const now = tenant.now();
  const midnight = instantOf(addDays(civilDate(now), 1));
  return {
    status: STATUS[reason] ?? 400,
    descriptions: byField.length > 0 ? byField : [t(say(reason), details.values)],
    ...(reason === 'day-full'
      ? { retryAfterSeconds: Math.ceil((midnight.getTime() - now.getTime()) / 1000) }
      : {}),
  };
}

const NAMES: Record<string, string> = {
  category: 'service_code',
  text: 'description',
  address: 'address_string',
  latitude: 'lat',
  longitude: 'long',
  name: 'first_name',
};

function nameOf(field: string): string {
  const code = /^frage\.(.+)$/.exec(field)?.[1];
  return code === undefined ? (NAMES[field] ?? field) : `attribute[${code}]`;
}

/** The receipt: the number at once, and what happens next. */
export function sayReceived({ locals }: Pick<RequestEvent, 'locals'>, received: Received): Open311Receipt {
  const notices = [
    locals.t(received.isPublic ? 'open311.received.public' : 'open311.received.waiting'),
    ...(received.pictureFault ? [locals.t('open311.received.no-picture')] : []),
  ];
  return { id: String(received.number), token: null, notice: notices.join(' '), accountId: null };
}
