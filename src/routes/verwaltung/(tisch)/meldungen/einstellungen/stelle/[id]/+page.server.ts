import { error } from '@sveltejs/kit';
import type { BodyDraft, BodyLevel } from '#modules/reports';
import { listBodies, listCategories, removeConfiguration } from '#modules/reports.server';
import { reports } from '#wiring/modules.server';
import { doneAt, refused, requirePermission, textOf } from '../../../../../desk.server.ts';
import { keyOf, wordsOf } from '../../category-form.ts';
import type { Actions, PageServerLoad } from './$types';

const BACK = '/verwaltung/meldungen/einstellungen';

export const load: PageServerLoad = async (event) => {
  requirePermission(event, 'reports.configure');
  const { locals, params } = event;
  const body = (await listBodies(locals.tenant)).find(({ id }) => id === params.id);
  if (!body && params.id !== 'neu') error(404, locals.t('identity.unknown'));
  return {
    body: body ?? null,
    categories: (await listCategories(locals.tenant, { all: true })).map(({ key, name }) => ({ key, name })),
  };
};

export const actions: Actions = {
  speichern: async (event) => {
    requirePermission(event, 'reports.configure');
    const { locals, params, request } = event;
    const known = (await listBodies(locals.tenant)).find(({ id }) => id === params.id);
    const form = await request.formData();
    const outcome = await reports.saveBody(locals.tenant, {
      ...(known ? { id: known.id } : {}),
      draft: readBody(form, known?.key),
    });
    if (!outcome.ok) return refused(event, outcome, form);
    doneAt(BACK, 'reports-saved');
  },
  entfernen: async (event) => {
    requirePermission(event, 'reports.configure');
    const outcome = await removeConfiguration(event.locals.tenant, { what: 'body', id: event.params.id });
    if (!outcome.ok) return refused(event, outcome);
    doneAt(BACK, 'reports-removed');
  },
};

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
