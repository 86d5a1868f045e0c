import { momentOfDate } from '#modules/events';
import {
  addDate,
  changeDate,
  changeFollowing,
  endSeriesBefore,
  eventKind,
  explainSeries,
  listDates,
  removeDate,
  restoreDate,
} from '#modules/events.server';
import type { DateRefusal } from '#modules/events.server';
import type { RefusalDetails } from '#platform/outcome';
import { doneAt, refused, requireStaff, textOf } from '../../../../../desk.server.ts';
import { entryOf } from '../../../../../editor.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { readDateForm, statusIn, wishOf } from './date-form.ts';

const SHOWN = 30;

export const load: PageServerLoad = async (event) => {
  requireStaff(event);
  const { tenant } = event.locals;
  const entry = await entryOf({ ...event, params: { ...event.params, art: eventKind.path } }, eventKind);
  const details = entry.details as Parameters<typeof momentOfDate>[0] & Parameters<typeof explainSeries>[1];
  const dates = await listDates(tenant, entry.id, { limit: SHOWN });
  return {
    kind: { kind: eventKind.kind, path: eventKind.path },
    entry,
    allDay: details.allDay,
    hasRule: details.rule !== null,
    explanation: await explainSeries(tenant, details),
    excluded: details.excluded,
    dates: dates.map((date) => {
      const name = momentOfDate(details, date.recurrenceId);
      return { ...date, name, isOwn: details.overrides.some((one) => one.recurrenceId === name) };
    }),
    mayEdit: tenant.may(`${eventKind.permission}.edit`),
  };
};

type Made = { ok: true } | { ok: false; reason: DateRefusal; details: RefusalDetails };

/** One step for one date: what the form says, then back to the list with a word about what was done. */
const step =
  (what: string, command: (event: RequestEvent, form: FormData) => Promise<Made>) =>
  async (event: RequestEvent) => {
    requireStaff(event);
    const form = await event.request.formData();
    const outcome = await command(event, form);
    if (!outcome.ok) return refused(event, outcome, form);
    doneAt(event.url.pathname, what);
  };

export const actions: Actions = {
  aendern: step('date-changed', ({ locals, params }, form) =>
    changeDate(locals.tenant, wishOf(form, params.id), readDateForm(form, statusIn(form))),
  ),
  absagen: step('date-cancelled', ({ locals, params }, form) =>
    changeDate(locals.tenant, wishOf(form, params.id), readDateForm(form, 'cancelled')),
  ),
  zuruecknehmen: step('date-restored', ({ locals, params }, form) =>
    restoreDate(locals.tenant, wishOf(form, params.id)),
  ),
  entfernen: step('date-removed', ({ locals, params }, form) =>
    removeDate(locals.tenant, wishOf(form, params.id)),
  ),
  folgende: step('following-changed', ({ locals, params }, form) =>
    changeFollowing(locals.tenant, wishOf(form, params.id), readDateForm(form, 'confirmed')),
  ),
  beenden: step('series-ended', ({ locals, params }, form) =>
    endSeriesBefore(locals.tenant, wishOf(form, params.id)),
  ),
  hinzufuegen: step('date-added', ({ locals, params }, form) => {
    const { id, version } = wishOf(form, params.id);
    return addDate(locals.tenant, {
      id,
      version,
      start: readDateForm(form, 'confirmed').start ?? textOf(form, 'start'),
    });
  }),
};
