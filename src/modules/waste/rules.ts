import { addDays, daysBetween, instantOf, weekdayOf } from '#platform/formats';
import type { HolidayCalendar } from '#platform/formats';
import type { Collection, Rhythm, Stream } from './model.ts';

export interface PlannedDate {
  stream: Stream;
  rhythm: Rhythm;
  date: string;
}

export interface LateChange extends PlannedDate {
  movedTo: string | null;
  reason: string;
  changedAt: Date;
}

const SUNDAY = 7;

/**
 * Moves collections by the rule the disposal companies use: a public holiday on a working day pushes it and every
 * later day of that week one day on, up to Saturday. What would fall on a Sunday is fetched before the holiday
 * instead. Sunday holidays push nothing.
 */
export function shiftByHolidays(date: string, holidays: HolidayCalendar): string {
  const monday = addDays(date, 1 - weekdayOf(date));
  let shifted = date;
  for (let day = monday; day <= shifted && weekdayOf(shifted) < SUNDAY; day = addDays(day, 1)) {
    if (weekdayOf(day) < SUNDAY && holidays.publicHoliday(day)) shifted = addDays(shifted, 1);
  }
  return weekdayOf(shifted) < SUNDAY ? shifted : lastWorkingDayBefore(date, holidays);
}

function lastWorkingDayBefore(date: string, holidays: HolidayCalendar): string {
  let day = addDays(date, -1);
  while (weekdayOf(day) === SUNDAY || holidays.publicHoliday(day)) day = addDays(day, -1);
  return day;
}

/**
 * Says why a date of a finished plan is not on its usual weekday: the nearest public holiday of the week before it.
 * The usual weekday is the one most dates of the stream fall on.
 */
export function explainShifts(planned: readonly PlannedDate[], holidays: HolidayCalendar): Collection[] {
  const usual = new Map<string, number>();
  for (const [key, dates] of grouped(planned)) usual.set(key, mostFrequentWeekday(dates));
  return planned.map((one) => {
    const distance = weekdayOf(one.date) - usual.get(keyOf(one))!;
    const regular = addDays(one.date, -distance);
    const reason = distance === 0 ? null : holidayNear(one.date, regular, holidays);
    return { ...one, planned: one.date, changedAt: null, movedFrom: reason ? regular : null, reason };
  });
}

/** The plan with the desk's late changes. A cancelled collection stays away. */
export function withChanges(
  collections: readonly Collection[],
  changes: readonly LateChange[],
): Collection[] {
  const byKey = new Map(changes.map((change) => [`${keyOf(change)} ${change.date}`, change]));
  return collections
    .flatMap((one) => {
      const change = byKey.get(`${keyOf(one)} ${one.date}`);
      if (!change) return [one];
      if (!change.movedTo) return [];
      return [
        {
          ...one,
          date: change.movedTo,
          movedFrom: one.date,
          reason: change.reason,
          changedAt: change.changedAt,
        },
      ];
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.stream < b.stream ? -1 : 1));
}

/** The next emptying of each stream from a day on, the nearest first. */
export function nextOfEachStream(
  collections: readonly Collection[],
  today: string,
  rhythm: Rhythm = 'standard',
): Collection[] {
  const next = new Map<Stream, Collection>();
  for (const one of collections) {
    if (one.date < today || (one.rhythm !== rhythm && one.rhythm !== 'standard')) continue;
    const known = next.get(one.stream);
    if (!known || one.date < known.date || (one.date === known.date && one.rhythm === rhythm))
      next.set(one.stream, one);
  }
  return [...next.values()].sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : a.stream < b.stream ? -1 : 1,
  );
}

export interface ReminderWish {
  streams: readonly Stream[];
  /** Days before the collection; 1 = the evening before. */
  daysBefore: number;
  /** Full hour on the town's clock, 0 to 23. */
  hour: number;
}

export interface Reminder {
  at: Date;
  date: string;
  streams: Stream[];
}

/**
 * When to remind in a span of time: one reminder a collection day, at the wished hour of the town's clock, in summer
 * as in winter. `from` is inclusive, `to` exclusive.
 */
export function dueReminders(
  collections: readonly Collection[],
  wish: ReminderWish,
  from: Date,
  to: Date,
): Reminder[] {
  const byDay = new Map<string, Set<Stream>>();
  for (const one of collections) {
    if (!wish.streams.includes(one.stream)) continue;
    byDay.set(one.date, (byDay.get(one.date) ?? new Set()).add(one.stream));
  }
  return [...byDay]
    .map(([date, streams]) => ({
      at: instantOf(addDays(date, -wish.daysBefore), `${String(wish.hour).padStart(2, '0')}:00`),
      date,
      streams: [...streams].sort(),
    }))
    .filter((reminder) => reminder.at >= from && reminder.at < to)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Whether a house number is meant by `even`, `odd`, `1-19,40` or nothing (= all). */
export function isServed(numbers: string, house: number): boolean {
  if (!numbers) return true;
  return numbers.split(',').some((part) => {
    const wish = part.trim();
    if (wish === 'even') return house % 2 === 0;
    if (wish === 'odd') return house % 2 === 1;
    const [from, to = from] = wish.split('-').map(Number);
    return house >= from! && house <= to!;
  });
}

// Plans are published in autumn; a month before the end somebody must ask for the next one.
const WARN_DAYS = 30;

/** Days until the plan ends, when that is soon enough for the desk to act; null otherwise. */
export function daysUntilUncovered(coveredUntil: string, today: string): number | null {
  const left = daysBetween(today, coveredUntil);
  return left <= WARN_DAYS ? left : null;
}

function holidayNear(date: string, regular: string, holidays: HolidayCalendar): string | null {
  // Moved to a later day: a holiday in the week before; moved to an earlier one: a holiday up to the regular day.
  const [from, to] = date > regular ? [addDays(date, -7), date] : [date, addDays(regular, 1)];
  for (let day = to; day >= from; day = addDays(day, -1)) {
    const name = holidays.publicHoliday(day);
    if (name) return name;
  }
  return null;
}

function mostFrequentWeekday(dates: readonly PlannedDate[]): number {
  const counts = new Array<number>(8).fill(0);
  for (const { date } of dates) counts[weekdayOf(date)]!++;
  return counts.indexOf(Math.max(...counts));
}

function grouped(planned: readonly PlannedDate[]): Map<string, PlannedDate[]> {
  const groups = new Map<string, PlannedDate[]>();
  for (const one of planned) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

function keyOf(one: Pick<PlannedDate, 'stream' | 'rhythm'>): string {
  return `${one.stream} ${one.rhythm}`;
}
