import { fail, redirect } from '@sveltejs/kit';
import { localizedPath } from '#platform/i18n';
import { suggestions } from '#wiring/modules.server';
import { faultsIn, textsOf } from '../sent-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { tenant }, url, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
  return { isSent: url.searchParams.has('gesendet'), ticket: suggestions.issueTicket(tenant) };
};

export const actions: Actions = {
  default: async (event) => {
    const { tenant, locale, t } = event.locals;
    const values = textsOf(await event.request.formData(), ['email', 'ticket', 'website']);
    const outcome = await suggestions.askForLink(tenant, {
      email: values.email ?? '',
      ticket: values.ticket ?? '',
      decoy: values.website ?? '',
      address: event.getClientAddress(),
    });
    if (!outcome.ok) {
      const kept = outcome.reason === 'form-expired' ? { ...values, ticket: '' } : values;
      return fail(outcome.reason === 'too-many' ? 429 : 400, {
        values: kept,
        faults: faultsIn(t, 'suggestions', outcome),
      });
    }
    redirect(303, localizedPath('/veranstalter?gesendet', locale));
  },
};
