import { identity } from '#wiring/modules.server';
import { requirePermission } from '../../../desk.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requirePermission(event, 'identity.manage');
  const { tenant } = event.locals;
  const people = await identity.listPeople(tenant);
  const roles = await identity.listRoles(tenant);
  return {
    roles: roles.map((role) => ({
      ...role,
      holders: people.filter(({ roles }) => roles.includes(role.key)).map(({ name }) => name),
    })),
  };
};
