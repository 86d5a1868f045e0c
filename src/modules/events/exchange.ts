import { civilDate, momentOf, plainText } from '#platform/formats';
import type { HolidayCalendar } from '#platform/formats';
import type { EventToWrite } from '#platform/formats.server';
import type { EventDate, TownEvent } from './model.ts';
import { datesOf, isSeries, spanAround } from './series/dates.ts';

/** What a calendar for subscribers needs to know beside its events. */
export interface CalendarContext {
  origin: string;
  now: Date;
  holidays: HolidayCalendar;
}

/** An event as subscribers' calendars take it: a series once, with its rule, what is left out, and what differs. */
export function toCalendarEvent(event: TownEvent, context: CalendarContext): EventToWrite {
  const written = toCalendarDate(event, context.origin);
  const dates = datesOf(event.details, spanAround(civilDate(context.now)), context.holidays);
  if (isSeries(event.details)) {
    const { rule, added } = event.details;
    return { ...written, series: { rule, added, ...exceptionsOf(event, dates) } };
  }
  const [only] = dates;
  return only ? { ...written, ...asWritten(event, only), status: statusOf(only) } : written;
}

/** One date as an entry of its own, whatever series it belongs to: what the event says of start and end. */
export function toCalendarDate(event: TownEvent, origin: string): EventToWrite {
  const { uid, sequence, allDay, status, startsAt, endsAt } = event.details;
  return {
    uid,
    sequence,
    allDay,
    status,
    url: `${origin}/veranstaltungen/${event.slug}`,
    categories: event.category ? [event.category] : [],
    updatedAt: event.updatedAt,
    ...asWritten(event, { ...PLAIN, startsAt, endsAt }),
  };
}

const PLAIN = { title: null, venue: null, street: null, note: '' };

/** What a date says of itself, in the words of a calendar. */
function asWritten(event: TownEvent, date: Pick<EventDate, 'startsAt' | 'endsAt' | keyof typeof PLAIN>) {
  const { venue, street } = event.details;
  const title = date.title ?? event.title;
  return {
    startsAt: date.startsAt,
    endsAt: date.endsAt,
    title: event.isExample ? `Beispiel: ${title}` : title,
    description: [date.note, event.summary, plainText(event.body)].filter(Boolean).join('\n\n'),
    location: [date.venue ?? venue, date.street ?? street].filter(Boolean).join(', '),
  };
}

function exceptionsOf(event: TownEvent, dates: readonly EventDate[]) {
  const { excluded, overrides, allDay } = event.details;
  const nameOf = (date: EventDate) => momentOf(date.recurrenceId, allDay);
  const known = new Set(overrides.map((override) => override.recurrenceId));
  return {
    excluded: [...excluded, ...dates.filter((date) => date.status === 'skipped').map(nameOf)],
    overrides: dates
      .filter((date) => known.has(nameOf(date)))
      .map((date) => ({ recurrenceId: nameOf(date), ...asWritten(event, date), status: statusOf(date) })),
  };
}

function statusOf({ status }: EventDate): EventToWrite['status'] {
  return status === 'skipped' ? 'cancelled' : status;
}
