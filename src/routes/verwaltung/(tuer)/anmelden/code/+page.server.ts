import { redirect } from '@sveltejs/kit';
import { readChallenge, returnPath } from '#modules/identity';
import { identity } from '#wiring/modules.server';
import { keepSession, refused, sender, textOf } from '../../../desk.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ cookies, url }) => {
  if (!readChallenge(cookies)) redirect(303, '/verwaltung/anmelden');
  return { next: returnPath(url.searchParams.get('weiter')) };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const outcome = await identity.verifySecondFactor(event.locals.tenant, {
      challenge: readChallenge(event.cookies),
      code: textOf(form, 'code'),
      ...sender(event),
    });
    if (!outcome.ok) return refused(event, outcome);
    keepSession(event, outcome.value);
    redirect(303, returnPath(textOf(form, 'weiter')));
  },
};
