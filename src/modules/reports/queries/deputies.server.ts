import { and, asc, eq, gte, lte } from 'drizzle-orm';
import type { Store } from '#platform/db.server';
import { civilDate } from '#platform/formats';
import type { TenantScope } from '#platform/scope.server';
import type { Deputy } from '../model.ts';
import { deputy } from '../tables.server.ts';

/** Ids of those the signed-in person stands in for today. */
export async function standsInFor(store: Store, tenant: TenantScope): Promise<string[]> {
  const { id } = tenant.actor;
  if (!id) return [];
  const today = civilDate(tenant.now());
  const rows = await store
    .select({ personId: deputy.personId })
    .from(deputy)
    .where(
      and(
        eq(deputy.tenantId, tenant.tenant.id),
        eq(deputy.deputyId, id),
        lte(deputy.fromDay, today),
        gte(deputy.untilDay, today),
      ),
    )
    .limit(100);
  return rows.map(({ personId }) => personId);
}

/** Who stands in for whom, now and later. */
export async function listDeputies(tenant: TenantScope): Promise<Deputy[]> {
  if (tenant.actor.kind === 'public') return [];
  return tenant.read(async (store) => {
    const rows = await store
      .select()
      .from(deputy)
      .where(and(eq(deputy.tenantId, tenant.tenant.id), gte(deputy.untilDay, civilDate(tenant.now()))))
      .orderBy(asc(deputy.fromDay))
      .limit(100);
    return rows.map(({ tenantId: _, ...row }) => row);
  });
}
