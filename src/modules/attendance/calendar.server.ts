import type { TownEvent } from '#modules/events';
import { toCalendarDate } from '#modules/events';
import { writeCalendar } from '#platform/formats.server';
import type { PlannedDate } from './model.ts';

/** The one date as an entry of its own, so that no series fills the calendar of who comes once. */
export function calendarOf(
  event: TownEvent,
  planned: PlannedDate,
  origin: string,
): { fileName: string; content: string } {
  const { startsAt, endsAt, status, venue } = planned;
  const dated = { ...event, details: { ...event.details, startsAt, endsAt, status, venue } };
  const own = planned.recurrenceId.toISOString().slice(0, 16).replaceAll(/[-:]/g, '');
  const entry = toCalendarDate(dated, origin);
  const content = writeCalendar({
    name: event.title,
    events: [{ ...entry, uid: `anmeldung-${own}-${entry.uid}`, alarmMinutesBefore: 120 }],
  });
  return { fileName: `${event.slug}.ics`, content };
}
