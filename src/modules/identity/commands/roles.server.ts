import { and, eq, inArray } from 'drizzle-orm';
import { recordAudit } from '#platform/audit.server';
import { isId } from '#platform/db';
import type { Store } from '#platform/db.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { hasAdministrator, findMember } from '../queries/people.server.ts';
import { member, membership, role, session } from '../tables.server.ts';
import type { Parts } from '../parts.server.ts';

type RolesRefusal = 'forbidden' | 'unknown' | 'role-missing' | 'last-administrator';

/** Sets the roles someone holds here. Their sessions end, so that the old rights end too. */
export async function setRoles(
  parts: Parts,
  tenant: TenantScope,
  userId: string,
  keys: readonly string[],
): Promise<Outcome<null, RolesRefusal>> {
  if (!tenant.may('identity.manage')) return refuse('forbidden');
  if (!isId(userId)) return refuse('unknown');
  if (keys.length === 0) return refuse('role-missing');

  const outcome = await tenant.write<Outcome<null, RolesRefusal>>(async (store) => {
    await lockMembers(store, tenant);
    const before = await findMember(store, tenant.tenant.id, userId);
    if (!before) return refuse('unknown');
    if (!(await giveRoles(store, tenant, userId, keys))) return refuse('unknown');
    if (before.roles.includes('administrator') && !(await hasAdministrator(store, tenant)))
      return refuse('last-administrator');
    await recordAudit(store, tenant, {
      action: 'identity.set-roles',
      subject: { kind: 'person', id: userId },
      details: { before: before.roles, after: [...keys].sort() },
    });
    return done(null);
  });
  if (outcome.ok) await endSessions(parts, tenant, userId);
  return outcome;
}

/** Replaces the roles of a member. @returns false when a key names no role of this town. */
export async function giveRoles(
  store: Store,
  tenant: TenantScope,
  userId: string,
  keys: readonly string[],
): Promise<boolean> {
  const wanted = [...new Set(keys)];
  const found = await store
    .select({ id: role.id })
    .from(role)
    .where(and(eq(role.tenantId, tenant.tenant.id), inArray(role.key, wanted)))
    .limit(100);
  if (found.length !== wanted.length) return false;
  const own = and(eq(membership.tenantId, tenant.tenant.id), eq(membership.userId, userId));
  await store.delete(membership).where(own);
  await store
    .insert(membership)
    .values(found.map(({ id }) => ({ tenantId: tenant.tenant.id, userId, roleId: id })));
  return true;
}

/** Takes someone off the desk of this town, or lets them back. Other towns are not touched. */
export async function setDisabled(
  parts: Parts,
  tenant: TenantScope,
  userId: string,
  disabled: boolean,
): Promise<Outcome<null, 'forbidden' | 'unknown' | 'last-administrator'>> {
  if (!tenant.may('identity.manage')) return refuse('forbidden');
  if (!isId(userId)) return refuse('unknown');

  const outcome = await tenant.write<Outcome<null, 'unknown' | 'last-administrator'>>(async (store) => {
    await lockMembers(store, tenant);
    const before = await findMember(store, tenant.tenant.id, userId);
    const wasAdministrator = before?.roles.includes('administrator') ?? false;
    const changed = await store
      .update(member)
      .set({ disabledAt: disabled ? tenant.now() : null })
      .where(and(eq(member.tenantId, tenant.tenant.id), eq(member.userId, userId)))
      .returning({ userId: member.userId });
    if (changed.length === 0) return refuse('unknown');
    if (wasAdministrator && disabled && !(await hasAdministrator(store, tenant)))
      return refuse('last-administrator');
    await recordAudit(store, tenant, {
      action: disabled ? 'identity.disable' : 'identity.enable',
      subject: { kind: 'person', id: userId },
    });
    return done(null);
  });
  if (outcome.ok && disabled) await endSessions(parts, tenant, userId);
  return outcome;
}

// Two administrators who take each other's role at the same time would leave a town without any.
async function lockMembers(store: Store, tenant: TenantScope): Promise<void> {
  await store
    .select({ userId: member.userId })
    .from(member)
    .where(eq(member.tenantId, tenant.tenant.id))
    .for('update');
}

async function endSessions(parts: Parts, tenant: TenantScope, userId: string): Promise<void> {
  await parts.registry.transaction({ registry: true }, (store) =>
    store.delete(session).where(and(eq(session.userId, userId), eq(session.openedOn, tenant.tenant.id))),
  );
}
