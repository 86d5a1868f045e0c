import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Database, Store } from '#platform/db.server';
import type { TenantScope } from '#platform/scope.server';
import type { Invitation, Person, Role } from '../model.ts';
import { ensureDefaultRoles } from '../default-roles.server.ts';
import { invitation, member, membership, person, role } from '../tables.server.ts';

const roleKeys = sql<
  string[]
>`coalesce(array_agg(${role.key} order by ${role.key}) filter (where ${role.key} is not null), '{}')`;

/** Who works for this town, by name; nothing for those who do not. */
export async function listPeople(tenant: TenantScope): Promise<Person[]> {
  if (tenant.actor.kind === 'public') return [];
  const rows = await tenant.read((store) =>
    store
      .select({
        userId: member.userId,
        name: person.name,
        email: person.email,
        hasSecondFactor: person.twoFactorEnabled,
        since: member.since,
        disabledAt: member.disabledAt,
        roles: roleKeys,
      })
      .from(member)
      .innerJoin(person, eq(person.id, member.userId))
      .leftJoin(
        membership,
        and(eq(membership.tenantId, member.tenantId), eq(membership.userId, member.userId)),
      )
      .leftJoin(role, and(eq(role.tenantId, membership.tenantId), eq(role.id, membership.roleId)))
      .where(eq(member.tenantId, tenant.tenant.id))
      .groupBy(member.userId, member.since, member.disabledAt, person.id)
      .orderBy(asc(person.name))
      .limit(500),
  );
  return rows.map((row) => ({ ...row, hasSecondFactor: row.hasSecondFactor ?? false }));
}

/** The roles of this town; the default ones are made when there are none yet. */
export async function listRoles(tenant: TenantScope): Promise<Role[]> {
  const found = await tenant.read((store) => readRoles(store, tenant));
  if (found.length > 0) return found;
  return tenant.write(async (store) => {
    await ensureDefaultRoles(store, tenant);
    return readRoles(store, tenant);
  });
}

function readRoles(store: Store, tenant: TenantScope): Promise<Role[]> {
  return store
    .select({ id: role.id, key: role.key, name: role.name, permissions: role.permissions })
    .from(role)
    .where(eq(role.tenantId, tenant.tenant.id))
    .orderBy(asc(role.key))
    .limit(100);
}

/** Invitations that can still be accepted, for those who may invite. */
export async function listInvitations(tenant: TenantScope): Promise<Invitation[]> {
  if (!tenant.may('identity.manage')) return [];
  return tenant.read((store) =>
    store
      .select({
        id: invitation.id,
        email: invitation.email,
        name: invitation.name,
        roles: invitation.roleKeys,
        invitedBy: invitation.invitedBy,
        createdAt: invitation.createdAt,
        expiresAt: invitation.expiresAt,
      })
      .from(invitation)
      .where(
        and(
          eq(invitation.tenantId, tenant.tenant.id),
          isNull(invitation.usedAt),
          gt(invitation.expiresAt, tenant.now()),
        ),
      )
      .orderBy(asc(invitation.createdAt))
      .limit(200),
  );
}

/** What someone may do in this town: their roles and the rights those give; null for a stranger or someone disabled. */
export async function findMember(
  store: Store,
  tenantId: string,
  userId: string,
): Promise<{ roles: string[]; permissions: string[] } | null> {
  const rows = await store
    .select({ key: role.key, permissions: role.permissions })
    .from(member)
    .leftJoin(membership, and(eq(membership.tenantId, member.tenantId), eq(membership.userId, member.userId)))
    .leftJoin(role, and(eq(role.tenantId, membership.tenantId), eq(role.id, membership.roleId)))
    .where(and(eq(member.tenantId, tenantId), eq(member.userId, userId), isNull(member.disabledAt)))
    .limit(50);
  if (rows.length === 0) return null;
  return {
    roles: rows.flatMap(({ key }) => key ?? []).sort(),
    permissions: [...new Set(rows.flatMap(({ permissions }) => permissions ?? []))].sort(),
  };
}

/** The account with this address, if it works for this town and is not disabled. */
export async function findMemberByEmail(
  tenant: TenantScope,
  email: string,
): Promise<{ userId: string; name: string } | null> {
  const [found] = await tenant.read((store) =>
    store
      .select({ userId: person.id, name: person.name })
      .from(person)
      .innerJoin(member, and(eq(member.userId, person.id), eq(member.tenantId, tenant.tenant.id)))
      .where(and(eq(person.email, email.trim().toLowerCase()), isNull(member.disabledAt)))
      .limit(1),
  );
  return found ?? null;
}

/** Whether anyone who is not disabled administers this town. */
export async function hasAdministrator(store: Store, tenant: TenantScope): Promise<boolean> {
  const rows = await store
    .select({ userId: member.userId })
    .from(member)
    .innerJoin(
      membership,
      and(eq(membership.tenantId, member.tenantId), eq(membership.userId, member.userId)),
    )
    .innerJoin(role, and(eq(role.tenantId, membership.tenantId), eq(role.id, membership.roleId)))
    .where(
      and(eq(member.tenantId, tenant.tenant.id), eq(role.key, 'administrator'), isNull(member.disabledAt)),
    )
    .limit(1);
  return rows.length > 0;
}

/** Whether anybody has an account on this server yet. */
export async function hasPeople(database: Database): Promise<boolean> {
  const found = await database.transaction({ registry: true }, (store) =>
    store.select({ id: person.id }).from(person).limit(1),
  );
  return found.length > 0;
}
