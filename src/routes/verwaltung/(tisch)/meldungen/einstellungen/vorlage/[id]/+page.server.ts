import { REPORT_STATUSES } from '#modules/reports';
import { listCategories, listTemplates, saveTemplate } from '#modules/reports.server';
import { requirePermission, textOf } from '../../../../../desk.server.ts';
import { settingActions, settingOf } from '../../settings.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requirePermission(event, 'reports.configure');
  const { tenant } = event.locals;
  return {
    template: settingOf(event, await listTemplates(tenant)),
    categories: (await listCategories(tenant, { all: true })).map(({ id, name }) => ({ id, name })),
  };
};

export const actions: Actions = settingActions('template', ({ locals, params }, form) =>
  saveTemplate(locals.tenant, {
    ...(params.id === 'neu' ? {} : { id: params.id }),
    draft: {
      name: textOf(form, 'name'),
      text: textOf(form, 'text'),
      status: REPORT_STATUSES.find((one) => one === textOf(form, 'status')) ?? null,
      categoryId: textOf(form, 'categoryId') || null,
    },
  }),
);
