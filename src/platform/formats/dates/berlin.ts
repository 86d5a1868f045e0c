/**
 * Time as a town keeps it: civil dates (`2026-11-23`) and times of day (`18:00`) in Europe/Berlin.
 * A civil date is a string, so that no zone can move it to the day before.
 */

export const TOWN_TIME_ZONE = 'Europe/Berlin';

const DAY_MS = 86_400_000;

// Made once: an Intl formatter costs more to build than to use a thousand times.
const wallClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: TOWN_TIME_ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** What clock and calendar on the town hall's wall show. */
export interface WallTime {
  /** `YYYY-MM-DD`. */
  date: string;
  hour: number;
  minute: number;
  second: number;
}

/** Reads the wall clock at an instant. */
export function wallTime(instant: Date): WallTime {
  // `23/11/2026, 18:05:09`; the year can have more or fewer digits, the rest is fixed.
  const text = wallClock.format(instant);
  const [day, month, rest] = text.split('/') as [string, string, string];
  const [year, time] = rest.split(', ') as [string, string];
  return {
    date: `${year.padStart(4, '0')}-${month}-${day}`,
    hour: Number(time.slice(0, 2)),
    minute: Number(time.slice(3, 5)),
    second: Number(time.slice(6, 8)),
  };
}

/** The civil date of an instant: 22:30 UTC in summer is already tomorrow here. */
export function civilDate(instant: Date): string {
  const second = Math.floor(instant.getTime() / 1000);
  // A crowd asks for the date of the same second.
  if (second !== latest.second) latest = { second, date: wallTime(instant).date };
  return latest.date;
}

let latest = { second: NaN, date: '' };

/** Time of day as `HH:MM`. */
export function civilTime(instant: Date): string {
  const { hour, minute } = wallTime(instant);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/**
 * The instant of a local date and time. A time that the change to summer time skips counts on from before the
 * gap (02:30 becomes 03:30); of a time that happens twice the first is meant (both as in RFC 5545, section 3.3.5).
 * @param time `HH:MM` or `HH:MM:SS`; `24:00` is the midnight that ends the day.
 */
export function instantOf(date: string, time = '00:00'): Date {
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  const asUtc = utcOf(date) + ((hour * 60 + minute) * 60 + second) * 1000;
  const before = offsetMs(asUtc - DAY_MS);
  const after = offsetMs(asUtc + DAY_MS);
  if (before === after) return new Date(asUtc - before);

  const early = asUtc - Math.max(before, after);
  if (offsetMs(early) === Math.max(before, after)) return new Date(early);
  const late = asUtc - Math.min(before, after);
  if (offsetMs(late) === Math.min(before, after)) return new Date(late);
  return new Date(asUtc - before);
}

/** The instant as the town's clock shows it, with its distance from UTC: `2026-11-27T18:00:00+01:00` (RFC 3339). */
export function zonedTime(instant: Date): string {
  const { date, hour, minute, second } = wallTime(instant);
  const minutes = Math.round(offsetMs(instant.getTime()) / 60_000);
  const two = (value: number) => String(Math.abs(value)).padStart(2, '0');
  const zone = `${minutes < 0 ? '-' : '+'}${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}`;
  return `${date}T${two(hour)}:${two(minute)}:${two(second)}${zone}`;
}

/** Distance of the wall clock from UTC, in milliseconds. */
function offsetMs(utcMs: number): number {
  const wall = wallTime(new Date(utcMs));
  const shown = utcOf(wall.date) + ((wall.hour * 60 + wall.minute) * 60 + wall.second) * 1000;
  return shown - Math.floor(utcMs / 1000) * 1000;
}

function utcOf(date: string): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));
}

/** Whether the text is `YYYY-MM-DD` and the day exists. */
export function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  return new Date(utcOf(text)).toISOString().slice(0, 10) === text;
}

export function addDays(date: string, days: number): string {
  return new Date(utcOf(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utcOf(to) - utcOf(from)) / DAY_MS);
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekdayOf(date: string): number {
  return new Date(utcOf(date)).getUTCDay() || 7;
}

/** The calendar week of ISO 8601: the week that holds the year's first Thursday is week 1. */
export function isoWeekOf(date: string): { year: number; week: number } {
  const thursday = addDays(date, 4 - weekdayOf(date));
  const year = Number(thursday.slice(0, 4));
  return { year, week: Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1 };
}
