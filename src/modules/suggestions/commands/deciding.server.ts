import { and, eq } from 'drizzle-orm';
import { eventKind } from '#modules/events.server';
import { deleteDraft, findDeskEntry, publishEntry } from '#modules/publishing.server';
import { recordAudit } from '#platform/audit.server';
import { isId } from '#platform/db';
import type { Store } from '#platform/db.server';
import { addDays, civilDate } from '#platform/formats';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { post } from '../letters.server.ts';
import type { Parts } from '../parts.server.ts';
import { removeUnused } from '../pictures.server.ts';
import { ERASE_AFTER_DAYS } from '../rules.ts';
import { suggestion } from '../tables.server.ts';
import { change } from './suggesting.server.ts';
import type { SuggestionRow } from './suggesting.server.ts';

export type DecideRefusal = 'forbidden' | 'unknown' | 'wrong-state' | 'invalid' | 'own-work';

const REASON_MAX = 1000;

/** Makes the draft of a suggestion public as it is. The suggester hears of it by the job that follows events. */
export async function publishSuggestion(
  tenant: TenantScope,
  id: string,
): Promise<Outcome<null, DecideRefusal>> {
  if (!tenant.may('suggestions.manage')) return refuse('forbidden');
  const row = await findSent(tenant, id);
  if (!row?.entryId) return refuse('unknown');
  const published = await publishEntry(tenant, eventKind, row.entryId);
  if (!published.ok) return refuse(published.reason);
  await noteDecision(tenant, row.entryId);
  return done(null);
}

/** Says no, and why. The draft goes with its picture; an event that was public meanwhile stays. */
export async function declineSuggestion(
  parts: Pick<Parts, 'files'>,
  tenant: TenantScope,
  { id, reason }: { id: string; reason: string },
): Promise<Outcome<null, DecideRefusal>> {
  if (!tenant.may('suggestions.manage')) return refuse('forbidden');
  const text = reason.trim();
  if (text.length < 3 || text.length > REASON_MAX)
    return refuse('invalid', { fields: { reason: 'suggestions.fault.reason' } });
  const row = await findSent(tenant, id);
  if (!row) return refuse('unknown');
  if (row.entryId) {
    const deleted = await deleteDraft(tenant, eventKind, row.entryId);
    if (!deleted.ok && deleted.reason !== 'unknown') return refuse(deleted.reason);
  }
  if (row.picture) await removeUnused(parts, tenant, row.picture);
  return tenant.write(async (store) => {
    await decide(store, tenant, row, { state: 'declined', reason: text, entryId: null });
    await recordAudit(store, tenant, { action: 'suggestions.declined', subject: { kind: 'suggestion', id } });
    return done(null);
  });
}

async function decide(
  store: Store,
  tenant: TenantScope,
  { id }: SuggestionRow,
  change_: Partial<SuggestionRow> & { state: 'published' | 'declined' },
): Promise<void> {
  const now = tenant.now();
  await change(store, tenant, id, {
    ...change_,
    picture: null,
    decidedAt: now,
    eraseOn: addDays(civilDate(now), ERASE_AFTER_DAYS),
  });
  await post(store, tenant, { to: 'suggester', id, kind: change_.state });
}

/** A draft that came of a suggestion is public now, whoever published it: its suggester hears of it, once. */
export async function noteDecision(tenant: TenantScope, entryId: string): Promise<void> {
  const event = await findDeskEntry(tenant, eventKind, entryId);
  if (event?.state !== 'published') return;
  await tenant.write(async (store) => {
    const [row] = await store
      .select()
      .from(suggestion)
      .where(and(eq(suggestion.tenantId, tenant.tenant.id), eq(suggestion.entryId, entryId)))
      .for('update');
    if (row?.state !== 'sent') return;
    await decide(store, tenant, row, { state: 'published' });
    await recordAudit(store, tenant, {
      action: 'suggestions.published',
      subject: { kind: 'suggestion', id: row.id },
    });
  });
}

async function findSent(tenant: TenantScope, id: string): Promise<SuggestionRow | null> {
  if (!isId(id)) return null;
  const [row] = await tenant.read((store) =>
    store
      .select()
      .from(suggestion)
      .where(
        and(eq(suggestion.tenantId, tenant.tenant.id), eq(suggestion.id, id), eq(suggestion.state, 'sent')),
      ),
  );
  return row ?? null;
}
