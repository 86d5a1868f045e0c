import { addDays, civilDate, instantOf, weekdayOf } from '../dates/berlin.ts';
import type { HolidayCalendar } from '../holidays/holidays.ts';
import type { OpeningHours, OpeningRule, TimeSpan, YearDay } from './rules.ts';

export interface OpeningState {
  /** `unknown`: by arrangement, or a public holiday that the hours do not mention. */
  state: 'open' | 'closed' | 'unknown';
  open: boolean;
  /** When it closes; null when it is not open, always open, or the end is not known. */
  until: Date | null;
  /** When it opens next, within a year; null when it is always open or never opens. */
  next: Date | null;
  /** What the hours say in words about now, e.g. `nach Vereinbarung`. */
  note: string | null;
  /** Name of today's public holiday. */
  holiday: string | null;
}

interface Interval {
  from: number;
  to: number;
  openEnd: boolean;
  note: string | null;
}

interface Day {
  state: 'open' | 'closed' | 'unknown';
  spans: (TimeSpan & { note: string | null })[];
  note: string | null;
}

const LOOK_AHEAD_DAYS = 366;
const ALL_DAY: TimeSpan = { from: 0, to: 1440, openEnd: false };

/** Whether a place is open at `now`, in Europe/Berlin, with the public holidays of its state. */
export function openingState(hours: OpeningHours, now: Date, holidays: HolidayCalendar): OpeningState {
  const today = civilDate(now);
  const nowMs = now.getTime();
  const holiday = holidays.publicHoliday(today);
  const day = dayOf(hours, today, holidays);
  const current = [
    ...intervalsOf(hours, addDays(today, -1), holidays),
    ...intervalsOf(hours, today, holidays),
  ].filter((interval) => interval.from <= nowMs && nowMs < interval.to);

  if (current.length > 0) {
    const last = current.reduce((a, b) => (b.to > a.to ? b : a));
    const end = endOfOpening(hours, last, holidays);
    return {
      state: 'open',
      open: true,
      until: end && !last.openEnd ? new Date(end) : null,
      next: end ? nextOpening(hours, end, holidays) : null,
      note: last.note,
      holiday,
    };
  }
  const next = nextOpening(hours, nowMs, holidays);
  return {
    state: day.state === 'unknown' ? 'unknown' : 'closed',
    open: false,
    until: null,
    next,
    note: day.note,
    holiday,
  };
}

/** The spans of one civil date, as `openingState` and calendars use them. */
export function openingSpans(hours: OpeningHours, date: string, holidays: HolidayCalendar): TimeSpan[] {
  return dayOf(hours, date, holidays).spans.map(({ from, to, openEnd }) => ({ from, to, openEnd }));
}

/** Later rules replace earlier ones for the days they name, additions add. */
function dayOf(hours: OpeningHours, date: string, holidays: HolidayCalendar): Day {
  let day: Day = { state: 'closed', spans: [], note: null };
  let namesThisDay = false;
  for (const rule of hours) {
    if (!applies(rule, date, holidays)) continue;
    const spans = rule.state === 'open' ? (rule.spans.length > 0 ? rule.spans : [ALL_DAY]) : [];
    const noted = spans.map((span) => ({ ...span, note: rule.comment }));
    day =
      rule.isAddition && rule.state !== 'closed'
        ? { state: rule.state, spans: [...day.spans, ...noted], note: rule.comment ?? day.note }
        : { state: rule.state, spans: noted, note: rule.comment };
    if (rule.publicHolidays || rule.dates.length > 0 || isAlways(rule)) namesThisDay = true;
  }
  // Many offices forget `PH off`: on a holiday their weekday hours promise nothing.
  const isUnsure = holidays.publicHoliday(date) !== null && !namesThisDay && day.spans.length > 0;
  return isUnsure ? { state: 'unknown', spans: [], note: day.note } : day;
}

function isAlways(rule: OpeningRule): boolean {
  return rule.weekdays.length === 0 && rule.dates.length === 0 && rule.spans.length === 0;
}

function applies(rule: OpeningRule, date: string, holidays: HolidayCalendar): boolean {
  if (rule.dates.length > 0 && !rule.dates.some(({ from, to }) => isWithin(date, from, to))) return false;
  const onHoliday =
    (rule.publicHolidays && holidays.publicHoliday(date) !== null) ||
    (rule.schoolHolidays && holidays.schoolHoliday(date) !== null);
  const namesHolidays = rule.publicHolidays || rule.schoolHolidays;
  if (rule.weekdays.length === 0) return namesHolidays ? onHoliday : true;
  const onWeekday = rule.weekdays.some((day) => day.weekday === weekdayOf(date) && isNth(date, day.nth));
  if (!namesHolidays) return onWeekday;
  return rule.holidaysAndWeekdays ? onHoliday && onWeekday : onHoliday || onWeekday;
}

function isNth(date: string, nth: number | null): boolean {
  if (nth === null) return true;
  if (nth > 0) return Math.ceil(Number(date.slice(8)) / 7) === nth;
  const sevenLater = addDays(date, -7 * nth);
  const lastOnes = addDays(date, -7 * (nth + 1));
  return sevenLater.slice(0, 7) !== date.slice(0, 7) && lastOnes.slice(0, 7) === date.slice(0, 7);
}

function isWithin(date: string, from: YearDay, to: YearDay): boolean {
  const year = Number(date.slice(0, 4));
  if (from.year !== null) return iso(from, from.year) <= date && date <= iso(to, to.year ?? from.year);
  const begin = iso(from, year);
  const end = iso(to, year);
  return begin <= end ? begin <= date && date <= end : date >= begin || date <= end;
}

function iso(day: YearDay, year: number): string {
  return `${year}-${String(day.month).padStart(2, '0')}-${String(day.day).padStart(2, '0')}`;
}

function intervalsOf(hours: OpeningHours, date: string, holidays: HolidayCalendar): Interval[] {
  return dayOf(hours, date, holidays).spans.map((span) => ({
    from: atMinute(date, span.from),
    to: atMinute(date, span.to),
    openEnd: span.openEnd,
    note: span.note,
  }));
}

function atMinute(date: string, minute: number): number {
  const day = addDays(date, Math.floor(minute / 1440));
  const rest = minute % 1440;
  return instantOf(day, `${Math.floor(rest / 60)}:${rest % 60}`).getTime();
}

/** Follows spans that touch each other, also over midnight; null when it stays open for more than a week. */
function endOfOpening(hours: OpeningHours, from: Interval, holidays: HolidayCalendar): number | null {
  let end = from.to;
  let date = civilDate(new Date(from.from));
  for (let days = 0; days <= 8; days++) {
    for (const interval of intervalsOf(hours, date, holidays).sort((a, b) => a.from - b.from)) {
      if (interval.from <= end && interval.to > end) end = interval.to;
    }
    if (civilDate(new Date(end)) <= date) return end;
    date = addDays(date, 1);
  }
  return null;
}

function nextOpening(hours: OpeningHours, afterMs: number, holidays: HolidayCalendar): Date | null {
  let date = civilDate(new Date(afterMs));
  for (let days = 0; days <= LOOK_AHEAD_DAYS; days++) {
    const starts = intervalsOf(hours, date, holidays)
      .map((interval) => interval.from)
      .filter((from) => from > afterMs);
    if (starts.length > 0) return new Date(Math.min(...starts));
    date = addDays(date, 1);
  }
  return null;
}
