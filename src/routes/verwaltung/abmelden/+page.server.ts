import { redirect } from '@sveltejs/kit';
import { identity } from '#wiring/modules.server';
import { doneAt, forgetSession } from '../desk.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => redirect(303, '/verwaltung');

export const actions: Actions = {
  default: async (event) => {
    await identity.signOut(event.locals.tenant, event.cookies);
    forgetSession(event);
    doneAt('/verwaltung/anmelden', 'abgemeldet');
  },
};
