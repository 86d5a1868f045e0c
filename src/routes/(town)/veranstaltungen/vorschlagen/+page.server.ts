import { fail, redirect } from '@sveltejs/kit';
import { linkOrigin } from '#modules/identity';
import { localizedPath } from '#platform/i18n';
import { suggestions } from '#wiring/modules.server';
import { faultsIn } from '../../sent-form.ts';
import { readEventForm } from './form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { tenant }, setHeaders }) => {
  // The page carries the number of the suggestion it may become.
  setHeaders({ 'cache-control': 'no-store' });
  return { ticket: suggestions.issueTicket(tenant) };
};

export const actions: Actions = {
  default: async (event) => {
    const { tenant, town, locale, t } = event.locals;
    const { values, picture } = await readEventForm(await event.request.formData());
    const outcome = await suggestions.preview(tenant, {
      fields: values,
      picture,
      ticket: String(values.ticket ?? ''),
      decoy: String(values.website ?? ''),
      origin: linkOrigin(event.url, town.domains),
      address: event.getClientAddress(),
    });
    if (!outcome.ok) {
      const kept = outcome.reason === 'form-expired' ? { ...values, ticket: '' } : values;
      return fail(outcome.reason === 'too-many' ? 429 : 400, {
        values: kept,
        faults: faultsIn(t, 'suggestions', outcome),
      });
    }
    redirect(303, localizedPath(`/veranstaltungen/vorschlagen/${outcome.value.token}`, locale));
  },
};
