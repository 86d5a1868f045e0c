import { and, eq, sql } from 'drizzle-orm';
import type { Store } from '#platform/db.server';
import type { TenantScope } from '#platform/scope.server';
import type { Inquiry, StepKind } from './model.ts';
import { inquiry, step } from './tables.server.ts';

export type InquiryRow = typeof inquiry.$inferSelect;

export function toInquiry(row: InquiryRow): Inquiry {
  const { tenantId: _, tokenHash: _hash, consentedAt: _at, ...rest } = row;
  const { contactName, contactEmail, contactPhone, contactWhen, ...shown } = rest;
  return {
    ...shown,
    contact: { name: contactName, email: contactEmail, phone: contactPhone, when: contactWhen },
  };
}

export function ofTenant(tenant: TenantScope, id: string) {
  return and(eq(inquiry.tenantId, tenant.tenant.id), eq(inquiry.id, id));
}

/** The inquiry, held until the end of the transaction: two clerks cannot change it at once. */
export async function lockInquiry(store: Store, tenant: TenantScope, id: string): Promise<InquiryRow | null> {
  const [row] = await store.select().from(inquiry).where(ofTenant(tenant, id)).for('update');
  return row ?? null;
}

/** Changes a locked inquiry and writes down what happened. */
export async function takeStep(
  store: Store,
  tenant: TenantScope,
  row: InquiryRow,
  happened: { kind: StepKind; text?: string; actorName?: string },
  change: Partial<InquiryRow> = {},
): Promise<InquiryRow> {
  const { kind, text = '', actorName = tenant.actor.name } = happened;
  if (Object.keys(change).length > 0) await store.update(inquiry).set(change).where(ofTenant(tenant, row.id));
  await store.insert(step).values({
    tenantId: tenant.tenant.id,
    inquiryId: row.id,
    number: sql`(
      select coalesce(max(number), 0) + 1
      from handover.step
      where tenant_id = ${tenant.tenant.id} and inquiry_id = ${row.id}
    )`,
    at: tenant.now(),
    kind,
    actorName,
    text,
  });
  return { ...row, ...change };
}
