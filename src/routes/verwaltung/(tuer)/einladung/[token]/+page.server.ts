import { redirect } from '@sveltejs/kit';
import { identity } from '#wiring/modules.server';
import { keepChallenge, keepSession, refused, secretOf, sender, textOf } from '../../../desk.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
  invitation: await identity.findInvitation(locals.tenant, params.token),
});

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const outcome = await identity.acceptInvitation(event.locals.tenant, {
      token: event.params.token,
      name: textOf(form, 'name'),
      email: textOf(form, 'email'),
      password: secretOf(form, 'password'),
      ...sender(event),
    });
    if (!outcome.ok) return refused(event, outcome, form);
    if (outcome.value.step === 'open') {
      keepSession(event, outcome.value.session);
      redirect(303, '/verwaltung');
    }
    keepChallenge(event, outcome.value.challenge);
    redirect(303, '/verwaltung/anmelden/code');
  },
};
