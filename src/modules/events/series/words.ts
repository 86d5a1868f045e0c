import {
  civilDate,
  instantOfMoment,
  parseRecurrence,
  partsOf,
  showDay,
  showPartialDate,
  showTime,
  showWeekday,
} from '#platform/formats';
import type { RecurrenceRule } from '#platform/formats';
import type { Locale } from '#platform/scope';
import type { Series } from './dates.ts';
import { isSeries } from './dates.ts';

const ORDINALS: Record<'de' | 'en', Record<number, string>> = {
  de: { 1: '1.', 2: '2.', 3: '3.', 4: '4.', 5: '5.', [-1]: 'letzten', [-2]: 'vorletzten' },
  en: { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', 5: 'fifth', [-1]: 'last', [-2]: 'second to last' },
};

interface Words {
  and: string;
  every(unit: 'day' | 'week' | 'month' | 'year', count: number): string;
  weekly(days: string[], every: number, isWorkdays: boolean): string;
  onDay(day: number): string;
  onNth(nth: string, weekday: string): string;
  inMonth(month: string): string;
  until(day: string): string;
  times(count: number): string;
  clock(from: string, to: string | null): string;
  skips: Record<'public-holidays' | 'school-holidays', string>;
  often: string;
  severalDays: string;
}

const UNITS_DE = {
  day: ['jeden Tag', 'Tage'],
  week: ['jede Woche', 'Wochen'],
  month: ['jeden Monat', 'Monate'],
  year: ['jedes Jahr', 'Jahre'],
};
const UNITS_EN = {
  day: ['every day', 'days'],
  week: ['every week', 'weeks'],
  month: ['every month', 'months'],
  year: ['every year', 'years'],
};

const DE: Words = {
  and: ' und ',
  every: (unit, count) => (count === 1 ? UNITS_DE[unit][0]! : `alle ${count} ${UNITS_DE[unit][1]}`),
  weekly: (days, every, isWorkdays) => {
    if (isWorkdays && every === 1) return 'montags bis freitags';
    return every === 1
      ? `jeden ${joined(days, ' und ')}`
      : `alle ${every} Wochen am ${joined(days, ' und ')}`;
  },
  onDay: (day) => (day === -1 ? 'am letzten Tag' : `am ${day}.`),
  onNth: (nth, weekday) => `am ${nth} ${weekday}`,
  inMonth: (month) => `im ${month}`,
  until: (day) => `bis ${day}`,
  times: (count) => (count === 1 ? 'einmal' : `${count} Mal`),
  clock: (from, to) => (to ? `${from} bis ${to} Uhr` : `${from} Uhr`),
  skips: { 'public-holidays': 'nicht an Feiertagen', 'school-holidays': 'nicht in den Schulferien' },
  often: 'regelmäßig',
  severalDays: 'an mehreren Tagen',
};

const EN: Words = {
  and: ' and ',
  every: (unit, count) => (count === 1 ? UNITS_EN[unit][0]! : `every ${count} ${UNITS_EN[unit][1]}`),
  weekly: (days, every, isWorkdays) => {
    if (isWorkdays && every === 1) return 'Monday to Friday';
    return every === 1
      ? `every ${joined(days, ' and ')}`
      : `every ${every} weeks on ${joined(days, ' and ')}`;
  },
  onDay: (day) => (day === -1 ? 'on the last day' : `on day ${day}`),
  onNth: (nth, weekday) => `on the ${nth} ${weekday}`,
  inMonth: (month) => `in ${month}`,
  until: (day) => `until ${day}`,
  times: (count) => (count === 1 ? 'once' : `${count} times`),
  clock: (from, to) => (to ? `${from} to ${to}` : from),
  skips: { 'public-holidays': 'not on public holidays', 'school-holidays': 'not during school holidays' },
  often: 'regularly',
  severalDays: 'on several days',
};

const EXCEPTIONS_TOLD = 10;

/** What is different on single dates, the last ones of many: `Do., 3. Dezember 2026, 08:00 Uhr: abgesagt`. */
export function exceptionsInWords(event: Series): string[] {
  return event.overrides.slice(-EXCEPTIONS_TOLD).flatMap(({ recurrenceId, start, status, note, venue }) => {
    const what =
      status === 'cancelled'
        ? 'abgesagt'
        : start
          ? `verlegt auf ${momentInWords(start)}`
          : venue
            ? `an diesem Tag: ${venue}`
            : '';
    const said = [what, note.replace(/\.$/, '')].filter(Boolean).join(', ');
    return said ? [`${momentInWords(recurrenceId)}: ${said}`] : [];
  });
}

function momentInWords(moment: string): string {
  const instant = instantOfMoment(moment);
  return moment.length === 8 ? showDay(instant) : `${showDay(instant)}, ${showTime(instant)} Uhr`;
}

/** `jeden Donnerstag, 08:00 bis 13:00 Uhr, nicht an Feiertagen` – empty for an event of one date. */
export function seriesInWords(event: Series, locale: Locale = 'de'): string {
  if (!isSeries(event)) return '';
  const words = locale === 'en' ? EN : DE;
  const rule = event.rule === null ? null : parseRecurrence(event.rule);
  const when =
    rule === null
      ? words.severalDays
      : rule.ok
        ? rhythmOf(rule.value, event.startsAt, words, locale)
        : words.often;
  const clock = event.allDay
    ? null
    : words.clock(showTime(event.startsAt, locale), event.endsAt && showTime(event.endsAt, locale));
  const skips = event.skips.map((skip) => words.skips[skip]);
  return [when, clock, rule?.ok ? endOf(rule.value, words, locale) : null, ...skips]
    .filter(Boolean)
    .join(', ');
}

function rhythmOf(rule: RecurrenceRule, startsAt: Date, words: Words, locale: Locale): string {
  if (rule.positions.length > 0) return words.often;
  const start = civilDate(startsAt);
  const weekday = (number: number) => showWeekday(number, locale);
  if (rule.frequency === 'DAILY')
    return rule.weekdays.length + rule.monthDays.length + rule.months.length > 0
      ? words.often
      : words.every('day', rule.interval);
  if (rule.frequency === 'WEEKLY') {
    const days = rule.weekdays.map((day) => day.weekday).sort();
    if (days.length === 0) days.push(new Date(`${start}T12:00:00Z`).getUTCDay() || 7);
    if (days.length === 7) return words.every('day', rule.interval);
    return words.weekly(days.map(weekday), rule.interval, days.join('') === '12345');
  }
  const on = dayOf(rule, start, words, weekday, locale);
  if (on === null) return words.often;
  if (rule.frequency === 'MONTHLY') return `${words.every('month', rule.interval)} ${on}`;
  const month = rule.months[0] ?? Number(start.slice(5, 7));
  if (rule.months.length > 1 || (rule.weekdays.length > 0 && rule.months.length === 0)) return words.often;
  const name = monthName(month, locale);
  const inMonth = rule.weekdays.length > 0 ? words.inMonth(name) : name;
  return `${words.every('year', rule.interval)} ${on} ${inMonth}`;
}

/** Which day of a month is meant: by its number, or the nth of its weekdays. Null for what is beyond a sentence. */
function dayOf(
  rule: RecurrenceRule,
  start: string,
  words: Words,
  weekday: (number: number) => string,
  locale: Locale,
): string | null {
  if (rule.weekdays.length > 0) {
    if (rule.monthDays.length > 0 || rule.weekdays.some((day) => day.nth === null)) return null;
    const ordinals = ORDINALS[locale === 'en' ? 'en' : 'de'];
    return joined(
      rule.weekdays.map((day) => words.onNth(ordinals[day.nth!] ?? `${day.nth}.`, weekday(day.weekday))),
      words.and,
    );
  }
  const days = rule.monthDays.length > 0 ? rule.monthDays : [Number(start.slice(8))];
  return joined(days.map(words.onDay), words.and);
}

function monthName(month: number, locale: Locale): string {
  return showPartialDate(`2026-${String(month).padStart(2, '0')}`, locale).replace(/ ?2026/, '');
}

function endOf(rule: RecurrenceRule, words: Words, locale: Locale): string | null {
  if (rule.count !== null) return words.times(rule.count);
  if (!rule.until) return null;
  const day = rule.until.endsWith('Z')
    ? civilDate(new Date(`${partsOf(rule.until).date}T${partsOf(rule.until).time}Z`))
    : partsOf(rule.until).date;
  return words.until(showPartialDate(day, locale));
}

function joined(parts: string[], and: string): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')}${and}${parts.at(-1)}`;
}
