import { redirect } from '@sveltejs/kit';
import { daysUntilUncovered, STREAMS } from '#modules/waste';
import type { Stream } from '#modules/waste';
import { changeCollection, listAreas, PLAN_FORMATS, takeOverFile } from '#modules/waste.server';
import { civilDate } from '#platform/formats';
import { refused, requirePermission, requireStaff, textOf } from '../../desk.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requirePermission(event, 'waste.edit');
  const { tenant } = event.locals;
  const today = civilDate(tenant.now());
  const areas = await listAreas(tenant);
  return {
    areas: areas.map((area) => ({ ...area, daysLeft: daysUntilUncovered(area.coveredUntil, today) })),
    streams: STREAMS,
    formats: PLAN_FORMATS,
    isChanged: event.url.searchParams.get('getan') === 'verlegt',
  };
};

export const actions: Actions = {
  verlegen: async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const outcome = await changeCollection(event.locals.tenant, {
      areaKey: textOf(form, 'areaKey'),
      stream: textOf(form, 'stream') as Stream,
      date: textOf(form, 'date'),
      movedTo: textOf(form, 'movedTo') || null,
      reason: textOf(form, 'reason'),
    });
    if (!outcome.ok) return refused(event, outcome, form);
    redirect(303, '/verwaltung/abfall?getan=verlegt');
  },
  einlesen: async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const format = PLAN_FORMATS.find((one) => one === form.get('format')) ?? 'districts';
    const streets = await bytesOf(form, 'streetCodes');
    const outcome = await takeOverFile(event.locals.tenant, {
      format,
      bytes: await bytesOf(form, 'file'),
      source: { name: textOf(form, 'source') },
      area: { name: textOf(form, 'area'), streets: textOf(form, 'streets').split('\n') },
      tours: {
        year: Number(textOf(form, 'year')),
        codes: await bytesOf(form, 'codes'),
        ...(streets.length > 0 ? { streets: { town: textOf(form, 'town'), codes: streets } } : {}),
      },
    });
    for (const name of ['file', 'codes', 'streetCodes']) form.delete(name);
    if (!outcome.ok) return refused(event, outcome, form);
    return { taken: outcome.value };
  },
};

async function bytesOf(form: FormData, name: string): Promise<Uint8Array> {
  const file = form.get(name);
  return file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
}
