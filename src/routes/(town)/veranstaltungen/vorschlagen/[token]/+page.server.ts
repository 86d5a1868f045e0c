import { error, fail, redirect } from '@sveltejs/kit';
import { linkOrigin } from '#modules/identity';
import { renderMarkdown } from '#platform/formats';
import { localizedPath } from '#platform/i18n';
import { suggestions } from '#wiring/modules.server';
import { faultsIn } from '../../../sent-form.ts';
import { readEventForm } from '../form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { tenant, t }, params, url, setHeaders }) => {
  // The address is the key: it is neither kept on the way nor told to other sites.
  setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' });
  const own = await suggestions.findOwn(tenant, params.token);
  if (!own) error(404, t('suggestions.own.gone'));
  const { pictureKey: _, ...shown } = own;
  return {
    own: shown,
    html: renderMarkdown(own.fields.description).html,
    isChanging: own.state === 'preview' && url.searchParams.has('aendern'),
    token: params.token,
  };
};

export const actions: Actions = {
  aendern: async (event) => {
    const { tenant, town, locale, t } = event.locals;
    const { values, picture } = await readEventForm(await event.request.formData());
    const outcome = await suggestions.change(tenant, event.params.token, {
      fields: values,
      picture,
      origin: linkOrigin(event.url, town.domains),
      address: event.getClientAddress(),
    });
    if (!outcome.ok) return fail(400, { values, faults: faultsIn(t, 'suggestions', outcome) });
    redirect(303, localizedPath(`/veranstaltungen/vorschlagen/${event.params.token}`, locale));
  },
  senden: async ({ locals: { tenant, locale, t }, params: { token } }) => {
    const outcome = await suggestions.send(tenant, token);
    if (!outcome.ok) return fail(409, { values: {}, faults: faultsIn(t, 'suggestions', outcome) });
    redirect(303, localizedPath(`/veranstaltungen/vorschlagen/${token}`, locale));
  },
  loeschen: async ({ locals: { tenant, locale }, params: { token } }) => {
    await suggestions.erase(tenant, token);
    redirect(303, localizedPath('/veranstaltungen/vorschlagen', locale));
  },
};
