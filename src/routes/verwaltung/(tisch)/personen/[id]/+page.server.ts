import { error } from '@sveltejs/kit';
import { identity } from '#wiring/modules.server';
import { doneAt, refused, requirePermission, requireStaff } from '../../../desk.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const staff = requirePermission(event, 'identity.manage');
  const { tenant, t } = event.locals;
  const roles = await identity.listRoles(tenant);
  const person = (await identity.listPeople(tenant)).find(({ userId }) => userId === event.params.id);
  if (!person) error(404, t('desk.person.gone'));
  return { person, roles, isSelf: person.userId === staff.userId };
};

export const actions: Actions = {
  rollen: async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const outcome = await identity.setRoles(
      event.locals.tenant,
      event.params.id,
      form.getAll('roles').map(String),
    );
    if (!outcome.ok) return refused(event, { ...outcome, details: { fields: { roles: outcome.reason } } });
    doneAt(event.url.pathname, 'roles-set');
  },
  sperren: async (event) => {
    requireStaff(event);
    const outcome = await identity.disablePerson(event.locals.tenant, event.params.id);
    if (!outcome.ok) return refused(event, outcome);
    doneAt(event.url.pathname, 'person-disabled');
  },
  entsperren: async (event) => {
    requireStaff(event);
    const outcome = await identity.enablePerson(event.locals.tenant, event.params.id);
    if (!outcome.ok) return refused(event, outcome);
    doneAt(event.url.pathname, 'person-enabled');
  },
};
