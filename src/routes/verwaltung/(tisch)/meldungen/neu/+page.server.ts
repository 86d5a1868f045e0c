import { redirect } from '@sveltejs/kit';
import { listCategories } from '#modules/reports.server';
import { newId } from '#platform/db';
import { reports } from '#wiring/modules.server';
import { mailOrigin, refused, requirePermission, textOf } from '../../../desk.server.ts';
import type { Actions, PageServerLoad } from './$types';

const FIELDS = ['kind', 'category', 'text', 'address', 'locality', 'name', 'email', 'phone', 'wantsMail'];

/** A report somebody telephones or says at the counter. */
export const load: PageServerLoad = async (event) => {
  requirePermission(event, 'reports.handle');
  return {
    categories: (await listCategories(event.locals.tenant)).map(({ key, name }) => ({ key, name })),
    localities: event.locals.town.settings.localities,
    key: newId(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const staff = requirePermission(event, 'reports.handle');
    const form = await event.request.formData();
    const outcome = await reports.create(event.locals.tenant, {
      fields: Object.fromEntries(FIELDS.map((name) => [name, textOf(form, name)])),
      photos: await picturesOf(form),
      idempotencyKey: textOf(form, 'schluessel'),
      origin: mailOrigin(event),
      address: event.getClientAddress(),
      from: { source: 'desk', name: staff.name },
    });
    if (!outcome.ok) return refused(event, outcome, form);
    redirect(303, `/verwaltung/meldungen/${outcome.value.id}?getan=received`);
  },
};

async function picturesOf(form: FormData): Promise<Uint8Array[]> {
  const files = form.getAll('fotos').filter((one): one is File => one instanceof File && one.size > 0);
  return Promise.all(files.map(async (file) => new Uint8Array(await file.arrayBuffer())));
}
