import { EVENT_STATUS } from '#modules/events';
import type { EventOverride } from '#modules/events';
import type { DateWish } from '#modules/events.server';

/** Which date of which event a form is about, and the version it was shown in. */
export function wishOf(form: FormData, id: string): DateWish {
  return { id, version: Number(textIn(form, 'version')), recurrenceId: textIn(form, 'recurrenceId') };
}

/** What a form says about a date; what is empty is as in the series. */
export function readDateForm(
  form: FormData,
  status: EventOverride['status'],
): Omit<EventOverride, 'recurrenceId'> {
  return {
    start: momentIn(form, 'start'),
    end: momentIn(form, 'end'),
    status,
    title: textIn(form, 'title') || null,
    venue: textIn(form, 'venue') || null,
    street: textIn(form, 'street') || null,
    note: textIn(form, 'note'),
  };
}

/** The state a date was shown in: who changes a cancelled one does not call it in again. */
export function statusIn(form: FormData): EventOverride['status'] {
  return EVENT_STATUS.find((status) => status === textIn(form, 'status')) ?? 'confirmed';
}

/** `2026-12-03T08:00` or `2026-12-03` as a wall time of the calendar; what is none is handed on for the check to name. */
function momentIn(form: FormData, name: string): string | null {
  const text = textIn(form, name);
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::\d{2})?)?$/.exec(text);
  if (!match) return text || null;
  const [, year, month, day, hour, minute] = match;
  return hour ? `${year}${month}${day}T${hour}${minute}00` : `${year}${month}${day}`;
}

function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
