import { assistant, kinds } from '#wiring/modules.server';
import { doneAt, idOf, refused, requirePermission, requireStaff } from '../../desk.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requirePermission(event, 'assistant.read-gaps');
  const article = kinds.find(({ kind }) => kind === 'article');
  return {
    gaps: await assistant.listGaps(event.locals.tenant),
    articlePath: article && event.locals.tenant.may(`${article.permission}.edit`) ? article.path : null,
  };
};

export const actions: Actions = {
  erledigt: async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const outcome = await assistant.closeGap(event.locals.tenant, idOf(event, form));
    if (!outcome.ok) return refused(event, outcome);
    doneAt('/verwaltung/fragen', 'gap-closed');
  },
};
