import { createHash } from 'node:crypto';
import { findCategory } from '#modules/reports.server';
import type { CreatedReport } from '#modules/reports.server';
import { civilDate } from '#platform/formats';
import type { Open311Submission } from '#platform/formats.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import type { ApiKey } from '../model.ts';
import type { Parts } from '../parts.server.ts';
import { countUse, findApiKey } from './keys.server.ts';

export interface ReceiveWish {
  apiKey: string;
  submission: Open311Submission;
  /** Pictures that came with the form. */
  photos: readonly Uint8Array[];
  /** Of the `Idempotency-Key` header; without one the report itself tells whether it came before today. */
  idempotencyKey: string | null;
  origin: string;
  address: string;
}

export type ReceiveRefusal =
  'key-missing' | 'key-unknown' | 'day-full' | 'service-unknown' | 'place-missing' | 'invalid';

/** What became of a report that was sent. */
export type Received = CreatedReport & { pictureFault: boolean };

/** Takes a report from another program. The same report again is the same report. */
export async function receiveReport(
  parts: Parts,
  tenant: TenantScope,
  wish: ReceiveWish,
): Promise<Outcome<Received, ReceiveRefusal | string>> {
  if (wish.apiKey === '') return refuse('key-missing');
  const key = await findApiKey(tenant, wish.apiKey);
  if (!key) return refuse('key-unknown');
  const { submission } = wish;
  if (!(await findCategory(tenant, submission.serviceCode)))
    return refuse('service-unknown', { values: { code: submission.serviceCode.slice(0, 60) } });
  if (!submission.position && !submission.address && !submission.addressId) return refuse('place-missing');
  if (!(await countUse(tenant, key))) return refuse('day-full', { values: { limit: key.dailyLimit } });

  const fetched = submission.mediaUrl ? await fetchPicture(parts, submission.mediaUrl) : null;
  const photos = [...wish.photos, ...(fetched ? [fetched] : [])].slice(0, 5);
  const taken = await take(parts, tenant, wish, key, photos);
  // A picture somewhere else that is none is no reason to lose a report; one that was sent along is told about.
  if (!taken.ok && fetched && wish.photos.length === 0 && /^picture-/.test(taken.reason)) {
    const without = await take(parts, tenant, wish, key, []);
    return without.ok ? done({ ...without.value, pictureFault: true }) : without;
  }
  const pictureFault = submission.mediaUrl !== null && fetched === null;
  return taken.ok ? done({ ...taken.value, pictureFault }) : taken;
}

function take(
  parts: Parts,
  tenant: TenantScope,
  wish: ReceiveWish,
  key: ApiKey,
  photos: readonly Uint8Array[],
) {
  const { submission } = wish;
  const answers = Object.entries(submission.attributes).map(([code, values]) => [`frage.${code}`, values]);
  return parts.takeReport(tenant, {
    fields: {
      ...Object.fromEntries(answers),
      kind: 'defect',
      category: submission.serviceCode,
      text: submission.description,
      address: submission.address ?? submission.addressId ?? '',
      latitude: submission.position?.lat ?? null,
      longitude: submission.position?.long ?? null,
      name: [submission.firstName, submission.lastName].filter(Boolean).join(' '),
      email: submission.email ?? '',
      phone: submission.phone ?? '',
    },
    photos,
    idempotencyKey: idempotencyKeyOf(tenant, wish, key),
    from: { source: 'open311', name: key.name },
    origin: wish.origin,
    address: wish.address,
  });
}

/** GeoReport knows no such key: the same words about the same place on the same day are the same report. */
function idempotencyKeyOf(tenant: TenantScope, wish: ReceiveWish, key: ApiKey): string {
  const hash = createHash('sha256');
  if (wish.idempotencyKey) hash.update(`key ${wish.idempotencyKey}`);
  else {
    hash.update(`day ${civilDate(tenant.now())} ${JSON.stringify(wish.submission)}`);
    for (const photo of wish.photos) hash.update(createHash('sha256').update(photo).digest());
  }
  return `open311:${key.id}:${hash.digest('base64url')}`;
}

const PICTURE_LIMITS = { maxBytes: 20_000_000, totalMs: 15_000, idleMs: 8_000 };

async function fetchPicture(parts: Parts, url: string): Promise<Uint8Array | null> {
  const answer = await parts.fetch(url, { accept: 'image/*', limits: PICTURE_LIMITS });
  return answer.ok && !answer.value.unchanged ? answer.value.bytes : null;
}
