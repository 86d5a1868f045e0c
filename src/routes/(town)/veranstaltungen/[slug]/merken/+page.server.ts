import { error, fail, redirect } from '@sveltejs/kit';
import { findEvent } from '#modules/events.server';
import { linkOrigin } from '#modules/identity';
import { localizedPath } from '#platform/i18n';
import { attendance } from '#wiring/modules.server';
import { faultsIn, textsOf } from '../../../sent-form.ts';
import type { Actions, PageServerLoad } from './$types';

const FIELDS = ['email', 'reminder', 'consent', 'ticket', 'website'] as const;

export const load: PageServerLoad = async ({ locals: { tenant, t }, params, url, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
  const event = await findEvent(tenant, params.slug);
  const found = event && (await attendance.findFollowable(tenant, event.id));
  if (!event || !found) error(404, t('events.not-found'));
  const { title, slug, isExample, details } = event;
  return {
    event: { title, slug, isExample, allDay: details.allDay },
    next: found.next,
    isSent: url.searchParams.has('gesendet'),
    ticket: attendance.issueTicket(tenant),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { tenant, town, locale, t } = event.locals;
    const values = textsOf(await event.request.formData(), FIELDS);
    const found = await findEvent(tenant, event.params.slug);
    if (!found) error(404, t('events.not-found'));
    const outcome = await attendance.follow(tenant, {
      eventId: found.id,
      fields: values,
      ticket: values.ticket ?? '',
      decoy: values.website ?? '',
      origin: linkOrigin(event.url, town.domains),
      address: event.getClientAddress(),
    });
    if (!outcome.ok) {
      const kept = outcome.reason === 'form-expired' ? { ...values, ticket: '' } : values;
      return fail(outcome.reason === 'too-many' ? 429 : 400, {
        values: kept,
        faults: faultsIn(t, 'attendance', outcome),
      });
    }
    redirect(303, localizedPath(`/veranstaltungen/${event.params.slug}/merken?gesendet`, locale));
  },
};
