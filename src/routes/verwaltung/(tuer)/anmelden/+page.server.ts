import { redirect } from '@sveltejs/kit';
import { returnPath } from '#modules/identity';
import { identity } from '#wiring/modules.server';
import { keepChallenge, keepSession, refused, secretOf, sender, textOf } from '../../desk.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  const next = returnPath(url.searchParams.get('weiter'));
  if (locals.staff) redirect(303, next);
  return { next, done: url.searchParams.get('erledigt') };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const outcome = await identity.signIn(event.locals.tenant, {
      email: textOf(form, 'email'),
      password: secretOf(form, 'password'),
      ...sender(event),
    });
    if (!outcome.ok) return refused(event, outcome, form);

    const next = returnPath(textOf(form, 'weiter'));
    if (outcome.value.step === 'open') {
      keepSession(event, outcome.value.session);
      redirect(303, next);
    }
    keepChallenge(event, outcome.value.challenge);
    redirect(303, `/verwaltung/anmelden/code?weiter=${encodeURIComponent(next)}`);
  },
};
