import { error, fail, redirect } from '@sveltejs/kit';
import { findEvent } from '#modules/events.server';
import { linkOrigin } from '#modules/identity';
import { readInstant } from '#platform/formats';
import { localizedPath } from '#platform/i18n';
import { attendance } from '#wiring/modules.server';
import { faultsIn, textsOf } from '../../../sent-form.ts';
import type { Actions, PageServerLoad } from './$types';

const FIELDS = ['termin', 'name', 'email', 'seats', 'answer', 'consent', 'ticket', 'website'] as const;

export const load: PageServerLoad = async ({ locals: { tenant, t }, params, url, setHeaders }) => {
  // The page carries the number of the sign-up it may become.
  setHeaders({ 'cache-control': 'no-store' });
  const event = await findEvent(tenant, params.slug);
  if (!event) error(404, t('events.not-found'));
  const named = readInstant(url.searchParams.get('termin') ?? '');
  const opening = await attendance.findOpening(tenant, event.id, named);
  if (!opening) error(404, t('attendance.form.none'));
  const { title, slug, details, isExample } = event;
  return {
    event: { title, slug, isExample, allDay: details.allDay, street: details.street },
    opening,
    sent: url.searchParams.get('gesendet'),
    ticket: attendance.issueTicket(tenant),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { tenant, town, locale, t } = event.locals;
    const values = textsOf(await event.request.formData(), FIELDS);
    const found = await findEvent(tenant, event.params.slug);
    if (!found) error(404, t('events.not-found'));
    const outcome = await attendance.signUp(tenant, {
      eventId: found.id,
      recurrenceId: readInstant(values.termin ?? ''),
      fields: values,
      ticket: values.ticket ?? '',
      decoy: values.website ?? '',
      origin: linkOrigin(event.url, town.domains),
      address: event.getClientAddress(),
    });
    if (!outcome.ok) {
      const kept = outcome.reason === 'form-expired' ? { ...values, ticket: '' } : values;
      const status = outcome.reason === 'too-many' ? 429 : outcome.reason === 'full' ? 409 : 400;
      return fail(status, { values: kept, faults: faultsIn(t, 'attendance', outcome) });
    }
    const { position } = outcome.value;
    const query = new URLSearchParams({
      gesendet: String(position ?? 'platz'),
      ...(values.termin ? { termin: values.termin } : {}),
    });
    redirect(303, localizedPath(`/veranstaltungen/${event.params.slug}/anmelden?${query}`, locale));
  },
};
