import { and, desc, eq, sql } from 'drizzle-orm';
import { civilDate } from '#platform/formats';
import type { TenantScope } from '#platform/scope.server';
import type { ApiKeyLine } from '../model.ts';
import { apiKey, keyDay } from '../tables.server.ts';

/** All keys of the town with their use, newest first; for those who manage them. */
export async function listApiKeys(tenant: TenantScope): Promise<ApiKeyLine[]> {
  if (!tenant.may('open311.manage')) return [];
  const today = civilDate(tenant.now());
  return tenant.read(async (store) => {
    const rows = await store
      .select({
        id: apiKey.id,
        name: apiKey.name,
        contact: apiKey.contact,
        hint: apiKey.hint,
        dailyLimit: apiKey.dailyLimit,
        createdAt: apiKey.createdAt,
        createdBy: apiKey.createdBy,
        revokedAt: apiKey.revokedAt,
        revokedBy: apiKey.revokedBy,
        usedToday: sql<number>`coalesce(sum(${keyDay.count}) filter (where ${keyDay.day} = ${today}), 0)::int`,
        usedInAll: sql<number>`coalesce(sum(${keyDay.count}), 0)::int`,
        lastUsedOn: sql<string | null>`max(${keyDay.day})::text`,
      })
      .from(apiKey)
      .leftJoin(keyDay, and(eq(keyDay.tenantId, apiKey.tenantId), eq(keyDay.keyId, apiKey.id)))
      .where(eq(apiKey.tenantId, tenant.tenant.id))
      .groupBy(apiKey.tenantId, apiKey.id)
      .orderBy(sql`${apiKey.revokedAt} is not null`, desc(apiKey.createdAt))
      .limit(100);
    return rows;
  });
}
