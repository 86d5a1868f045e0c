import { addDays, weekdayOf } from '../dates/berlin.ts';
import { schoolHolidays as knownSchoolHolidays } from './school-holidays.ts';
import type { SchoolHoliday } from './school-holidays.ts';
import type { State } from './states.ts';

export interface Holiday {
  /** `YYYY-MM-DD`. */
  date: string;
  name: string;
}

/** Asks for one day, so that callers need not know which years they touch. */
export interface HolidayCalendar {
  publicHoliday(date: string): string | null;
  /** Name of the holidays, e.g. `Sommerferien`; null also where they are not known. */
  schoolHoliday(date: string): string | null;
}

interface HolidayRule {
  name: string;
  on: (year: number) => string;
  /** Missing: in all states. A number is the first year it was kept there. */
  states?: Partial<Record<State, number>>;
}

const fixed = (monthDay: string) => (year: number) => `${year}-${monthDay}`;
const afterEaster = (days: number) => (year: number) => addDays(easterSunday(year), days);
const always = (...states: State[]) => Object.fromEntries(states.map((state) => [state, 0]));

// The holiday laws of the states. The Assumption is a holiday in Bavaria where the parish is mostly Catholic, which
// holds for most of its municipalities; Corpus Christi in single places of Saxony and Thuringia is left out.
const RULES: HolidayRule[] = [
  { name: 'Neujahr', on: fixed('01-01') },
  { name: 'Heilige Drei Könige', on: fixed('01-06'), states: always('BW', 'BY', 'ST') },
  { name: 'Frauentag', on: fixed('03-08'), states: { BE: 2019, MV: 2023 } },
  { name: 'Karfreitag', on: afterEaster(-2) },
  { name: 'Ostersonntag', on: afterEaster(0), states: always('BB') },
  { name: 'Ostermontag', on: afterEaster(1) },
  { name: 'Erster Mai', on: fixed('05-01') },
  { name: 'Christi Himmelfahrt', on: afterEaster(39) },
  { name: 'Pfingstsonntag', on: afterEaster(49), states: always('BB') },
  { name: 'Pfingstmontag', on: afterEaster(50) },
  { name: 'Fronleichnam', on: afterEaster(60), states: always('BW', 'BY', 'HE', 'NW', 'RP', 'SL') },
  { name: 'Mariä Himmelfahrt', on: fixed('08-15'), states: always('BY', 'SL') },
  { name: 'Weltkindertag', on: fixed('09-20'), states: { TH: 2019 } },
  { name: 'Tag der Deutschen Einheit', on: fixed('10-03') },
  {
    name: 'Reformationstag',
    on: fixed('10-31'),
    states: { ...always('BB', 'MV', 'SN', 'ST', 'TH'), HB: 2018, HH: 2018, NI: 2018, SH: 2018 },
  },
  { name: 'Allerheiligen', on: fixed('11-01'), states: always('BW', 'BY', 'NW', 'RP', 'SL') },
  { name: 'Buß- und Bettag', on: repentanceDay, states: always('SN') },
  { name: 'Erster Weihnachtstag', on: fixed('12-25') },
  { name: 'Zweiter Weihnachtstag', on: fixed('12-26') },
];

/** Public holidays of a state in a year from 1995 on, in order of date. */
export function holidays(state: State, year: number): Holiday[] {
  return RULES.filter((rule) => isKept(rule, state, year))
    .map((rule) => ({ date: rule.on(year), name: rule.name }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** A calendar that works out a year when it is first asked for, with the school holidays known for the state. */
export function holidayCalendar(
  state: State,
  schoolHolidays: readonly SchoolHoliday[] = knownSchoolHolidays(state),
): HolidayCalendar {
  const years = new Map<number, Map<string, string>>();
  return {
    publicHoliday(date) {
      const year = Number(date.slice(0, 4));
      let days = years.get(year);
      if (!days) years.set(year, (days = new Map(holidays(state, year).map((day) => [day.date, day.name]))));
      return days.get(date) ?? null;
    },
    schoolHoliday: (date) => schoolHolidays.find(({ from, to }) => from <= date && date <= to)?.name ?? null,
  };
}

function isKept(rule: HolidayRule, state: State, year: number): boolean {
  // 500 years after the theses, all states kept the day once.
  if (rule.name === 'Reformationstag' && year === 2017) return true;
  if (!rule.states) return true;
  const since = rule.states[state];
  return since !== undefined && year >= since;
}

/**
 * Easter Sunday of the Gregorian calendar. Method of the anonymous correspondent to *Nature*, 1876, as given by
 * J. Meeus, Astronomical Algorithms, chapter 8; the letters are his.
 */
export function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The Wednesday before 23 November. */
function repentanceDay(year: number): string {
  const before = `${year}-11-22`;
  return addDays(before, -((weekdayOf(before) + 4) % 7));
}
