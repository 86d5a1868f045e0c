import { parseOpeningHours } from '#platform/formats';

/** A day with other hours than usual. */
export interface Exception {
  /** `2026-12-24`. */
  day: string;
  /** Times as opening_hours writes them, `09:00-12:00`; null = closed. */
  times: string | null;
  reason: string;
}

const DAY = /^(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}))\s*:?\s*/;
const TIME = String.raw`\d{1,2}(?:[:.]\d{2})?`;
const SPAN = String.raw`${TIME}\s*(?:[-–—]|bis)\s*${TIME}`;
const TIMES = new RegExp(
  String.raw`^(?:(geschlossen|zu|off|closed)|(${SPAN}(?:\s*(?:,|und)\s*${SPAN})*)(?:\s*Uhr)?)`,
  'i',
);
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Reads `24.12.2026: 9–12 Uhr (Heiligabend)` or `2026-12-26 geschlossen`; null for what is neither. */
export function readException(line: string): Exception | null {
  const date = DAY.exec(line.trim());
  if (!date) return null;
  const [whole, isoYear, isoMonth, isoDay, day, month, year] = date;
  const rest = line.trim().slice(whole.length);
  const times = TIMES.exec(rest);
  if (!times) return null;
  const found: Exception = {
    day: isoYear
      ? `${isoYear}-${isoMonth}-${isoDay}`
      : `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`,
    times: times[2] ? timesOf(times[2]) : null,
    reason: rest
      .slice(times[0].length)
      .replace(/^[\s,:(„"–-]+|[\s)“"]+$/g, '')
      .replaceAll('"', ''),
  };
  return parseOpeningHours(exceptionRule(found)).ok && existsInCalendar(found.day) ? found : null;
}

/** The way it is kept and shown to those who edit: `24.12.2026: 09:00–12:00 (Heiligabend)`. */
export function writeException({ day, times, reason }: Exception): string {
  const [year, month, date] = day.split('-');
  const hours = times?.replaceAll('-', '–').replaceAll(',', ', ') ?? 'geschlossen';
  return `${date}.${month}.${year}: ${hours}${reason ? ` (${reason})` : ''}`;
}

/** The rule that says the same in opening_hours. */
export function exceptionRule({ day, times, reason }: Exception): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year} ${MONTHS[month! - 1]} ${date} ${times ?? 'off'}${reason ? ` "${reason}"` : ''}`;
}

function timesOf(text: string): string {
  return text
    .split(/\s*(?:,|und)\s*/i)
    .map((span) =>
      span
        .split(/\s*(?:[-–—]|bis)\s*/i)
        .map(clock)
        .join('-'),
    )
    .join(',');
}

function clock(text: string): string {
  const [hour, minute = '00'] = text.split(/[:.]/);
  return `${hour!.padStart(2, '0')}:${minute}`;
}

function existsInCalendar(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
