import { error, fail, redirect } from '@sveltejs/kit';
import { localizedPath } from '#platform/i18n';
import { suggestions } from '#wiring/modules.server';
import { faultsIn } from '../../sent-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { tenant, t }, params, url, setHeaders }) => {
  // The address is the key: it is neither kept on the way nor told to other sites.
  setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' });
  const own = await suggestions.findOwnEvents(tenant, params.token);
  if (!own) error(404, t('suggestions.organiser.gone'));
  return {
    name: own.name,
    token: params.token,
    events: own.events.map(({ id, title, slug, state, details }) => ({
      id,
      title,
      slug,
      state,
      startsAt: details.startsAt,
      isCancelled: details.status === 'cancelled',
      takesSignUps: own.withSignUp.has(id),
    })),
    done: url.searchParams.get('getan'),
  };
};

const STEPS = ['cancel', 'resume', 'remove'] as const;

export const actions: Actions = {
  default: async ({ locals: { tenant, locale, t }, params: { token }, request }) => {
    const form = await request.formData();
    const what = STEPS.find((step) => step === form.get('was')) ?? 'cancel';
    const wish = { id: String(form.get('id') ?? ''), what };
    const outcome = await suggestions.cancelOwnEvent(tenant, token, wish);
    if (!outcome.ok) return fail(409, { faults: faultsIn(t, 'suggestions', outcome) });
    redirect(303, localizedPath(`/veranstalter/${token}?getan=${what}`, locale));
  },
};
