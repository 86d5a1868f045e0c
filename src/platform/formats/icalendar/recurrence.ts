import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import { addDays, daysBetween, weekdayOf } from '../dates/berlin.ts';

/** A recurrence rule of RFC 5545, section 3.3.10, as far as it speaks of days. */
export interface RecurrenceRule {
  frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  interval: number;
  count: number | null;
  /** As written: `YYYYMMDD` or `YYYYMMDDTHHMMSS` with or without `Z`. */
  until: string | null;
  /** 1 = Monday; `nth` counts within the month or year, from the end when negative. */
  weekdays: { weekday: number; nth: number | null }[];
  monthDays: number[];
  months: number[];
  positions: number[];
  weekStart: number;
}

export type RuleFault = 'rule-broken' | 'rule-not-supported';

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const NOT_SUPPORTED = new Set([
  'BYWEEKNO',
  'BYYEARDAY',
  'BYHOUR',
  'BYMINUTE',
  'BYSECOND',
  'BYEASTER',
  'RSCALE',
  'SKIP',
]);
/** Enough for a daily count since 1970; beyond it a rule that never matches would keep us forever. */
const MAX_PERIODS = 25_000;
/** No calendar program writes a longer one. */
const LONGEST_RULE = 500;
/** A longer period holds more days to look at, and takes as much of the budget as its weeks. */
const COST = { DAILY: 1, WEEKLY: 1, MONTHLY: 5, YEARLY: 53 };

/** Reads `FREQ=WEEKLY;BYDAY=MO,TH;COUNT=10`. Rules by hour, week or day of the year are not supported. */
export function parseRecurrence(text: string): Outcome<RecurrenceRule, RuleFault> {
  if (text.length > LONGEST_RULE) return refuse('rule-broken', { values: { part: text.slice(0, 100) } });
  const parts = new Map(
    text
      .toUpperCase()
      .split(';')
      .filter(Boolean)
      .map((part) => part.split('=', 2) as [string, string]),
  );
  const unsupported = [...parts.keys()].find((name) => NOT_SUPPORTED.has(name));
  const frequency = parts.get('FREQ') ?? '';
  if (unsupported || /^(SECOND|MINUTE|HOUR)LY$/.test(frequency)) {
    return refuse('rule-not-supported', { values: { part: unsupported ?? frequency } });
  }
  const weekdays = listOf(parts.get('BYDAY')).map(readWeekday);
  const rule: RecurrenceRule = {
    frequency: frequency as RecurrenceRule['frequency'],
    interval: Number(parts.get('INTERVAL') ?? 1),
    count: parts.has('COUNT') ? Number(parts.get('COUNT')) : null,
    until: parts.get('UNTIL') ?? null,
    weekdays: weekdays.filter((day) => day !== null),
    monthDays: listOf(parts.get('BYMONTHDAY')).map(Number),
    months: listOf(parts.get('BYMONTH')).map(Number),
    positions: listOf(parts.get('BYSETPOS')).map(Number),
    weekStart: WEEKDAYS.indexOf(parts.get('WKST') ?? 'MO') + 1,
  };
  const sound =
    /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/.test(frequency) &&
    isWithin([rule.interval], 1, 1000) &&
    isWithin(rule.count === null ? [] : [rule.count], 1, 100_000) &&
    (rule.until === null || /^\d{8}(T\d{6}Z?)?$/.test(rule.until)) &&
    weekdays.length === rule.weekdays.length &&
    isWithin(rule.monthDays.map(Math.abs), 1, 31) &&
    isWithin(rule.months, 1, 12) &&
    isWithin(rule.positions.map(Math.abs), 1, 366) &&
    rule.weekStart > 0;
  return sound ? done(rule) : refuse('rule-broken', { values: { part: text.slice(0, 100) } });
}

function listOf(text: string | undefined): string[] {
  return text ? [...new Set(text.split(','))] : [];
}

function readWeekday(text: string): { weekday: number; nth: number | null } | null {
  const match = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(text);
  const weekday = WEEKDAYS.indexOf(match?.[2] ?? '') + 1;
  const nth = match?.[1] ? Number(match[1]) : null;
  return weekday > 0 && Math.abs(nth ?? 1) <= 53 ? { weekday, nth } : null;
}

function isWithin(values: number[], low: number, high: number): boolean {
  return values.every((value) => Number.isInteger(value) && low <= value && value <= high);
}

export interface RecurrenceWish {
  /** Civil dates; without a count the days before `from` are not even looked at. */
  from?: string;
  last: string;
  /** Periods that may still be looked at, over all rules of a document; months and years cost as many as their weeks. */
  budget?: { periods: number };
}

/**
 * The days of a rule from `start` on, in order, up to and with `last`. `start` is always the first, as RFC 5545
 * says; days that do not exist (31 April, 29 February in most years) are skipped, not moved.
 */
export function* recurrenceDates(
  rule: RecurrenceRule,
  start: string,
  wish: RecurrenceWish,
): Generator<string> {
  const { last, from = start, budget = { periods: MAX_PERIODS } } = wish;
  yield start;
  let given = 1;
  // A count has to count from the start; all other rules can begin near the days that are wanted.
  for (let period = rule.count === null ? periodBefore(rule, start, from) : 0; budget.periods > 0; period++) {
    budget.periods = Math.max(0, budget.periods - COST[rule.frequency]);
    const { days, begin } = periodOf(rule, start, period);
    // Beyond the year 9999 dates no longer compare as texts.
    if (begin > last || begin.length > 10) return;
    for (const date of pick(days, rule.positions)) {
      if (date <= start) continue;
      if (date > last || (rule.count !== null && given >= rule.count)) return;
      given++;
      yield date;
    }
    if (rule.count !== null && given >= rule.count) return;
  }
}

/** A period that surely begins before `from`. */
function periodBefore(rule: RecurrenceRule, start: string, from: string): number {
  const daysOfPeriod = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 }[rule.frequency];
  return Math.max(0, Math.floor(daysBetween(start, from) / (daysOfPeriod * rule.interval)) - 1);
}

/** All days of the rule's `n`th day, week, month or year. */
function periodOf(rule: RecurrenceRule, start: string, n: number): { days: string[]; begin: string } {
  const step = n * rule.interval;
  if (rule.frequency === 'DAILY') {
    const date = addDays(start, step);
    return {
      begin: date,
      days: [date].filter((day) => fitsMonth(rule, day) && fitsMonthDay(rule, day) && fitsWeekday(rule, day)),
    };
  }
  if (rule.frequency === 'WEEKLY') {
    const begin = addDays(start, -((weekdayOf(start) - rule.weekStart + 7) % 7) + 7 * step);
    const wanted = rule.weekdays.length > 0 ? rule.weekdays.map((day) => day.weekday) : [weekdayOf(start)];
    const days = [0, 1, 2, 3, 4, 5, 6].map((day) => addDays(begin, day));
    return { begin, days: days.filter((day) => wanted.includes(weekdayOf(day)) && fitsMonth(rule, day)) };
  }
  if (rule.frequency === 'MONTHLY') {
    const months = Number(start.slice(0, 4)) * 12 + Number(start.slice(5, 7)) - 1 + step;
    const begin = `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`;
    return { begin, days: fitsMonth(rule, begin) ? daysOfMonth(rule, start, begin) : [] };
  }
  const year = String(Number(start.slice(0, 4)) + step).padStart(4, '0');
  return { begin: `${year}-01-01`, days: daysOfYear(rule, start, year) };
}

function daysOfMonth(rule: RecurrenceRule, start: string, begin: string): string[] {
  const days = daysFrom(begin, monthEnd(begin));
  if (rule.weekdays.length === 0 && rule.monthDays.length === 0) {
    return days.filter((day) => day.slice(8) === start.slice(8));
  }
  return days.filter((day) => fitsMonthDay(rule, day) && fitsNthWeekday(rule, day, days));
}

function daysOfYear(rule: RecurrenceRule, start: string, year: string): string[] {
  const months = rule.months.length > 0 ? [...rule.months].sort((a, b) => a - b) : null;
  const begins = (months ?? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]).map(
    (month) => `${year}-${String(month).padStart(2, '0')}-01`,
  );
  if (months || rule.monthDays.length > 0) return begins.flatMap((begin) => daysOfMonth(rule, start, begin));
  if (rule.weekdays.length === 0)
    return begins.flatMap((begin) =>
      begin.slice(5, 7) === start.slice(5, 7) ? daysOfMonth(rule, start, begin) : [],
    );
  const days = daysFrom(`${year}-01-01`, `${year}-12-31`);
  return days.filter((day) => fitsNthWeekday(rule, day, days));
}

function daysFrom(first: string, last: string): string[] {
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, day) => addDays(first, day));
}

function monthEnd(begin: string): string {
  const next = addDays(begin, 31);
  return addDays(next, -Number(next.slice(8)));
}

function fitsMonth(rule: RecurrenceRule, date: string): boolean {
  return rule.months.length === 0 || rule.months.includes(Number(date.slice(5, 7)));
}

function fitsMonthDay(rule: RecurrenceRule, date: string): boolean {
  if (rule.monthDays.length === 0) return true;
  const day = Number(date.slice(8));
  const length = Number(monthEnd(`${date.slice(0, 8)}01`).slice(8));
  return rule.monthDays.some((wanted) => wanted === day || wanted === day - length - 1);
}

function fitsWeekday(rule: RecurrenceRule, date: string): boolean {
  return rule.weekdays.length === 0 || rule.weekdays.some((day) => day.weekday === weekdayOf(date));
}

/** `2MO` is the second Monday of `days`, `-1FR` the last Friday, `SA` every Saturday. */
function fitsNthWeekday(rule: RecurrenceRule, date: string, days: string[]): boolean {
  if (rule.weekdays.length === 0) return true;
  const own = weekdayOf(date);
  const meant = rule.weekdays.filter(({ weekday }) => weekday === own);
  if (meant.length === 0 || meant.some(({ nth }) => nth === null)) return meant.length > 0;
  const fromBegin = Math.floor(daysBetween(days[0]!, date) / 7) + 1;
  const fromEnd = -Math.floor(daysBetween(date, days.at(-1)!) / 7) - 1;
  return meant.some(({ nth }) => nth === fromBegin || nth === fromEnd);
}

/** `BYSETPOS`: 1 is the first day of the period, -1 the last. */
function pick(days: string[], positions: number[]): string[] {
  if (positions.length === 0) return days;
  return days.filter((_, i) => positions.includes(i + 1) || positions.includes(i - days.length));
}
