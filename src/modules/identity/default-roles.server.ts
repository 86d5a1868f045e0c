import { newId } from '#platform/db.server';
import type { Store } from '#platform/db.server';
import type { TenantScope } from '#platform/scope.server';
import { defaultRoles } from './permissions.ts';
import { role } from './tables.server.ts';

/** Gives a town the roles every town starts with; those it already has stay as they are. */
export async function ensureDefaultRoles(
  store: Store,
  scope: TenantScope,
  permissions?: readonly string[],
): Promise<void> {
  await store
    .insert(role)
    .values(defaultRoles(permissions).map((one) => ({ tenantId: scope.tenant.id, id: newId(), ...one })))
    .onConflictDoNothing();
}
