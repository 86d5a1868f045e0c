import { showWeekday } from '../dates/show.ts';
import type { OpeningHours, OpeningRule, TimeSpan, YearDay } from './rules.ts';

export interface OpeningHoursRow {
  /** `Montag`, `Feiertage`, `1. April bis 31. Oktober: Samstag`. */
  label: string;
  /** 1 = Monday … 7 = Sunday; null for holidays and seasons. */
  weekday: number | null;
  /** `08:00–12:00`; empty when closed or not known. */
  times: string[];
  closed: boolean;
  note: string | null;
}

interface Words {
  allDay: string;
  publicHolidays: string;
  schoolHolidays: string;
  to: string;
  from: string;
  last: string;
  nth: (nth: number) => string;
}

const WORDS: Record<'de' | 'en', Words> = {
  de: {
    allDay: 'ganztägig',
    publicHolidays: 'Feiertage',
    schoolHolidays: 'Schulferien',
    to: 'bis',
    from: 'ab',
    last: 'letzter',
    nth: (nth) => `${nth}.`,
  },
  en: {
    allDay: 'all day',
    publicHolidays: 'public holidays',
    schoolHolidays: 'school holidays',
    to: 'to',
    from: 'from',
    last: 'last',
    nth: (nth) => ['1st', '2nd', '3rd', '4th', '5th'][nth - 1]!,
  },
};

/** Opening hours for reading: one row for each weekday, then holidays and seasons. */
export function describeOpeningHours(hours: OpeningHours, locale = 'de'): OpeningHoursRow[] {
  const words = locale === 'en' ? WORDS.en : WORDS.de;
  const plain = hours.filter(isPlain);
  const rows =
    plain.length > 0 ? [1, 2, 3, 4, 5, 6, 7].map((weekday) => weekdayRow(plain, weekday, locale, words)) : [];
  for (const rule of hours) {
    const isAlsoPlain = isPlain(rule) && !rule.publicHolidays && !rule.schoolHolidays;
    if (!isAlsoPlain) rows.push(ruleRow(rule, locale, words));
  }
  return rows;
}

/** A rule that says something about ordinary weeks of the whole year. */
function isPlain(rule: OpeningRule): boolean {
  if (rule.dates.length > 0 || rule.weekdays.some((day) => day.nth !== null)) return false;
  const namesHolidays = rule.publicHolidays || rule.schoolHolidays;
  return rule.weekdays.length > 0 ? !rule.holidaysAndWeekdays : !namesHolidays;
}

function weekdayRow(rules: OpeningRule[], weekday: number, locale: string, words: Words): OpeningHoursRow {
  let row: OpeningHoursRow = {
    label: showWeekday(weekday, locale),
    weekday,
    times: [],
    closed: true,
    note: null,
  };
  for (const rule of rules) {
    if (rule.weekdays.length > 0 && !rule.weekdays.some((day) => day.weekday === weekday)) continue;
    const times = timesOf(rule, words);
    row = {
      ...row,
      times: rule.isAddition ? [...row.times, ...times] : times,
      closed: rule.state === 'closed',
      note: rule.comment,
    };
  }
  return row;
}

function ruleRow(rule: OpeningRule, locale: string, words: Words): OpeningHoursRow {
  const seasons = rule.dates.map((range) => seasonText(range, locale, words)).join(', ');
  const days = [
    ...(rule.publicHolidays ? [words.publicHolidays] : []),
    ...(rule.schoolHolidays ? [words.schoolHolidays] : []),
    ...(isPlain(rule) ? [] : weekdaysText(rule, locale, words)),
  ].join(', ');
  return {
    label: [seasons, days].filter(Boolean).join(': '),
    weekday: null,
    times: timesOf(rule, words),
    closed: rule.state === 'closed',
    note: rule.comment,
  };
}

function weekdaysText(rule: OpeningRule, locale: string, words: Words): string[] {
  const days = rule.weekdays;
  const isRun =
    days.length > 2 && days.every((day, i) => day.nth === null && day.weekday === days[0]!.weekday + i);
  if (isRun)
    return [
      `${showWeekday(days[0]!.weekday, locale)} ${words.to} ${showWeekday(days.at(-1)!.weekday, locale)}`,
    ];
  return days.map(({ weekday, nth }) => {
    const name = showWeekday(weekday, locale);
    return nth === null ? name : `${nth < 0 ? words.last : words.nth(nth)} ${name}`;
  });
}

function timesOf(rule: OpeningRule, words: Words): string[] {
  if (rule.state !== 'open') return [];
  return rule.spans.length === 0 ? [words.allDay] : rule.spans.map((span) => spanText(span, words));
}

function spanText({ from, to, openEnd }: TimeSpan, words: Words): string {
  return openEnd ? `${words.from} ${clock(from)}` : `${clock(from)}–${clock(to)}`;
}

function clock(minute: number): string {
  const within = minute > 1440 ? minute - 1440 : minute;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
}

function seasonText({ from, to }: { from: YearDay; to: YearDay }, locale: string, words: Words): string {
  const isOneDay = from.month === to.month && from.day === to.day;
  const begin = dayText(from, locale);
  return isOneDay ? begin : `${begin} ${words.to} ${dayText(to, locale)}`;
}

function dayText(day: YearDay, locale: string): string {
  const month = monthNames(locale)[day.month - 1]!;
  const text = locale === 'en' ? `${day.day} ${month}` : `${day.day}. ${month}`;
  return day.year === null ? text : `${text} ${day.year}`;
}

const namesByLocale = new Map<string, string[]>();

function monthNames(locale: string): string[] {
  const tag = locale === 'en' ? 'en-GB' : 'de-DE';
  let names = namesByLocale.get(tag);
  if (!names) {
    const format = new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' });
    names = Array.from({ length: 12 }, (_, month) => format.format(new Date(Date.UTC(2000, month))));
    namesByLocale.set(tag, names);
  }
  return names;
}
