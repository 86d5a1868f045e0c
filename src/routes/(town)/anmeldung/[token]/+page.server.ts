import { error, fail, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { localizedPath } from '#platform/i18n';
import type { Outcome } from '#platform/outcome';
import { attendance } from '#wiring/modules.server';
import { faultsIn } from '../../sent-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { tenant, t }, params, url, setHeaders }) => {
  // The address is the key: it is neither kept on the way nor told to other sites.
  setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' });
  const own = await attendance.findOwn(tenant, params.token);
  if (!own) error(404, t('attendance.own.gone'));
  const { event, ...rest } = own;
  return {
    ...rest,
    token: params.token,
    event: event && {
      title: event.title,
      slug: event.slug,
      allDay: event.details.allDay,
      street: event.details.street,
    },
    done: url.searchParams.get('getan'),
    now: tenant.now(),
  };
};

export const actions: Actions = {
  bestaetigen: (event) => act(event, 'confirmed', ({ tenant }, token) => attendance.confirm(tenant, token)),
  annehmen: (event) => act(event, 'accepted', ({ tenant }, token) => attendance.accept(tenant, token)),
  absagen: (event) => act(event, 'cancelled', ({ tenant }, token) => attendance.cancel(tenant, token)),
  aendern: async (event) => {
    const seats = Number((await event.request.formData()).get('seats'));
    return act(event, 'changed', ({ tenant }, token) => attendance.changeSeats(tenant, token, seats));
  },
};

/** One thing done with one's sign-up; the page then says what. */
async function act(
  { locals, params: { token } }: RequestEvent<{ token: string }>,
  what: string,
  work: (locals: App.Locals, token: string) => Promise<Outcome<unknown, string>>,
) {
  const outcome = await work(locals, token);
  if (!outcome.ok) return fail(409, { faults: faultsIn(locals.t, 'attendance', outcome) });
  redirect(303, localizedPath(`/anmeldung/${token}?getan=${what}`, locals.locale));
}
