import { desc, eq } from 'drizzle-orm';
import type { TenantScope } from '#platform/scope.server';
import type { Dispatch } from '../model.ts';
import { dispatch } from '../tables.server.ts';

/** Reports on their way to other servers, what changed last first; for those who manage the ways. */
export async function listDispatches(tenant: TenantScope, limit = 50): Promise<Dispatch[]> {
  if (!tenant.may('open311.manage')) return [];
  return tenant.read(async (store) => {
    const rows = await store
      .select()
      .from(dispatch)
      .where(eq(dispatch.tenantId, tenant.tenant.id))
      .orderBy(desc(dispatch.updatedAt), desc(dispatch.referralId))
      .limit(Math.min(limit, 200));
    return rows.map(({ tenantId: _, ...row }) => row);
  });
}
