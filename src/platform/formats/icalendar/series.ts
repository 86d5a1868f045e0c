import { addDays, instantOf, isCivilDate } from '../dates/berlin.ts';
import { rowFault } from '../rows/faults.ts';
import type { RowFault } from '../rows/faults.ts';
import { momentKey } from './event.ts';
import type { CalendarEvent } from './event.ts';
import { parseRecurrence, recurrenceDates } from './recurrence.ts';
import type { RecurrenceRule } from './recurrence.ts';

/** Days before and after today that a series is expanded for. */
const HORIZON_DAYS = 366;
const MAX_OCCURRENCES = 1000;
/** What all series of a document together may cost: about three hundred daily ones, or two thousand weekly ones. */
const MAX_PERIODS = 200_000;

/**
 * Replaces each series by its single occurrences around today: at the same time of day over both clock changes,
 * without the excluded ones, with those that were moved or cancelled one by one in their own words.
 */
export function expandSeries(events: CalendarEvent[], today: string, faults: RowFault[]): CalendarEvent[] {
  const own = new Map(events.filter((event) => event.recurrenceId).map((event) => [event.externalId, event]));
  const expanded: CalendarEvent[] = [];
  const budget = { periods: MAX_PERIODS };
  for (const event of events) {
    if (event.recurrenceId) continue;
    if (!event.rule && event.added.length === 0) {
      expanded.push(event);
      continue;
    }
    const occurrences = occurrencesOf(event, today, budget, faults);
    for (const occurrence of occurrences) {
      expanded.push(own.get(occurrence.externalId) ?? occurrence);
      own.delete(occurrence.externalId);
    }
  }
  return [...expanded, ...own.values()];
}

function occurrencesOf(
  event: CalendarEvent,
  today: string,
  budget: { periods: number },
  faults: RowFault[],
): CalendarEvent[] {
  const first = addDays(today, -HORIZON_DAYS);
  const last = addDays(today, HORIZON_DAYS);
  const dates = [event.wallStart.date];
  if (event.rule) {
    const rule = parseRecurrence(event.rule);
    if (!rule.ok) {
      faults.push(
        rowFault(rule.reason, { line: event.line, row: event.row, field: 'RRULE', value: event.rule }),
      );
      return [event];
    }
    const end = lastDate(rule.value, event);
    const wish = { from: first, last: end < last ? end : last, budget };
    for (const date of recurrenceDates(rule.value, event.wallStart.date, wish))
      if (date >= first) dates.push(date);
    if (budget.periods === 0) {
      faults.push(
        rowFault('rules-too-many', { line: event.line, row: event.row, field: 'RRULE', value: event.rule }),
      );
    }
  }
  const keys = new Set(
    dates.map((date) => momentKey({ isDate: event.allDay, date, time: event.wallStart.time })),
  );
  for (const key of event.added) keys.add(key);
  // Some programs exclude the whole day (`20261012`) of an event that has a time.
  const excluded = new Set(event.excluded);
  for (const key of [...keys]) if (excluded.has(key) || excluded.has(key.slice(0, 8))) keys.delete(key);
  return [...keys]
    .sort()
    .map((key) => occurrence(event, key))
    .filter((found) => found.wallStart.date >= first && found.wallStart.date <= last)
    .slice(0, MAX_OCCURRENCES);
}

/** The last day a rule may reach. An UNTIL in UTC that falls before the time of day ends the day before. */
function lastDate(rule: RecurrenceRule, event: CalendarEvent): string {
  const { until } = rule;
  if (!until) return '9999-12-31';
  const date = `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`;
  if (!isCivilDate(date)) return event.wallStart.date;
  if (!until.includes('T') || event.allDay) return date;
  const time = `${until.slice(9, 11)}:${until.slice(11, 13)}:${until.slice(13, 15)}`;
  const end = until.endsWith('Z') ? new Date(`${date}T${time}Z`) : instantOf(date, time);
  for (let day = addDays(date, 1); ; day = addDays(day, -1)) {
    if (instantOf(day, event.wallStart.time) <= end) return day;
  }
}

function occurrence(event: CalendarEvent, key: string): CalendarEvent {
  const date = `${key.slice(0, 4)}-${key.slice(4, 6)}-${key.slice(6, 8)}`;
  const time = key.length > 8 ? `${key.slice(9, 11)}:${key.slice(11, 13)}:${key.slice(13, 15)}` : '00:00:00';
  const startsAt = instantOf(date, time);
  return {
    ...event,
    externalId: `${event.uid}/${key}`,
    recurrenceId: key,
    startsAt,
    endsAt: event.endsAt && endOfOccurrence(event, event.endsAt, date, startsAt),
    wallStart: { date, time },
    rule: null,
    excluded: [],
    added: [],
  };
}

/** All-day events last whole days, also those of 23 and 25 hours; others the same number of minutes. */
function endOfOccurrence(event: CalendarEvent, endsAt: Date, date: string, startsAt: Date): Date {
  const lengthMs = endsAt.getTime() - event.startsAt.getTime();
  if (!event.allDay) return new Date(startsAt.getTime() + lengthMs);
  return instantOf(addDays(date, Math.round(lengthMs / 86_400_000)));
}
