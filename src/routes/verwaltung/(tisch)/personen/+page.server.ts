import { identity } from '#wiring/modules.server';
import {
  doneAt,
  idOf,
  mailOrigin,
  refused,
  requirePermission,
  requireStaff,
  textOf,
} from '../../desk.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requirePermission(event, 'identity.manage');
  const { tenant } = event.locals;
  const roles = await identity.listRoles(tenant);
  return {
    people: await identity.listPeople(tenant),
    invitations: await identity.listInvitations(tenant),
    roles,
  };
};

export const actions: Actions = {
  einladen: async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const origin = mailOrigin(event);
    const draft = {
      email: textOf(form, 'email'),
      name: textOf(form, 'name'),
      roles: form.getAll('roles').map(String),
    };
    const outcome = await identity.invite(event.locals.tenant, draft, origin);
    if (!outcome.ok) return refused(event, outcome, form);
    return { invited: { link: origin + outcome.value.path, name: draft.name, mailed: outcome.value.mailed } };
  },
  zuruecknehmen: async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const outcome = await identity.withdrawInvitation(event.locals.tenant, idOf(event, form));
    if (!outcome.ok) return refused(event, outcome);
    doneAt('/verwaltung/personen', 'invitation-withdrawn');
  },
};
