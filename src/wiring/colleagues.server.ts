import type { Identity } from '#modules/identity.server';
import type { TenantScope } from '#platform/scope.server';

export type People = Pick<Identity, 'listPeople' | 'listRoles'>;

/** A member of staff with the keys of their roles, and whether one of them carries the right asked for. */
export interface Member {
  id: string;
  name: string;
  email: string;
  roles: string[];
  hasRight: boolean;
}

/** Everybody at the desk of a town who may sign in. */
export async function listMembers(identity: People, tenant: TenantScope, right: string): Promise<Member[]> {
  const roles = await identity.listRoles(tenant);
  const allowing = roles
    .filter(({ permissions }) => permissions.includes('*') || permissions.includes(right))
    .map(({ key }) => key);
  return (await identity.listPeople(tenant))
    .filter(({ disabledAt }) => disabledAt === null)
    .map(({ userId, name, email, roles: held }) => ({
      id: userId,
      name,
      email,
      roles: held,
      hasRight: held.some((key) => allowing.includes(key)),
    }));
}
