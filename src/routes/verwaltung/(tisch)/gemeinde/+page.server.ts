import { readTown, saveTown } from '#modules/tenancy.server';
import { rooms } from '#wiring/modules.server';
import { doneAt, refused, requirePermission, requireStaff } from '../../desk.server.ts';
import { keepUpload } from '../../pictures.server.ts';
import { readTownForm, valuesOfTown } from '../../town-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  requirePermission(event, 'tenancy.manage');
  const town = await readTown(event.locals.tenant);
  return { saved: valuesOfTown(town), logoMediaId: town.settings.logoMediaId };
};

export const actions: Actions = {
  speichern: async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const outcome = await saveTown(
      event.locals.tenant,
      readTownForm(form, await readTown(event.locals.tenant)),
    );
    if (!outcome.ok) return refused(event, outcome, form);
    rooms().towns.forget();
    doneAt('/verwaltung/gemeinde', 'town-saved');
  },
  wappen: async (event) => {
    requirePermission(event, 'tenancy.manage');
    const upload = await keepUpload(event, await event.request.formData());
    return upload.ok ? saveLogo(event, upload.medium.id) : upload.failure;
  },
  'ohne-wappen': (event) => {
    requireStaff(event);
    return saveLogo(event, null);
  },
};

async function saveLogo(event: RequestEvent, logoMediaId: string | null) {
  const { settings } = await readTown(event.locals.tenant);
  const outcome = await saveTown(event.locals.tenant, { settings: { ...settings, logoMediaId } });
  if (!outcome.ok) return refused(event, outcome);
  rooms().towns.forget();
  doneAt('/verwaltung/gemeinde', 'town-saved');
}
