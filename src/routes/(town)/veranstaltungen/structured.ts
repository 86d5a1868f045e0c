import { isSeries } from '#modules/events';
import type { DatedEvent, EventDate, TownEvent } from '#modules/events';
import { civilDate, civilTime, momentOf, parseRecurrence, partsOf } from '#platform/formats';

const STATUS = {
  confirmed: 'EventScheduled',
  tentative: 'EventScheduled',
  cancelled: 'EventCancelled',
} as const;

/** An event in the words of schema.org: the date the page is about, and the plan of its series. */
export function eventInSchema(
  event: TownEvent,
  shown: DatedEvent | null,
  dates: readonly EventDate[],
  origin: string,
): Record<string, unknown> {
  const { title, details } = shown ?? event;
  const { allDay, venue, street, organizer, status } = details;
  const when = (instant: Date) => (allDay ? civilDate(instant) : instant.toISOString());
  const movedFrom = shown?.details.movedFrom ?? null;
  const state = movedFrom && status !== 'cancelled' ? 'EventRescheduled' : STATUS[status];
  return {
    '@type': 'Event',
    name: title,
    description: event.summary || undefined,
    url: `${origin}/veranstaltungen/${event.slug}`,
    startDate: when(details.startsAt),
    // The end is exclusive with us and inclusive with schema.org.
    endDate: details.endsAt
      ? when(allDay ? new Date(details.endsAt.getTime() - 1) : details.endsAt)
      : undefined,
    previousStartDate: movedFrom ? when(movedFrom) : undefined,
    eventStatus: `https://schema.org/${state}`,
    eventSchedule: isSeries(event.details) ? scheduleOf(event, dates) : undefined,
    location: venue ? { '@type': 'Place', name: venue, address: street || venue } : undefined,
    organizer: organizer ? { '@type': 'Organization', name: organizer } : undefined,
  };
}

const UNITS = { DAILY: 'D', WEEKLY: 'W', MONTHLY: 'M', YEARLY: 'Y' } as const;
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** The rule as a Schedule; undefined where its words are too few for the rule. */
function scheduleOf(
  { details }: TownEvent,
  dates: readonly EventDate[],
): Record<string, unknown> | undefined {
  const read = details.rule === null ? null : parseRecurrence(details.rule);
  if (!read?.ok || read.value.positions.length > 0) return undefined;
  const { frequency, interval, weekdays, monthDays, months, count, until } = read.value;
  const skipped = dates.filter(({ status }) => status === 'skipped' || status === 'cancelled');
  return {
    '@type': 'Schedule',
    repeatFrequency: `P${interval}${UNITS[frequency]}`,
    byDay: some(
      weekdays.map(({ weekday, nth }) =>
        nth === null ? `https://schema.org/${DAYS[weekday - 1]}` : `${nth}${CODES[weekday - 1]}`,
      ),
    ),
    byMonthDay: some(monthDays),
    byMonth: some(months),
    repeatCount: count ?? undefined,
    startDate: civilDate(details.startsAt),
    endDate: until ? partsOf(until).date : undefined,
    startTime: details.allDay ? undefined : civilTime(details.startsAt),
    endTime: details.allDay || !details.endsAt ? undefined : civilTime(details.endsAt),
    scheduleTimezone: 'Europe/Berlin',
    exceptDate: some([
      ...details.excluded.map((moment) => partsOf(moment).date),
      ...skipped.map(({ recurrenceId }) => partsOf(momentOf(recurrenceId, true)).date),
    ]),
  };
}

function some<Value>(list: Value[]): Value[] | undefined {
  return list.length > 0 ? list : undefined;
}
