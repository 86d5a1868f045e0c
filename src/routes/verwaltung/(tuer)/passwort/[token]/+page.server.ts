import { identity } from '#wiring/modules.server';
import { doneAt, forgetSession, refused, secretOf, sender } from '../../../desk.server.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const outcome = await identity.resetPassword(event.locals.tenant, {
      token: event.params.token,
      password: secretOf(form, 'password'),
      address: sender(event).address,
    });
    if (!outcome.ok) return refused(event, outcome);
    forgetSession(event);
    doneAt('/verwaltung/anmelden', 'passwort');
  },
};
