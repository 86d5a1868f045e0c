import { error, fail, redirect } from '@sveltejs/kit';
import { linkOrigin } from '#modules/identity';
import { mayReply } from '#modules/handover';
import { localizedPath } from '#platform/i18n';
import { handover } from '#wiring/modules.server';
import { faultsOf } from '../../fragen/weitergeben/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { tenant, t }, params, url, setHeaders }) => {
  // The address is the key: it is neither kept on the way nor told to other sites. With `no-referrer` browsers would
  // send our own forms without an origin, and they would be refused.
  setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' });
  const inquiry = await handover.findByToken(tenant, params.token);
  if (!inquiry) error(404, t('handover.case.gone'));
  return {
    inquiry,
    mayReply: mayReply(inquiry),
    isNew: url.searchParams.has('neu'),
    hasReplied: url.searchParams.has('rueckfrage'),
    isErasing: url.searchParams.has('loeschen'),
    link: `${url.origin}${url.pathname}`,
  };
};

export const actions: Actions = {
  rueckfrage: async (event) => {
    const { tenant, town, locale, t } = event.locals;
    const text = String((await event.request.formData()).get('text') ?? '');
    const outcome = await handover.reply(tenant, {
      token: event.params.token,
      text,
      origin: linkOrigin(event.url, town.domains),
      address: event.getClientAddress(),
    });
    if (!outcome.ok) return fail(400, { text, faults: faultsOf(t, outcome) });
    redirect(303, localizedPath(`/anfrage/${event.params.token}?rueckfrage`, locale));
  },
  loeschen: async ({ locals: { tenant, locale, t }, params }) => {
    const outcome = await handover.erase(tenant, params.token);
    if (!outcome.ok) return fail(404, { text: '', faults: faultsOf(t, outcome) });
    redirect(303, localizedPath('/anfrage/geloescht', locale));
  },
};
