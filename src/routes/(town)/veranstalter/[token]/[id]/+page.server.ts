import { error, fail, redirect } from '@sveltejs/kit';
import { eventValues } from '#modules/suggestions';
import { localizedPath } from '#platform/i18n';
import { suggestions } from '#wiring/modules.server';
import { faultsIn } from '../../../sent-form.ts';
import { readEventForm } from '../../../veranstaltungen/vorschlagen/form.ts';
import type { Actions, PageServerLoad } from './$types';

const NEW = 'neu';

export const load: PageServerLoad = async ({ locals: { tenant, t }, params, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' });
  const own = await suggestions.findOwnEvents(tenant, params.token);
  if (!own) error(404, t('suggestions.organiser.gone'));
  const event = own.events.find(({ id }) => id === params.id) ?? null;
  if (!event && params.id !== NEW) error(404, t('suggestions.fault.unknown'));
  return {
    name: own.name,
    token: params.token,
    values: event ? eventValues(event) : {},
    title: event?.title ?? null,
    isSeries: Boolean(event?.details.rule),
  };
};

export const actions: Actions = {
  default: async ({ locals: { tenant, locale, t }, params: { token, id }, request }) => {
    const { values, picture } = await readEventForm(await request.formData());
    const wish = { ...(id === NEW ? {} : { id }), fields: values, picture };
    const outcome = await suggestions.saveOwnEvent(tenant, token, wish);
    if (!outcome.ok) return fail(400, { values, faults: faultsIn(t, 'suggestions', outcome) });
    redirect(303, localizedPath(`/veranstalter/${token}?getan=saved`, locale));
  },
};
