import type { BodyDraft, BodyLevel } from '#modules/reports';
import { listBodies, listCategories } from '#modules/reports.server';
import { reports } from '#wiring/modules.server';
import { requirePermission, textOf } from '../../../../../desk.server.ts';
import { keyOf, wordsOf } from '../../category-form.ts';
import { settingActions, settingOf } from '../../settings.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requirePermission(event, 'reports.configure');
  const { tenant } = event.locals;
  return {
    body: settingOf(event, await listBodies(tenant)),
    categories: (await listCategories(tenant, { all: true })).map(({ key, name }) => ({ key, name })),
  };
};

export const actions: Actions = settingActions('body', async (event, form) => {
  const { tenant } = event.locals;
  const known = settingOf(event, await listBodies(tenant));
  return reports.saveBody(tenant, {
    ...(known ? { id: known.id } : {}),
    draft: readBody(form, known?.key),
  });
});

function readBody(form: FormData, key: string | undefined): BodyDraft {
  const text = (name: string) => textOf(form, name);
  return {
    key: key ?? keyOf(text('name')),
    name: text('name'),
    level: text('level') as BodyLevel,
    email: text('email'),
    url: text('url'),
    note: text('note'),
    open311Url: text('open311Url'),
    open311Jurisdiction: text('open311Jurisdiction') || null,
    open311ApiKey: text('open311ApiKey') || null,
    categoryKeys: form.getAll('categoryKeys').filter((one): one is string => typeof one === 'string'),
    areas: wordsOf(text('areas')),
    isActive: text('isActive') === 'ja',
    position: Number(text('position')) || 0,
  };
}
