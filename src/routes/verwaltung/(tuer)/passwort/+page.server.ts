import { identity } from '#wiring/modules.server';
import { mailOrigin, refused, sender, textOf } from '../../desk.server.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const outcome = await identity.requestPasswordReset(event.locals.tenant, {
      email: textOf(form, 'email'),
      address: sender(event).address,
      origin: mailOrigin(event),
    });
    return outcome.ok ? { isSent: true } : refused(event, outcome, form);
  },
};
