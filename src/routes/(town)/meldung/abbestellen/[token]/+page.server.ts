import { rooms } from '#wiring/modules.server';
import { openLink, takeStep } from '../../link-step.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = openLink;

export const actions: Actions = {
  default: takeStep((tenant, token) => rooms().reports.unfollow(tenant, token)),
};
