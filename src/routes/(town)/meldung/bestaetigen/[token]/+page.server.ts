import { done } from '#platform/outcome';
import { rooms } from '#wiring/modules.server';
import { openLink, takeStep } from '../../link-step.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = openLink;

export const actions: Actions = {
  default: takeStep(async (tenant, token) => {
    const outcome = await rooms().reports.confirmMail(tenant, token);
    if (!outcome.ok) return outcome;
    // Whose own report it is may be the only one to see it yet.
    const { number, isReporter } = outcome.value;
    return done({ number: isReporter ? null : number });
  }),
};
