import { addDays, civilDate } from '../dates/berlin.ts';
import { momentOf, ruleForCalendar } from './occurrences.ts';
import { TOWN_ZONE_LINES } from './town-zone.ts';

export interface CalendarToWrite {
  name: string;
  description?: string;
  /** How often subscribers should look again. */
  refreshHours?: number;
  events: EventToWrite[];
}

export interface EventToWrite {
  /** Stable over all changes; the same in every export. */
  uid: string;
  sequence: number;
  startsAt: Date;
  /** Exclusive. */
  endsAt: Date | null;
  allDay: boolean;
  title: string;
  /** Plain text. */
  description?: string;
  location?: string;
  url?: string | null;
  categories?: string[];
  status: 'confirmed' | 'tentative' | 'cancelled';
  updatedAt: Date;
  latitude?: number | null;
  longitude?: number | null;
  /** Rings so long before the start. */
  alarmMinutesBefore?: number;
  /** Makes it a series: its times are then those of the town’s clock, so that 18:00 stays 18:00. */
  series?: SeriesToWrite;
}

/** One date of a series; what it does not say is as in the series. */
export type DateToWrite = Pick<EventToWrite, 'startsAt' | 'endsAt'> &
  Partial<Omit<EventToWrite, 'uid' | 'series'>> & { recurrenceId: string };

export interface SeriesToWrite {
  /** RRULE, RDATE and EXDATE; moments are wall times. */
  rule: string | null;
  added: readonly string[];
  excluded: readonly string[];
  /** Single dates that differ, by RECURRENCE-ID. */
  overrides: readonly DateToWrite[];
}

/**
 * An iCalendar document (RFC 5545): single times in UTC, series by the clock of the town with its VTIMEZONE, all-day
 * events as dates, CRLF, lines of at most 75 octets.
 */
export function writeCalendar(calendar: CalendarToWrite): string {
  const needsZone = calendar.events.some((event) => event.series && !event.allDay);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Ortskern//Ortskern//DE',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escape(calendar.name)}`,
    `X-WR-CALNAME:${escape(calendar.name)}`,
    ...(calendar.description ? [`X-WR-CALDESC:${escape(calendar.description)}`] : []),
    'X-WR-TIMEZONE:Europe/Berlin',
    ...(calendar.refreshHours
      ? [
          `REFRESH-INTERVAL;VALUE=DURATION:PT${calendar.refreshHours}H`,
          `X-PUBLISHED-TTL:PT${calendar.refreshHours}H`,
        ]
      : []),
    ...(needsZone ? TOWN_ZONE_LINES : []),
    ...calendar.events.flatMap(seriesLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function alarmLines(event: EventToWrite): string[] {
  if (event.alarmMinutesBefore === undefined) return [];
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escape(event.title)}`,
    `TRIGGER:-PT${event.alarmMinutesBefore}M`,
    'END:VALARM',
  ];
}

/** An event and, when it is a series, each of its dates that differs. */
function seriesLines(event: EventToWrite): string[] {
  const { series, ...master } = event;
  if (!series) return eventLines(master);
  const repeats = recurrenceLines(event, series);
  return [
    ...eventLines(master, repeats, true),
    ...series.overrides.flatMap(({ recurrenceId, ...own }) =>
      eventLines({ ...master, ...own }, [townTime('RECURRENCE-ID', [recurrenceId])], true),
    ),
  ];
}

function recurrenceLines(event: EventToWrite, { rule, added, excluded }: SeriesToWrite): string[] {
  return [
    ...(rule ? [`RRULE:${ruleForCalendar(rule, momentOf(event.startsAt, event.allDay))}`] : []),
    ...(added.length > 0 ? [townTime('RDATE', added)] : []),
    ...(excluded.length > 0 ? [townTime('EXDATE', excluded)] : []),
  ];
}

/** Wall times of the town as a property; those of whole days are dates. */
function townTime(name: string, moments: readonly string[]): string {
  const form = moments[0]?.length === 8 ? 'VALUE=DATE' : 'TZID=Europe/Berlin';
  return `${name};${form}:${moments.join(',')}`;
}

function eventLines(event: EventToWrite, recurrence: string[] = [], isSeries = false): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escape(event.uid)}`,
    `DTSTAMP:${utc(event.updatedAt)}`,
    `LAST-MODIFIED:${utc(event.updatedAt)}`,
    `SEQUENCE:${event.sequence}`,
    ...recurrence,
    ...(isSeries && !event.allDay ? townTimeLines(event) : timeLines(event)),
    `SUMMARY:${escape(event.title)}`,
    ...(event.description ? [`DESCRIPTION:${escape(event.description)}`] : []),
    ...(event.location ? [`LOCATION:${escape(event.location)}`] : []),
    ...(typeof event.latitude === 'number' && typeof event.longitude === 'number'
      ? [`GEO:${event.latitude.toFixed(6)};${event.longitude.toFixed(6)}`]
      : []),
    // A URI is not text: nothing in it is escaped, so nothing in it may break the line.
    ...(event.url ? [`URL:${event.url.replace(/[\s\\]/g, encodeURIComponent)}`] : []),
    ...(event.categories?.length ? [`CATEGORIES:${event.categories.map(escape).join(',')}`] : []),
    `STATUS:${event.status.toUpperCase()}`,
    `TRANSP:${event.allDay ? 'TRANSPARENT' : 'OPAQUE'}`,
    ...alarmLines(event),
    'END:VEVENT',
  ];
}

function townTimeLines({ startsAt, endsAt }: EventToWrite): string[] {
  return [
    townTime('DTSTART', [momentOf(startsAt, false)]),
    ...(endsAt ? [townTime('DTEND', [momentOf(endsAt, false)])] : []),
  ];
}

function timeLines(event: EventToWrite): string[] {
  if (!event.allDay) {
    return [`DTSTART:${utc(event.startsAt)}`, ...(event.endsAt ? [`DTEND:${utc(event.endsAt)}`] : [])];
  }
  const first = civilDate(event.startsAt);
  const after = event.endsAt ? civilDate(event.endsAt) : addDays(first, 1);
  const end = after > first ? after : addDays(first, 1);
  return [`DTSTART;VALUE=DATE:${first.replaceAll('-', '')}`, `DTEND;VALUE=DATE:${end.replaceAll('-', '')}`];
}

function utc(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

function escape(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?/g, '\n')
      // eslint-disable-next-line no-control-regex -- RFC 5545 allows no control characters but tab
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
      .replace(/[\\;,]/g, '\\$&')
      .replace(/\n/g, '\\n')
  );
}

/** Breaks a line after at most 75 octets of UTF-8, never inside a character (RFC 5545, section 3.1). */
function fold(line: string): string {
  if (line.length <= 25 || Buffer.byteLength(line) <= 75) return line;
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
