import { keepApart, listDuplicates, mergeEvents } from '#modules/events.server';
import { doneAt, refused, requirePermission, requireStaff, textOf } from '../../../../desk.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requirePermission(event, 'events.edit');
  const { tenant } = event.locals;
  return { pairs: await listDuplicates(tenant), mayMerge: tenant.may('events.publish') };
};

export const actions: Actions = {
  zusammenfuehren: async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const ids = { keep: textOf(form, 'keep'), merge: textOf(form, 'merge') };
    const outcome = await mergeEvents(event.locals.tenant, ids);
    if (!outcome.ok) return refused(event, outcome, form);
    doneAt(event.url.pathname, 'merged');
  },
  trennen: async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const ids = { first: textOf(form, 'keep'), second: textOf(form, 'merge') };
    const outcome = await keepApart(event.locals.tenant, ids);
    if (!outcome.ok) return refused(event, outcome, form);
    doneAt(event.url.pathname, 'kept-apart');
  },
};
