import { error } from '@sveltejs/kit';
import { listBodies, listCategories, removeConfiguration, saveCategory } from '#modules/reports.server';
import { doneAt, refused, requirePermission } from '../../../../../desk.server.ts';
import { readCategoryForm } from '../../category-form.ts';
import type { Actions, PageServerLoad } from './$types';

const BACK = '/verwaltung/meldungen/einstellungen';

export const load: PageServerLoad = async (event) => {
  requirePermission(event, 'reports.configure');
  const { locals, params } = event;
  const category = (await listCategories(locals.tenant, { all: true })).find(({ id }) => id === params.id);
  if (!category && params.id !== 'neu') error(404, locals.t('identity.unknown'));
  return {
    category: category ?? null,
    bodies: (await listBodies(locals.tenant)).map(({ id, name }) => ({ id, name })),
  };
};

export const actions: Actions = {
  speichern: async (event) => {
    requirePermission(event, 'reports.configure');
    const { locals, params, request } = event;
    const known = (await listCategories(locals.tenant, { all: true })).find(({ id }) => id === params.id);
    const form = await request.formData();
    const outcome = await saveCategory(locals.tenant, {
      ...(known ? { id: known.id } : {}),
      draft: readCategoryForm(form, known ? { key: known.key } : {}),
    });
    if (!outcome.ok) return refused(event, outcome, form);
    doneAt(BACK, 'reports-saved');
  },
  entfernen: async (event) => {
    requirePermission(event, 'reports.configure');
    const outcome = await removeConfiguration(event.locals.tenant, { what: 'category', id: event.params.id });
    if (!outcome.ok) return refused(event, outcome);
    doneAt(BACK, 'reports-removed');
  },
};
