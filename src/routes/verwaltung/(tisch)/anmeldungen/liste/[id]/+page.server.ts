import { error, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { newId } from '#platform/db';
import type { Outcome } from '#platform/outcome';
import { attendance } from '#wiring/modules.server';
import { mailOrigin, refused, requirePermission, requireStaff, textOf } from '../../../../desk.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requirePermission(event, 'attendance.manage');
  const { tenant, t } = event.locals;
  const list = await attendance.findDeskList(tenant, event.params.id);
  if (!list) error(404, t('attendance.fault.unknown'));
  return { list, messageId: newId(), entryId: newId(), said: event.url.searchParams.get('getan') };
};

const ENTERED = ['name', 'email', 'phone', 'seats', 'answer'] as const;

export const actions: Actions = {
  anwesenheit: (event) =>
    act(event, 'attendance', (form, id) =>
      attendance.noteAttendance(event.locals.tenant, id, form.getAll('da').map(String)),
    ),
  abmelden: (event) =>
    act(event, 'removed', (form, id) => attendance.remove(event.locals.tenant, id, textOf(form, 'person'))),
  bestaetigen: (event) =>
    act(event, 'confirmed', (form, id) =>
      attendance.confirmForPerson(event.locals.tenant, id, textOf(form, 'person')),
    ),
  eintragen: async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const { id: dateId } = event.params;
    const outcome = await attendance.enter(event.locals.tenant, {
      dateId,
      id: textOf(form, 'eintrag'),
      fields: Object.fromEntries(ENTERED.map((name) => [name, textOf(form, name)])),
      origin: mailOrigin(event),
    });
    if (!outcome.ok) return refused(event, outcome, form);
    redirect(303, `/verwaltung/anmeldungen/liste/${dateId}?getan=entered-${outcome.value.place}`);
  },
  schreiben: (event) =>
    act(event, 'written', (form, id) =>
      attendance.write(event.locals.tenant, {
        dateId: id,
        id: textOf(form, 'nachricht'),
        fields: { subject: textOf(form, 'subject'), text: textOf(form, 'text') },
      }),
    ),
};

/** One thing done with the list; the page then says what. */
async function act(
  event: RequestEvent<{ id: string }>,
  what: string,
  work: (form: FormData, id: string) => Promise<Outcome<unknown, string>>,
) {
  requireStaff(event);
  const form = await event.request.formData();
  const outcome = await work(form, event.params.id);
  if (!outcome.ok) return refused(event, outcome, form);
  redirect(303, `/verwaltung/anmeldungen/liste/${event.params.id}?getan=${what}`);
}
