import { addDays, civilDate, daysBetween, instantOf, momentOf, showDay, showTime } from '#platform/formats';
import type { DatedEvent, EventDate, EventDetails, TownEvent } from './model.ts';
import { isSeries } from './series/dates.ts';

type Span = Pick<EventDetails, 'startsAt' | 'endsAt' | 'allDay'>;

// An event without a stated end is taken to last this long, so that it does not vanish while people are on their way.
const ASSUMED_HOURS = 3;

/** When an event is over, as far as we know. */
export function endOf(event: Span): Date {
  return event.endsAt ?? new Date(event.startsAt.getTime() + ASSUMED_HOURS * 3_600_000);
}

export function isUpcoming(event: Span, now: Date): boolean {
  return endOf(event) > now;
}

/** An event as it takes place on one of its dates. */
export function onDate(event: TownEvent, date: EventDate): DatedEvent {
  const { recurrenceId, startsAt, endsAt, isMoved, note, title, venue, street } = date;
  return {
    ...event,
    title: title ?? event.title,
    details: {
      ...event.details,
      startsAt,
      endsAt,
      status: date.status === 'skipped' ? 'cancelled' : date.status,
      venue: venue ?? event.details.venue,
      street: street ?? event.details.street,
      recurrenceId,
      movedFrom: isMoved ? recurrenceId : null,
      note: date.status === 'skipped' ? '' : note,
      skippedFor: date.status === 'skipped' ? note : null,
      isSeries: isSeries(event.details),
    },
  };
}

/** The page of an event on this date. */
export function datePath({ slug, details }: DatedEvent): string {
  const page = `/veranstaltungen/${slug}`;
  return details.isSeries ? `${page}?termin=${momentOf(details.recurrenceId, details.allDay)}` : page;
}

/** Tells the dates of a list apart: one event can stand in it more than once. */
export function keyOf(event: DatedEvent): string {
  return `${event.id} ${event.details.recurrenceId.getTime()}`;
}

/** The civil days an event touches, in Europe/Berlin. `endsAt` is exclusive: midnight belongs to the day before. */
export function daysOf(event: Span): string[] {
  const first = civilDate(event.startsAt);
  const last = event.endsAt ? civilDate(new Date(event.endsAt.getTime() - 1)) : first;
  const count = Math.max(0, Math.min(daysBetween(first, last), 366));
  return Array.from({ length: count + 1 }, (_, index) => addDays(first, index));
}

/** `Sa., 28. November 2026, 10:00 bis 14:00 Uhr` – the way a poster says it. */
export function spanInWords(event: Span, locale: 'de' | 'en' | 'de-x-leicht' = 'de'): string {
  const days = daysOf(event);
  const first = showDay(instantOf(days[0]!), locale);
  const last = showDay(instantOf(days.at(-1)!), locale);
  const until = locale === 'en' ? 'to' : 'bis';
  const clock = locale === 'en' ? '' : ' Uhr';
  if (event.allDay) return days.length === 1 ? first : `${first} ${until} ${last}`;
  const start = showTime(event.startsAt, locale);
  if (!event.endsAt) return `${first}, ${start}${clock}`;
  const end = showTime(event.endsAt, locale);
  return days.length === 1
    ? `${first}, ${start} ${until} ${end}${clock}`
    : `${first}, ${start}${clock} ${until} ${last}, ${end}${clock}`;
}
