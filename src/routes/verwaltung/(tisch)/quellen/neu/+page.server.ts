import { doneAt, refused, requirePermission, requireStaff } from '../../../desk.server.ts';
import { exchange, readSourceForm } from '../../../sources.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requirePermission(event, 'exchange.manage');
  return { targets: exchange.targets };
};

export const actions: Actions = {
  default: async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const outcome = await exchange.saveSource(event.locals.tenant, { draft: readSourceForm(form) });
    if (!outcome.ok) return refused(event, outcome, form);
    doneAt(`/verwaltung/quellen/${outcome.value.id}`, 'source-saved');
  },
};
