import { error } from '@sveltejs/kit';
import { REPORT_STATUSES } from '#modules/reports';
import { listCategories, listTemplates, removeConfiguration, saveTemplate } from '#modules/reports.server';
import { doneAt, refused, requirePermission, textOf } from '../../../../../desk.server.ts';
import type { Actions, PageServerLoad } from './$types';

const BACK = '/verwaltung/meldungen/einstellungen';

export const load: PageServerLoad = async (event) => {
  requirePermission(event, 'reports.configure');
  const { locals, params } = event;
  const template = (await listTemplates(locals.tenant)).find(({ id }) => id === params.id);
  if (!template && params.id !== 'neu') error(404, locals.t('identity.unknown'));
  return {
    template: template ?? null,
    categories: (await listCategories(locals.tenant, { all: true })).map(({ id, name }) => ({ id, name })),
  };
};

export const actions: Actions = {
  speichern: async (event) => {
    requirePermission(event, 'reports.configure');
    const { locals, params, request } = event;
    const form = await request.formData();
    const outcome = await saveTemplate(locals.tenant, {
      ...(params.id === 'neu' ? {} : { id: params.id }),
      draft: {
        name: textOf(form, 'name'),
        text: textOf(form, 'text'),
        status: REPORT_STATUSES.find((one) => one === textOf(form, 'status')) ?? null,
        categoryId: textOf(form, 'categoryId') || null,
      },
    });
    if (!outcome.ok) return refused(event, outcome, form);
    doneAt(BACK, 'reports-saved');
  },
  entfernen: async (event) => {
    requirePermission(event, 'reports.configure');
    const outcome = await removeConfiguration(event.locals.tenant, { what: 'template', id: event.params.id });
    if (!outcome.ok) return refused(event, outcome);
    doneAt(BACK, 'reports-removed');
  },
};
