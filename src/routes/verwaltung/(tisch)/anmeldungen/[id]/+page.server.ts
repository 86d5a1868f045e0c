import { error, redirect } from '@sveltejs/kit';
import { readInstant } from '#platform/formats';
import { attendance } from '#wiring/modules.server';
import { refused, requirePermission, requireStaff, textOf } from '../../../desk.server.ts';
import { readMoment } from '../../../entry-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requirePermission(event, 'attendance.manage');
  const { tenant, t } = event.locals;
  const found = await attendance.findDeskOffer(tenant, event.params.id);
  if (!found) error(404, t('attendance.fault.unknown'));
  return { ...found, said: event.url.searchParams.get('getan'), now: tenant.now() };
};

export const actions: Actions = {
  speichern: async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const opensAt = readMoment(textOf(form, 'opensAt'));
    if (typeof opensAt === 'string')
      return refused(event, wrong({ opensAt: 'attendance.fault.moment' }), form);
    const outcome = await attendance.saveOffer(event.locals.tenant, event.params.id, {
      capacity: textOf(form, 'capacity'),
      seatsEach: textOf(form, 'seatsEach'),
      hasWaitingList: form.has('hasWaitingList'),
      question: textOf(form, 'question'),
      opensAt,
      closesHoursBefore: textOf(form, 'closesHoursBefore'),
      eraseAfterDays: textOf(form, 'eraseAfterDays'),
      isOpen: form.has('isOpen'),
    });
    if (!outcome.ok) return refused(event, outcome, form);
    redirect(303, `/verwaltung/anmeldungen/${event.params.id}?getan=saved`);
  },
  plaetze: async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const text = textOf(form, 'capacity');
    const outcome = await attendance.changeCapacity(event.locals.tenant, {
      eventId: event.params.id,
      recurrenceId: readInstant(textOf(form, 'termin')),
      capacity: text === '' ? null : Number(text),
    });
    if (!outcome.ok) return refused(event, outcome);
    redirect(303, `/verwaltung/anmeldungen/${event.params.id}?getan=saved`);
  },
};

const wrong = (fields: Record<string, string>) => ({ reason: 'invalid', details: { fields } });
