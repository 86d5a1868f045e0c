import { redirect } from '@sveltejs/kit';
import { suggestions } from '#wiring/modules.server';
import { mailOrigin, refused, requirePermission, requireStaff, textOf } from '../../desk.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requirePermission(event, 'suggestions.manage');
  return {
    organisers: await suggestions.listOrganisers(event.locals.tenant),
    said: event.url.searchParams.get('getan'),
  };
};

export const actions: Actions = {
  einladen: async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const fields = { name: textOf(form, 'name'), email: textOf(form, 'email') };
    const outcome = await suggestions.invite(event.locals.tenant, { fields, origin: mailOrigin(event) });
    if (!outcome.ok) return refused(event, outcome, form);
    redirect(303, '/verwaltung/veranstalter?getan=invited');
  },
  aendern: async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const isTrusted = form.get('was') === 'trusted';
    const outcome = await suggestions.setOrganiser(event.locals.tenant, {
      id: textOf(form, 'id'),
      isTrusted,
    });
    if (!outcome.ok) return refused(event, outcome, form);
    redirect(303, `/verwaltung/veranstalter?getan=${isTrusted ? 'trusted' : 'ended'}`);
  },
};
