import { error, redirect } from '@sveltejs/kit';
import {
  createApiKey,
  listApiKeys,
  listDispatches,
  listEndpoints,
  revokeApiKey,
  saveServiceMap,
} from '#modules/open311.server';
import { listCategories } from '#modules/reports.server';
import { open311 } from '#wiring/modules.server';
import { idOf, refused, requirePermission, requireStaff, textOf } from '../../desk.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requirePermission(event, 'open311.manage');
  const { tenant } = event.locals;
  const [keys, endpoints, dispatches, categories] = [
    await listApiKeys(tenant),
    await listEndpoints(tenant),
    await listDispatches(tenant),
    await listCategories(tenant),
  ];
  return {
    keys,
    endpoints,
    dispatches,
    categories: categories.map(({ key, name }) => ({ key, name })),
    done: event.url.searchParams.get('erledigt'),
  };
};

export const actions: Actions = {
  anlegen: async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const outcome = await createApiKey(event.locals.tenant, {
      name: textOf(form, 'name'),
      contact: textOf(form, 'contact'),
      dailyLimit: textOf(form, 'dailyLimit'),
    });
    if (!outcome.ok) return refused(event, outcome, form);
    return { created: outcome.value.key };
  },
  sperren: async (event) => {
    requireStaff(event);
    const outcome = await revokeApiKey(event.locals.tenant, idOf(event, await event.request.formData()));
    if (!outcome.ok) return refused(event, outcome);
    redirect(303, '/verwaltung/open311?erledigt=gesperrt');
  },
  lesen: async (event) => {
    requireStaff(event);
    const outcome = await open311.readEndpoint(
      event.locals.tenant,
      idOf(event, await event.request.formData()),
    );
    if (!outcome.ok) return refused(event, { ...outcome, reason: `open311.fault.${outcome.reason}` });
    redirect(303, '/verwaltung/open311?erledigt=gelesen#server');
  },
  zuordnen: async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const chosen = [...form].filter(
      ([name, value]) => name.startsWith('dienst.') && typeof value === 'string',
    );
    const map = Object.fromEntries(chosen.map(([name, value]) => [name.slice(7), String(value)]));
    const outcome = await saveServiceMap(event.locals.tenant, idOf(event, form), map);
    if (!outcome.ok) error(outcome.reason === 'forbidden' ? 403 : 404);
    redirect(303, '/verwaltung/open311?erledigt=zugeordnet#server');
  },
};
