import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { recordAudit } from '#platform/audit.server';
import { newId } from '#platform/db.server';
import type { Store } from '#platform/db.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { roleDraft } from '../model.ts';
import type { RoleDraft } from '../model.ts';
import { defaultRoles, GRANTABLE_PERMISSIONS, KNOWN_PERMISSIONS } from '../permissions.ts';
import { roleKeyOf } from '../rules.ts';
import { membership, role } from '../tables.server.ts';

type SaveRefusal =
  'forbidden' | 'unknown' | 'invalid' | 'name-missing' | 'name-too-long' | 'role-name-taken' | 'role-fixed';

/**
 * Changes what a role may do, or makes a new one (`key` null). Whoever holds it gets the new rights with their next
 * page. The administration cannot be changed: somebody has to be able to do everything.
 * @returns the key of the role
 */
export async function saveRole(
  tenant: TenantScope,
  key: string | null,
  given: RoleDraft,
): Promise<Outcome<string, SaveRefusal>> {
  if (!tenant.may('identity.manage')) return refuse('forbidden');
  if (key === 'administrator') return refuse('role-fixed');
  const parsed = v.safeParse(roleDraft, given);
  if (!parsed.success) {
    const reason = parsed.issues[0].message;
    return refuse(reason === 'name-missing' || reason === 'name-too-long' ? reason : 'invalid');
  }
  const { name, permissions } = parsed.output;
  if (permissions.some((right) => !GRANTABLE_PERMISSIONS.includes(right))) return refuse('invalid');

  return tenant.write<Outcome<string, SaveRefusal>>(async (store) => {
    const roles = await store
      .select({ id: role.id, key: role.key, name: role.name, permissions: role.permissions })
      .from(role)
      .where(eq(role.tenantId, tenant.tenant.id))
      .limit(100)
      .for('update');
    const before = roles.find((one) => one.key === key);
    if (key !== null && !before) return refuse('unknown');
    const others = roles.filter((one) => one !== before);
    if (others.some((one) => one.name.toLowerCase() === name.toLowerCase()))
      return refuse('role-name-taken', { fields: { name: 'role-name-taken' } });
    const saved =
      before?.key ??
      roleKeyOf(
        name,
        roles.map((one) => one.key),
      );
    if (before) await changeRole(store, tenant, before.id, name, permissions);
    else await addRole(store, tenant, saved, name, permissions);
    await recordAudit(store, tenant, {
      action: before ? 'identity.change-role' : 'identity.add-role',
      subject: { kind: 'role', id: saved },
      details: { before: before?.permissions ?? [], after: permissions },
    });
    return done(saved);
  });
}

function changeRole(store: Store, { tenant }: TenantScope, id: string, name: string, permissions: string[]) {
  return store
    .update(role)
    .set({ name, permissions })
    .where(and(eq(role.tenantId, tenant.id), eq(role.id, id)));
}

function addRole(store: Store, { tenant }: TenantScope, key: string, name: string, permissions: string[]) {
  const offered = [...KNOWN_PERMISSIONS];
  return store.insert(role).values({ tenantId: tenant.id, id: newId(), key, name, permissions, offered });
}

type RemoveRefusal = 'forbidden' | 'unknown' | 'role-fixed' | 'role-held';

/** Removes a role the town made itself, once nobody holds it any more. */
export async function removeRole(tenant: TenantScope, key: string): Promise<Outcome<null, RemoveRefusal>> {
  if (!tenant.may('identity.manage')) return refuse('forbidden');
  if (defaultRoles().some((one) => one.key === key)) return refuse('role-fixed');

  return tenant.write<Outcome<null, RemoveRefusal>>(async (store) => {
    const own = and(eq(role.tenantId, tenant.tenant.id), eq(role.key, key));
    const [found] = await store.select({ id: role.id }).from(role).where(own).limit(1).for('update');
    if (!found) return refuse('unknown');
    const holders = await store
      .select({ userId: membership.userId })
      .from(membership)
      .where(and(eq(membership.tenantId, tenant.tenant.id), eq(membership.roleId, found.id)))
      .limit(1);
    if (holders.length > 0) return refuse('role-held');
    await store.delete(role).where(own);
    await recordAudit(store, tenant, {
      action: 'identity.remove-role',
      subject: { kind: 'role', id: key },
    });
    return done(null);
  });
}
