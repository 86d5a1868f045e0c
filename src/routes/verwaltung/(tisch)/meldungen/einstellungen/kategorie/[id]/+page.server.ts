import { listBodies, listCategories, saveCategory } from '#modules/reports.server';
import { requirePermission } from '../../../../../desk.server.ts';
import { readCategoryForm } from '../../category-form.ts';
import { settingActions, settingOf } from '../../settings.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requirePermission(event, 'reports.configure');
  const { tenant } = event.locals;
  return {
    category: settingOf(event, await listCategories(tenant, { all: true })),
    bodies: (await listBodies(tenant)).map(({ id, name }) => ({ id, name })),
  };
};

export const actions: Actions = settingActions('category', async (event, form) => {
  const { tenant } = event.locals;
  const known = settingOf(event, await listCategories(tenant, { all: true }));
  return saveCategory(tenant, {
    ...(known ? { id: known.id } : {}),
    draft: readCategoryForm(form, known ? { key: known.key } : {}),
  });
});
