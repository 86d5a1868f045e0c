import { error, fail, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { linkOrigin } from '#modules/identity';
import { findByLink } from '#modules/reports.server';
import { localizedPath } from '#platform/i18n';
import type { Outcome } from '#platform/outcome';
import { rooms } from '#wiring/modules.server';
import { faultsOf } from '../../melden/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { tenant, t }, params, url, setHeaders }) => {
  // The address is the key: it is neither kept on the way nor told to other sites. With `no-referrer` browsers would
  // send our own forms without an origin, and they would be refused.
  setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' });
  const own = await findByLink(tenant, params.token);
  if (!own) error(404, t('melden.own.gone'));
  return {
    own,
    isNew: url.searchParams.has('neu'),
    said: ['ergaenzt', 'erledigt', 'wieder', 'mails'].find((one) => url.searchParams.has(one)) ?? null,
    address: `${url.origin}${url.pathname}`,
    link: params.token,
  };
};

export const actions: Actions = {
  ergaenzen: async (event) => {
    const form = await event.request.formData();
    const photos = form.getAll('fotos').filter((one) => one instanceof File && one.size > 0) as File[];
    const text = String(form.get('text') ?? '');
    const outcome = await rooms().reports.addUpdate(event.locals.tenant, {
      link: event.params.token,
      text,
      photos: await Promise.all(photos.map(async (photo) => new Uint8Array(await photo.arrayBuffer()))),
      origin: linkOrigin(event.url, event.locals.town.domains),
      address: event.getClientAddress(),
    });
    return next(event, outcome, 'ergaenzt', { text });
  },
  erledigt: async (event) =>
    next(event, await rooms().reports.confirmDone(event.locals.tenant, wishOf(event)), 'erledigt'),
  wieder: async (event) => {
    const reason = String((await event.request.formData()).get('reason') ?? '');
    const outcome = await rooms().reports.reopen(event.locals.tenant, { ...wishOf(event), text: reason });
    return next(event, outcome, 'wieder', { reason });
  },
  mails: async (event) => {
    const { tenant } = event.locals;
    const outcome = await rooms().reports.withdrawContact(tenant, {
      link: event.params.token,
      what: 'mails',
    });
    return next(event, outcome, 'mails');
  },
  loeschen: async ({ locals: { tenant, locale, t }, params }) => {
    const outcome = await rooms().reports.withdrawContact(tenant, { link: params.token, what: 'contact' });
    if (!outcome.ok) return fail(404, { text: '', reason: '', faults: faultsOf(t, outcome) });
    redirect(303, localizedPath('/meldung/geloescht', locale));
  },
};

type LinkEvent = RequestEvent<{ token: string }>;

function wishOf({ url, params, locals: { town } }: LinkEvent) {
  return { link: params.token, origin: linkOrigin(url, town.domains) };
}

/** On to the page that says so, or back with what was typed. */
function next(
  { locals: { locale, t }, params }: LinkEvent,
  outcome: Outcome<unknown, string>,
  said: string,
  typed: { text?: string; reason?: string } = {},
) {
  if (!outcome.ok) {
    const field = 'reason' in typed ? 'reason' : 'text';
    const faults = faultsOf(t, outcome).map((fault) =>
      fault.field === 'text' ? { ...fault, field } : fault,
    );
    return fail(400, { text: typed.text ?? '', reason: typed.reason ?? '', faults });
  }
  redirect(303, localizedPath(`/meldung/${params.token}?${said}`, locale));
}
