import { and, eq, isNotNull, not, sql } from 'drizzle-orm';
import type { TenantScope } from '#platform/scope.server';
import { isSealed, seal, unseal } from '#platform/sealing.server';
import { body } from './tables.server.ts';

/** The key a server of somebody else gave the town, as it is kept. */
export function sealKey(tenant: TenantScope, secret: string, bodyId: string, key: string): string {
  return seal({ secret, room: 'reports' }, about(tenant, bodyId), key);
}

/** The key again; null when it was sealed with another secret of the installation. */
export function openKey(tenant: TenantScope, secret: string, bodyId: string, kept: string): string | null {
  // One from before keys were sealed; the next start seals it.
  if (!isSealed(kept)) return kept;
  return unseal({ secret, room: 'reports' }, about(tenant, bodyId), kept);
}

/** Seals the keys that were kept before they were sealed, at each start. @returns how many there were. */
export async function sealForeignKeys(tenant: TenantScope, secret: string): Promise<number> {
  return tenant.write(async (store) => {
    const open = await store
      .select({ id: body.id, key: body.open311ApiKey })
      .from(body)
      .where(
        and(
          eq(body.tenantId, tenant.tenant.id),
          isNotNull(body.open311ApiKey),
          not(sql`starts_with(${body.open311ApiKey}, 'sealed:')`),
        ),
      )
      .for('update');
    for (const { id, key } of open)
      await store
        .update(body)
        .set({ open311ApiKey: sealKey(tenant, secret, id, key!) })
        .where(and(eq(body.tenantId, tenant.tenant.id), eq(body.id, id)));
    return open.length;
  });
}

function about(tenant: TenantScope, bodyId: string): string {
  return `open311-key ${tenant.tenant.id} ${bodyId}`;
}
