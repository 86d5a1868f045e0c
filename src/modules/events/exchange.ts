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
  const { uid, sequence, startsAt, endsAt, allDay, status, venue, street } = event.details;
  const written: EventToWrite = {
    uid,
    sequence,
    startsAt,
    endsAt,
    allDay,
    status,
    title: titleOf(event, event.title),
    description: [event.summary, plainText(event.body)].filter(Boolean).join('\n\n'),
    location: placeOf(venue, street),
    url: `${context.origin}/veranstaltungen/${event.slug}`,
    categories: event.category ? [event.category] : [],
    updatedAt: event.updatedAt,
  };
  return isSeries(event.details) ? { ...written, series: seriesOf(event, written, context) } : written;
}

function seriesOf(event: TownEvent, written: EventToWrite, context: CalendarContext) {
  const { rule, added, excluded, overrides, allDay } = event.details;
  const dates = datesOf(event.details, spanAround(civilDate(context.now)), context.holidays);
  const nameOf = (date: EventDate) => momentOf(date.recurrenceId, allDay);
  const skipped = dates.filter((date) => date.status === 'skipped').map(nameOf);
  const known = new Set(overrides.map((override) => override.recurrenceId));
  return {
    rule,
    added,
    excluded: [...excluded, ...skipped],
    overrides: dates
      .filter((date) => known.has(nameOf(date)))
      .map((date) => ({
        recurrenceId: nameOf(date),
        startsAt: date.startsAt,
        endsAt: date.endsAt,
        status: date.status === 'skipped' ? ('cancelled' as const) : date.status,
        title: titleOf(event, date.title ?? event.title),
        location: placeOf(date.venue ?? event.details.venue, date.street ?? event.details.street),
        description: [date.note, written.description].filter(Boolean).join('\n\n'),
      })),
  };
}

function titleOf(event: TownEvent, title: string): string {
  return event.isExample ? `Beispiel: ${title}` : title;
}

function placeOf(venue: string, street: string): string {
  return [venue, street].filter(Boolean).join(', ');
}
