import { done } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import { addDays, civilTime, instantOf, isCivilDate, wallTime } from '../dates/berlin.ts';
import { parseRecurrence, recurrenceDates } from './recurrence.ts';
import type { RecurrenceRule, RuleFault } from './recurrence.ts';

/**
 * When a series takes place, in the words of RFC 5545 and the time of the town's clock. Its moments are _wall
 * times_: `20261125` for a whole day, `20261125T180000` for a time of day.
 */
export interface SeriesTimes {
  /** DTSTART. */
  start: string;
  /** RRULE; null for a series of single dates. */
  rule: string | null;
  /** RDATE. */
  added: readonly string[];
  /** EXDATE; also the bare day of a date that has a time, as some programs write it. */
  excluded: readonly string[];
}

export interface SeriesWish {
  /** Civil dates, both included. */
  first: string;
  last: string;
  /** Periods that may still be looked at, over all rules of a document. Falls with every one. */
  budget?: { periods: number };
  /** A rule that goes on forever ends here. */
  limit?: number;
}

const MAX_OCCURRENCES = 1000;

/** The dates of a series between two days, in order: at the same time of day over both clock changes. */
export function seriesDates(series: SeriesTimes, wish: SeriesWish): Outcome<string[], RuleFault> {
  const { date: start, time } = partsOf(series.start);
  const dates = [start];
  if (series.rule) {
    const rule = parseRecurrence(series.rule);
    if (!rule.ok) return rule;
    const end = lastDate(rule.value, start, time);
    const last = end < wish.last ? end : wish.last;
    const within = { from: wish.first, last, ...(wish.budget ? { budget: wish.budget } : {}) };
    for (const date of recurrenceDates(rule.value, start, within)) if (date >= wish.first) dates.push(date);
  }
  const moments = new Set([...dates.map((date) => wallMoment(date, time)), ...series.added]);
  const excluded = new Set(series.excluded);
  return done(
    [...moments]
      .filter((moment) => !excluded.has(moment) && !excluded.has(moment.slice(0, 8)))
      .filter((moment) => isWithin(partsOf(moment).date, wish))
      .sort()
      .slice(0, wish.limit ?? MAX_OCCURRENCES),
  );
}

function isWithin(date: string, { first, last }: SeriesWish): boolean {
  return first <= date && date <= last;
}

/** Civil date and time of day of a wall time; `time` is null for a whole day. */
export function partsOf(moment: string): { date: string; time: string | null } {
  const date = `${moment.slice(0, 4)}-${moment.slice(4, 6)}-${moment.slice(6, 8)}`;
  if (moment.length === 8) return { date, time: null };
  return { date, time: `${moment.slice(9, 11)}:${moment.slice(11, 13)}:${moment.slice(13, 15)}` };
}

export function wallMoment(date: string, time: string | null): string {
  const day = date.replaceAll('-', '');
  return time === null ? day : `${day}T${time.replaceAll(':', '').padEnd(6, '0')}`;
}

/** The wall time of an instant. */
export function momentOf(instant: Date, allDay: boolean): string {
  const { date, second } = wallTime(instant);
  return wallMoment(date, allDay ? null : `${civilTime(instant)}:${String(second).padStart(2, '0')}`);
}

/** Whether the text is a wall time that exists in the calendar. */
export function isMoment(text: string): boolean {
  if (!/^\d{8}(T([01]\d|2[0-3])[0-5]\d[0-5]\d)?$/.test(text)) return false;
  return isCivilDate(partsOf(text).date);
}

/** The instant of a wall time; one that the clock skips counts on from before the gap, of two the first is meant. */
export function instantOfMoment(moment: string): Date {
  const { date, time } = partsOf(moment);
  return instantOf(date, time ?? '00:00');
}

/** A rule as other calendars take it: UNTIL in UTC where the series has a time of day, else a date (RFC 5545, 3.3.10). */
export function ruleForCalendar(rule: string, start: string): string {
  return rule.replace(/UNTIL=([0-9TZ]+)/i, (_, until: string) => {
    const { date, time } = partsOf(until.replace('Z', ''));
    const end = until.endsWith('Z') ? new Date(`${date}T${time}Z`) : instantOf(date, time ?? '23:59:59');
    if (start.length === 8) return `UNTIL=${momentOf(end, true)}`;
    return `UNTIL=${end.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  });
}

/** The last day a rule may reach. An UNTIL in UTC that falls before the time of day ends the day before. */
function lastDate(rule: RecurrenceRule, start: string, time: string | null): string {
  const { until } = rule;
  if (!until) return '9999-12-31';
  const { date, time: untilTime } = partsOf(until);
  if (!isCivilDate(date)) return start;
  if (untilTime === null || time === null) return date;
  const end = until.endsWith('Z') ? new Date(`${date}T${untilTime}Z`) : instantOf(date, untilTime);
  for (let day = addDays(date, 1); ; day = addDays(day, -1)) {
    if (instantOf(day, time) <= end) return day;
  }
}
