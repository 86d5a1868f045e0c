import { error, fail } from '@sveltejs/kit';
import { ownerFields } from '#modules/places';
import { placeOwners } from '#wiring/modules.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { tenant, t }, params, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' });
  const found = await placeOwners.find(tenant, params.token);
  if (!found) error(404, t('places.confirm.gone'));
  const { place, trusted, confirmedOn, eraseOn } = found;
  return {
    title: place.title,
    slug: place.slug,
    values: ownerFields(place),
    trusted,
    confirmedOn,
    eraseOn,
    ticket: placeOwners.issueTicket(tenant),
  };
};

export const actions: Actions = {
  default: async ({ locals: { tenant }, params, request }) => {
    const form = await request.formData();
    const text = (name: string) => String(form.get(name) ?? '').replaceAll('\r\n', '\n');
    const names = ['summary', 'openingHours', 'hoursNote', 'exceptions', 'phone', 'email', 'website', 'note'];
    const values = Object.fromEntries(names.map((name) => [name, text(name)]));
    const outcome = await placeOwners.confirm(tenant, {
      token: params.token,
      ticket: text('ticket'),
      decoy: text('homepage'),
      form: values,
    });
    if (!outcome.ok)
      return fail(400, { values, reason: outcome.reason, faults: outcome.details.fields ?? {} });
    return { result: outcome.value };
  },
};
