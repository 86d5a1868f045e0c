import { readTown, saveTown } from '#modules/tenancy.server';
import { rooms } from '#wiring/modules.server';
import { doneAt, refused, requirePermission, requireStaff } from '../../desk.server.ts';
import { readTownForm, valuesOfTown } from '../../town-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requirePermission(event, 'tenancy.manage');
  return { saved: valuesOfTown(await readTown(event.locals.tenant)) };
};

export const actions: Actions = {
  default: async (event) => {
    requireStaff(event);
    const { tenant } = event.locals;
    const form = await event.request.formData();
    const outcome = await saveTown(tenant, readTownForm(form, await readTown(tenant)));
    if (!outcome.ok) return refused(event, outcome, form);
    rooms().towns.forget();
    doneAt('/verwaltung/gemeinde', 'town-saved');
  },
};
