import type { FormWords } from '#modules/publishing';
import { civilDate, parseRecurrence, partsOf, weekdayOf } from '#platform/formats';
import type { RecurrenceRule } from '#platform/formats';

/** How the desk's form says when an event repeats. `other` is a rule the form has no words for; it stays as it is. */
export const REPEATS = [
  'once',
  'daily',
  'weekly',
  'monthly-day',
  'monthly-weekday',
  'yearly',
  'other',
] as const;
export type RepeatKind = (typeof REPEATS)[number];

export const WEEKDAY_CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

export interface Repeat {
  kind: RepeatKind;
  every: number;
  /** For weekly ones; the day of the start when none is chosen. */
  weekdays: readonly string[];
  /** `YYYY-MM-DD`, the last day that may be a date. */
  until: string | null;
  count: number | null;
}

export const ONCE: Repeat = { kind: 'once', every: 1, weekdays: [], until: null, count: null };

/** The rule a choice in the form means; the start says which day of the week or month. */
export function ruleOfRepeat(repeat: Repeat, startsAt: Date, before: string | null): string | null {
  const start = civilDate(startsAt);
  const parts = {
    once: null,
    other: null,
    daily: ['FREQ=DAILY'],
    weekly: ['FREQ=WEEKLY', `BYDAY=${weekdaysOf(repeat, start).join(',')}`],
    'monthly-day': ['FREQ=MONTHLY', `BYMONTHDAY=${Number(start.slice(8))}`],
    'monthly-weekday': ['FREQ=MONTHLY', `BYDAY=${nthWeekday(start)}`],
    yearly: ['FREQ=YEARLY'],
  }[repeat.kind];
  if (!parts) return repeat.kind === 'other' ? before : null;
  const [frequency, ...days] = parts;
  return [
    frequency,
    ...(repeat.every !== 1 ? [`INTERVAL=${repeat.every}`] : []),
    ...days,
    ...(repeat.count !== null
      ? [`COUNT=${repeat.count}`]
      : repeat.until
        ? [`UNTIL=${repeat.until.replaceAll('-', '')}`]
        : []),
  ].join(';');
}

function weekdaysOf(repeat: Repeat, start: string): readonly string[] {
  const chosen = WEEKDAY_CODES.filter((code) => repeat.weekdays.includes(code));
  return chosen.length > 0 ? chosen : [WEEKDAY_CODES[weekdayOf(start) - 1]!];
}

/** `2TU` for the second Tuesday; a fifth is meant as the last, which every month has. */
function nthWeekday(start: string): string {
  const nth = Math.ceil(Number(start.slice(8)) / 7);
  return `${nth > 4 ? -1 : nth}${WEEKDAY_CODES[weekdayOf(start) - 1]}`;
}

/** What the form shows for a rule. */
export function repeatOfRule(rule: string | null, startsAt: Date): Repeat {
  if (rule === null) return ONCE;
  const read = parseRecurrence(rule);
  if (!read.ok) return { ...ONCE, kind: 'other' };
  const { interval, count, until, weekdays } = read.value;
  const repeat = {
    kind: kindOf(read.value),
    every: interval,
    weekdays: weekdays.map((day) => WEEKDAY_CODES[day.weekday - 1]!),
    until: until ? partsOf(until).date : null,
    count,
  };
  // What the form cannot say in full it does not touch.
  const again = ruleOfRepeat(repeat, startsAt, rule);
  return sameDays(again, rule, startsAt) ? repeat : { ...repeat, kind: 'other' };
}

function kindOf(rule: RecurrenceRule): RepeatKind {
  if (rule.frequency === 'MONTHLY') return rule.weekdays.length > 0 ? 'monthly-weekday' : 'monthly-day';
  return { DAILY: 'daily', WEEKLY: 'weekly', YEARLY: 'yearly' }[rule.frequency] as RepeatKind;
}

function sameDays(again: string | null, rule: string, startsAt: Date): boolean {
  const a = again === null ? null : parseRecurrence(again);
  const b = parseRecurrence(rule);
  return (
    a?.ok === true &&
    b.ok &&
    JSON.stringify(essence(a.value, startsAt)) === JSON.stringify(essence(b.value, startsAt))
  );
}

/** A rule with what it leaves to the start filled in. */
function essence(rule: RecurrenceRule, startsAt: Date) {
  const start = civilDate(startsAt);
  const weekdays =
    rule.frequency === 'WEEKLY' && rule.weekdays.length === 0
      ? [{ weekday: weekdayOf(start), nth: null }]
      : [...rule.weekdays].sort((a, b) => a.weekday - b.weekday);
  const monthDays =
    rule.frequency === 'MONTHLY' && rule.weekdays.length + rule.monthDays.length === 0
      ? [Number(start.slice(8))]
      : rule.monthDays;
  const until = rule.until ? partsOf(rule.until).date : null;
  return { ...rule, weekdays, monthDays, until, weekStart: 0 };
}

/** The fields of the form that a rule is made of. */
const FORM_FIELDS = ['rule', 'every', 'weekdays', 'until', 'count'];

/** How the desk's form speaks of the rule. */
export const repeatInForm: FormWords = {
  toForm(details) {
    const { rule, startsAt } = details as { rule: string | null; startsAt: Date };
    const { kind, ...repeat } = repeatOfRule(rule, startsAt);
    return { ...details, ...repeat, rule: kind };
  },
  fromForm(values, before) {
    const { startsAt, rule: repeat, every, weekdays, until, count } = values;
    const details = Object.fromEntries(
      Object.entries(values).filter(([name]) => !FORM_FIELDS.includes(name)),
    );
    const kind = REPEATS.find((one) => one === repeat) ?? 'once';
    const rule = typeof before.rule === 'string' ? before.rule : null;
    // Without a start there is no rule; the form says that the start is missing.
    if (!(startsAt instanceof Date)) return { ...details, rule };
    const chosen = {
      kind,
      every: every === undefined ? 1 : Number(every),
      weekdays: Array.isArray(weekdays) ? weekdays.map(String) : [],
      until: until ? String(until) : null,
      count: count === undefined ? null : Number(count),
    };
    return { ...details, rule: ruleOfRepeat(chosen, startsAt, rule) };
  },
};
