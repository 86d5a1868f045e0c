import { and, asc, eq, isNotNull, lte } from 'drizzle-orm';
import type { Open311Request } from '#platform/formats.server';
import type { TenantScope } from '#platform/scope.server';
import { readForeignRequest } from './client.server.ts';
import type { Access } from './client.server.ts';
import { change } from './dispatch.server.ts';
import { endpointOf } from './endpoints.server.ts';
import type { Fetch, ForeignUpdate, OpenReferral, Parts } from './parts.server.ts';
import { nextPollAt, statusOf } from './rules.ts';
import { dispatch } from './tables.server.ts';
import { say } from './words.server.ts';

type Row = typeof dispatch.$inferSelect;

const AT_ONCE = 50;

/** Asks other servers how far our reports are, those that are due, and tells the public history what is new. */
export async function pollDue(
  parts: Pick<Parts, 'fetch' | 'listReferrals' | 'takeUpdate'>,
  tenant: TenantScope,
): Promise<number> {
  const due = await listDue(tenant);
  if (due.length === 0) return 0;
  const referrals = new Map(
    (await parts.listReferrals(tenant)).map((referral) => [referral.referralId, referral] as const),
  );
  await tenant.end();
  for (const row of due) {
    const referral = referrals.get(row.referralId);
    // Taken back, or given to somebody else: what happens there is no longer ours to tell.
    if (!referral) await change(tenant, row.referralId, { state: 'ended', nextPollAt: null });
    else await poll(parts, tenant, row, referral);
  }
  return due.length;
}

function listDue(tenant: TenantScope): Promise<Row[]> {
  return tenant.read((store) =>
    store
      .select()
      .from(dispatch)
      .where(
        and(
          eq(dispatch.tenantId, tenant.tenant.id),
          eq(dispatch.state, 'sent'),
          isNotNull(dispatch.nextPollAt),
          lte(dispatch.nextPollAt, tenant.now()),
        ),
      )
      .orderBy(asc(dispatch.nextPollAt))
      .limit(AT_ONCE),
  );
}

async function poll(
  parts: Pick<Parts, 'fetch' | 'takeUpdate'>,
  tenant: TenantScope,
  row: Row,
  referral: OpenReferral,
): Promise<void> {
  const now = tenant.now();
  const access = await accessTo(parts.fetch, tenant, row, referral);
  const found = access && (await readForeignRequest(parts.fetch, access, row.foreignId!));
  await tenant.end();
  if (!found?.ok) {
    const silentPolls = row.silentPolls + 1;
    await change(tenant, row.referralId, {
      silentPolls,
      fault: `open311.fault.${found?.reason ?? 'no-answer'}`,
      polledAt: now,
      nextPollAt: nextPollAt(now, row.firstSentAt ?? row.createdAt, silentPolls),
    });
    return;
  }
  const update = updateOf(row, found.value);
  const taken = update && (await parts.takeUpdate(tenant, update));
  // Once it is closed there, or was closed here, nothing more is asked for.
  const isClosed = found.value.status === 'closed' || taken?.ok === false;
  await change(tenant, row.referralId, {
    state: isClosed ? 'ended' : 'sent',
    foreignStatus: stateOf(found.value),
    foreignNotes: found.value.statusNotes,
    foreignUpdatedAt: found.value.updatedAt,
    fault: null,
    silentPolls: 0,
    polledAt: now,
    nextPollAt: isClosed ? null : nextPollAt(now, row.firstSentAt ?? row.createdAt, 0),
  });
}

async function accessTo(
  fetch: Fetch,
  tenant: TenantScope,
  row: Row,
  { url, jurisdiction }: OpenReferral,
): Promise<Access | null> {
  const body = { id: row.bodyId, open311Url: url, open311Jurisdiction: jurisdiction };
  const endpoint = await endpointOf(fetch, tenant, body);
  if (!endpoint) return null;
  // Reading needs no key, so none is shown.
  return {
    baseUrl: endpoint.baseUrl,
    format: endpoint.format,
    jurisdictionId: jurisdiction || null,
    apiKey: null,
  };
}

function stateOf({ status, extended }: Open311Request): string {
  return extended?.detailedStatus ? `${status} ${extended.detailedStatus}` : status;
}

/**
 * What is new since the last visit; null when nothing is. The id follows from what is told, so that the same news
 * asked for twice is one step.
 */
function updateOf(row: Row, request: Open311Request): ForeignUpdate | null {
  const state = stateOf(request);
  const isNews = state !== row.foreignStatus || (request.statusNotes ?? '') !== (row.foreignNotes ?? '');
  if (!isNews) return null;
  const status = statusOf(request.status, request.extended?.detailedStatus ?? null);
  const text = (request.statusNotes ?? '').slice(0, 2000);
  if (status === null && text === '') return null;
  const isEnd = status === 'done' || status === 'not-possible';
  return {
    referralId: row.referralId,
    updateId: `${state}|${request.updatedAt?.toISOString() ?? ''}|${text}`.slice(0, 300),
    status,
    // Nothing is closed without a word.
    text: text.length < 3 && isEnd ? say(`open311.there.${status}`) : text,
  };
}
