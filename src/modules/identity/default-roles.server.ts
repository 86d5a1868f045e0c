import { and, eq } from 'drizzle-orm';
import { newId } from '#platform/db.server';
import type { Database, Store } from '#platform/db.server';
import { createScope, SYSTEM_ACTOR } from '#platform/scope.server';
import type { TenantScope } from '#platform/scope.server';
import type { TenantIdentity } from '#platform/scope';
import { defaultRoles, KNOWN_PERMISSIONS } from './permissions.ts';
import { withNewRights } from './rules.ts';
import { role } from './tables.server.ts';

/** Gives a town the roles every town starts with; those it already has stay as they are. */
export async function ensureDefaultRoles(
  store: Store,
  scope: TenantScope,
  permissions: readonly string[] = KNOWN_PERMISSIONS,
): Promise<void> {
  const offered = [...permissions];
  await store
    .insert(role)
    .values(
      defaultRoles(permissions).map((one) => ({
        tenantId: scope.tenant.id,
        id: newId(),
        ...one,
        offered,
      })),
    )
    .onConflictDoNothing();
}

/**
 * Gives the roles of towns that are already there the rights of rooms that came later, once. What a town took away
 * from a role stays away, and a role it made itself is left alone. Called at each start, after the migrations.
 */
export async function offerNewRights(database: Database, towns: readonly TenantIdentity[]): Promise<void> {
  for (const { id, slug, name } of towns) {
    const scope = createScope({ database, tenant: { id, slug, name }, actor: SYSTEM_ACTOR });
    await offerTo(scope);
    await scope.end();
  }
}

async function offerTo(scope: TenantScope): Promise<void> {
  const own = eq(role.tenantId, scope.tenant.id);
  const roles = await scope.read((store) => store.select().from(role).where(own).limit(100));
  const changed = roles.flatMap((one) => {
    const wanted = defaultRoles().find(({ key }) => key === one.key)?.permissions ?? [];
    return withNewRights(one, wanted, KNOWN_PERMISSIONS) ?? [];
  });
  if (changed.length === 0) return;
  await scope.write(async (store) => {
    for (const { id, permissions, offered } of changed)
      await store
        .update(role)
        .set({ permissions, offered })
        .where(and(own, eq(role.id, id)));
  });
}
