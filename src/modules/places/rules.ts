import {
  addDays,
  civilDate,
  describeOpeningHours,
  holidayCalendar,
  instantOf,
  openingSpans,
  openingState,
  parseOpeningHours,
} from '#platform/formats';
import type { OpeningHoursRow, State } from '#platform/formats';
import { exceptionRule, readException } from './exceptions.ts';
import type { PlaceDetails } from './model.ts';

/** What a reader wants to know of opening hours at an instant. */
export interface Opening {
  /** Whether hours are documented and say something about now. */
  known: boolean;
  open: boolean;
  /** When it closes, when it opens next; null where that is not known. */
  until: Date | null;
  next: Date | null;
  rows: { day: string; text: string; closed: boolean }[];
  /** What the hours say in words about now, e.g. `nach Vereinbarung`. */
  note: string | null;
  /** Name of today's public holiday. */
  holidayNote: string | null;
  /** Closed for a while, whatever the hours say. */
  closure: Closure | null;
}

export interface Closure {
  /** The last day; null when nobody knows. */
  until: string | null;
  reason: string;
}

const UNKNOWN: Opening = {
  known: false,
  open: false,
  until: null,
  next: null,
  rows: [],
  note: null,
  holidayNote: null,
  closure: null,
};

export type PlaceHours = Pick<PlaceDetails, 'openingHours'> &
  Partial<Pick<PlaceDetails, 'exceptions' | 'closedFrom' | 'closedUntil' | 'closedReason'>>;

/** Opening hours of a place at an instant, with the public holidays of its Land, days that differ, and closures. */
export function openingAt(place: PlaceHours, state: string, now: Date, locale = 'de'): Opening {
  const closure = closureOn(place, civilDate(now));
  const shut = closure ? { ...UNKNOWN, known: true, closure, next: null } : UNKNOWN;
  const hours = hoursOf(place, civilDate(now));
  if (!hours) return shut;
  const rows = describeOpeningHours(hours, locale).map((row) => ({
    day: row.label,
    text: timesOf(row),
    closed: row.closed,
  }));
  const holidays = holidayCalendar(state as State);
  if (closure) {
    const again = closure.until && instantOf(addDays(closure.until, 1));
    const then = again ? openingState(hours, again, holidays) : null;
    return { ...shut, rows, next: again && then ? (then.open ? again : then.next) : null };
  }
  const today = openingState(hours, now, holidays);
  return {
    known: today.state !== 'unknown',
    open: today.open,
    until: today.until,
    next: today.next,
    rows,
    note: today.note,
    holidayNote: today.holiday,
    closure: null,
  };
}

/** Whether a place opens at all on a day, and when: `09:00–12:00, 14:00–17:00`. */
export function openingOn(
  place: PlaceHours,
  state: string,
  day: string,
): { known: boolean; open: boolean; times: string } {
  const hours = hoursOf(place, day);
  if (closureOn(place, day)) return { known: true, open: false, times: '' };
  if (!hours) return { known: false, open: false, times: '' };
  const holidays = holidayCalendar(state as State);
  const spans = openingSpans(hours, day, holidays);
  const isSure =
    spans.length > 0 || openingState(hours, instantOf(day, '12:00'), holidays).state === 'closed';
  return { known: isSure, open: spans.length > 0, times: spans.map(spanInWords).join(', ') };
}

function spanInWords({ from, to, openEnd }: { from: number; to: number; openEnd: boolean }): string {
  const clock = (minute: number) =>
    `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  if (from === 0 && to === 1440) return '0–24';
  return openEnd ? `ab ${clock(from)}` : `${clock(from)}–${clock(to)}`;
}

/** Whether a place is closed for a while on a day. */
export function closureOn(place: PlaceHours, day: string): Closure | null {
  const { closedFrom = null, closedUntil = null, closedReason = '' } = place;
  if (!closedFrom && !closedUntil) return null;
  if ((closedFrom && day < closedFrom) || (closedUntil && day > closedUntil)) return null;
  return { until: closedUntil, reason: closedReason };
}

/** The hours with the days that differ, as opening_hours; days that are over are left out. */
export function wholeHours({ openingHours, exceptions = [] }: PlaceHours, today: string): string | null {
  if (!openingHours) return null;
  const rules = exceptions
    .map(readException)
    .filter((exception) => exception !== null)
    .filter(({ day }) => day >= addDays(today, -1))
    .map(exceptionRule);
  return [openingHours, ...rules].join('; ');
}

function hoursOf(place: PlaceHours, today: string) {
  const whole = wholeHours(place, today);
  const read = whole ? parseOpeningHours(whole) : null;
  return read?.ok ? read.value : null;
}

/** `Dienstag 09:00–12:00, 14:00–17:00; …` – hours as one line of text. */
export function hoursInWords(openingHours: string): string {
  const hours = parseOpeningHours(openingHours);
  if (!hours.ok) return openingHours;
  return describeOpeningHours(hours.value)
    .filter((row) => !row.closed || row.note)
    .map((row) => `${row.label} ${timesOf(row)}`)
    .join('; ');
}

function timesOf(row: OpeningHoursRow): string {
  return [row.times.join(', '), row.note].filter(Boolean).join(' ');
}

interface Position {
  latitude: number;
  longitude: number;
}

/** The way as the crow flies, in kilometres; null to a place nobody knows the position of. */
export function distanceKilometres(
  from: Position,
  to: { latitude: number | null; longitude: number | null },
): number | null {
  if (to.latitude === null || to.longitude === null) return null;
  const rad = Math.PI / 180;
  const height = Math.sin(((to.latitude - from.latitude) * rad) / 2) ** 2;
  const side =
    Math.cos(from.latitude * rad) *
    Math.cos(to.latitude * rad) *
    Math.sin(((to.longitude - from.longitude) * rad) / 2) ** 2;
  return EARTH_KILOMETRES * Math.asin(Math.sqrt(height + side));
}

/** Across the earth. */
const EARTH_KILOMETRES = 12_742;
