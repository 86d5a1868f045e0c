import { identity } from '#wiring/modules.server';
import { doneAt, idOf, keepSession, refused, requireStaff, secretOf, sender } from '../../desk.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const staff = requireStaff(event);
  return {
    person: {
      name: staff.name,
      email: staff.email,
      roles: staff.roles,
      hasSecondFactor: staff.hasSecondFactor,
    },
    sessions: await identity.listSessions(event.locals.tenant, staff.sessionId),
  };
};

export const actions: Actions = {
  passwort: async (event) => {
    const staff = requireStaff(event);
    const form = await event.request.formData();
    const outcome = await identity.changePassword(event.locals.tenant, event.cookies, {
      current: secretOf(form, 'currentPassword'),
      next: secretOf(form, 'password'),
      about: [staff.name, staff.email],
      userAgent: sender(event).userAgent,
    });
    if (!outcome.ok) return refused(event, outcome);
    keepSession(event, outcome.value);
    doneAt('/verwaltung/profil', 'password-changed');
  },
  beenden: async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const outcome = await identity.revokeSession(event.locals.tenant, idOf(event, form));
    if (!outcome.ok) return refused(event, outcome);
    doneAt('/verwaltung/profil', 'session-ended');
  },
  'andere-beenden': async (event) => {
    const staff = requireStaff(event);
    await identity.revokeOtherSessions(event.locals.tenant, staff.sessionId);
    doneAt('/verwaltung/profil', 'sessions-ended');
  },
};
