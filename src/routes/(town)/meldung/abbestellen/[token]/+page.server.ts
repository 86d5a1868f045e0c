import { fail } from '@sveltejs/kit';
import { rooms } from '#wiring/modules.server';
import { faultsOf } from '../../../melden/fields.ts';
import type { Actions, PageServerLoad } from './$types';

/** Opening the link does nothing: mail programs open links of their own accord. */
export const load: PageServerLoad = ({ setHeaders }) =>
  setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' });

export const actions: Actions = {
  default: async ({ locals: { tenant, t }, params }) => {
    const outcome = await rooms().reports.unfollow(tenant, params.token);
    if (!outcome.ok) return fail(404, { isDone: false, number: null, faults: faultsOf(t, outcome) });
    return { isDone: true, number: outcome.value.number, faults: [] };
  },
};
