import { error, fail, redirect } from '@sveltejs/kit';
import { linkOrigin } from '#modules/identity';
import { BODY_STATUSES } from '#modules/reports';
import { findByReferral } from '#modules/reports.server';
import { reports } from '#wiring/modules.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { tenant, t }, params, url, setHeaders }) => {
  // The address is the key: it is neither kept on the way nor told to other sites.
  setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' });
  const found = await findByReferral(tenant, params.link);
  if (!found && url.searchParams.has('erledigt')) return { found: null, isDone: true };
  if (!found) error(404, t('reports.referral.gone'));
  return { found, isDone: url.searchParams.has('erledigt') };
};

export const actions: Actions = {
  default: async (event) => {
    const { tenant, town, t } = event.locals;
    const form = await event.request.formData();
    const text = String(form.get('text') ?? '');
    const wanted = String(form.get('stand') ?? '');
    const outcome = await reports.answerReferral(tenant, {
      link: event.params.link,
      status: BODY_STATUSES.find((one) => one === wanted) ?? null,
      isReturned: wanted === 'zurueck',
      text,
      origin: linkOrigin(event.url, town.domains),
      address: event.getClientAddress(),
    });
    if (!outcome.ok) {
      const keys = Object.entries(outcome.details.fields ?? { form: `reports.fault.${outcome.reason}` });
      return fail(400, { text, wanted, faults: keys.map(([field, key]) => ({ field, text: t(key) })) });
    }
    redirect(303, `${event.url.pathname}?erledigt`);
  },
};
