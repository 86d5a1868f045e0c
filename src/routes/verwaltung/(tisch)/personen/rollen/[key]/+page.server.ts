import { error } from '@sveltejs/kit';
import { defaultRoles, GRANTABLE_PERMISSIONS } from '#modules/identity';
import { identity } from '#wiring/modules.server';
import { doneAt, refused, requirePermission, requireStaff, textOf } from '../../../../desk.server.ts';
import type { Actions, PageServerLoad } from './$types';

const LIST = '/verwaltung/personen/rollen';
const NEW = 'neu';

export const load: PageServerLoad = async (event) => {
  requirePermission(event, 'identity.manage');
  const { tenant, t } = event.locals;
  const { key } = event.params;
  const role = (await identity.listRoles(tenant)).find((one) => one.key === key);
  if (key !== NEW && (!role || role.permissions.includes('*'))) error(404, t('desk.role.gone'));
  return {
    role: role ?? null,
    rights: GRANTABLE_PERMISSIONS,
    isOwn: role !== undefined && !defaultRoles().some((one) => one.key === key),
  };
};

export const actions: Actions = {
  speichern: async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const key = event.params.key === NEW ? null : event.params.key;
    const draft = { name: textOf(form, 'name'), permissions: form.getAll('permissions').map(String) };
    const outcome = await identity.saveRole(event.locals.tenant, key, draft);
    if (!outcome.ok) return refused(event, outcome, form);
    doneAt(LIST, 'role-saved');
  },
  loeschen: async (event) => {
    requireStaff(event);
    const outcome = await identity.removeRole(event.locals.tenant, event.params.key);
    if (!outcome.ok) return refused(event, outcome);
    doneAt(LIST, 'role-removed');
  },
};
