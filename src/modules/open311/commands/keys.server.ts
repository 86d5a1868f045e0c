import { createHash, randomBytes } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { recordAudit } from '#platform/audit.server';
import { newId } from '#platform/db.server';
import { civilDate } from '#platform/formats';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { apiKeyDraft } from '../model.ts';
import type { ApiKey, ApiKeyDraft } from '../model.ts';
import { apiKey, keyDay } from '../tables.server.ts';

/** Makes a key. It is answered here once and never again. */
export async function createApiKey(
  tenant: TenantScope,
  draft: ApiKeyDraft,
): Promise<Outcome<{ id: string; key: string }, 'forbidden' | 'invalid'>> {
  if (!tenant.may('open311.manage')) return refuse('forbidden');
  const checked = v.safeParse(apiKeyDraft, draft);
  if (!checked.success) {
    const fields = Object.fromEntries(
      checked.issues.map((issue) => [String(issue.path?.[0]?.key ?? 'form'), issue.message]),
    );
    return refuse('invalid', { fields });
  }
  const id = newId();
  const key = `ok_${randomBytes(32).toString('base64url')}`;
  return tenant.write(async (store) => {
    await store.insert(apiKey).values({
      tenantId: tenant.tenant.id,
      id,
      ...checked.output,
      keyHash: hashOf(key),
      hint: key.slice(-4),
      createdAt: tenant.now(),
      createdBy: tenant.actor.name,
    });
    await recordAudit(store, tenant, {
      action: 'open311.key-created',
      subject: { kind: 'api-key', id },
      details: { name: checked.output.name, dailyLimit: checked.output.dailyLimit },
    });
    return done({ id, key });
  });
}

/** From now on nothing can be sent with this key. What came with it stays. */
export async function revokeApiKey(
  tenant: TenantScope,
  id: string,
): Promise<Outcome<null, 'forbidden' | 'unknown'>> {
  if (!tenant.may('open311.manage')) return refuse('forbidden');
  return tenant.write(async (store) => {
    const [row] = await store
      .update(apiKey)
      .set({ revokedAt: tenant.now(), revokedBy: tenant.actor.name })
      .where(and(eq(apiKey.tenantId, tenant.tenant.id), eq(apiKey.id, id), isNull(apiKey.revokedAt)))
      .returning({ name: apiKey.name });
    if (!row) return refuse('unknown');
    await recordAudit(store, tenant, {
      action: 'open311.key-revoked',
      subject: { kind: 'api-key', id },
      details: { name: row.name },
    });
    return done(null);
  });
}

/** Who sends with this key. Unknown, revoked and other towns' keys are all the same: unknown. */
export async function findApiKey(tenant: TenantScope, key: string): Promise<ApiKey | null> {
  if (key === '' || key.length > 200) return null;
  return tenant.read(async (store) => {
    const [row] = await store
      .select()
      .from(apiKey)
      .where(
        and(eq(apiKey.tenantId, tenant.tenant.id), eq(apiKey.keyHash, hashOf(key)), isNull(apiKey.revokedAt)),
      )
      .limit(1);
    if (!row) return null;
    const { tenantId: _, keyHash: __, ...known } = row;
    return known;
  });
}

/** Counts one report of a key for today; false when the day's share is used up. Exact also when many come at once. */
export async function countUse(
  tenant: TenantScope,
  key: Pick<ApiKey, 'id' | 'dailyLimit'>,
): Promise<boolean> {
  return tenant.write(async (store) => {
    const counted = await store
      .insert(keyDay)
      .values({ tenantId: tenant.tenant.id, keyId: key.id, day: civilDate(tenant.now()), count: 1 })
      .onConflictDoUpdate({
        target: [keyDay.tenantId, keyDay.keyId, keyDay.day],
        set: { count: sql`${keyDay.count} + 1` },
        setWhere: sql`${keyDay.count} < ${key.dailyLimit}`,
      })
      .returning({ count: keyDay.count });
    return counted.length > 0;
  });
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}
