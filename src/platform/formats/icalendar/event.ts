import ICAL from 'ical.js';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import { addDays, instantOf, isCivilDate, wallTime } from '../dates/berlin.ts';
import type { EventBlock } from './blocks.ts';

export interface CalendarEvent {
  line: number;
  row: number;
  /** UID, and for an occurrence of a series also which one. */
  externalId: string;
  uid: string;
  /** Wall time of the occurrence this one stands for, `YYYYMMDD[THHMMSS]`; null for the event itself. */
  recurrenceId: string | null;
  startsAt: Date;
  /** Exclusive; null when the source tells no end. */
  endsAt: Date | null;
  allDay: boolean;
  /** Civil date and time of day it begins with, as the source writes them in the town's time. */
  wallStart: { date: string; time: string };
  summary: string;
  description: string;
  location: string;
  url: string | null;
  organizer: string;
  categories: string[];
  status: 'confirmed' | 'tentative' | 'cancelled';
  sequence: number;
  lastModified: Date | null;
  rule: string | null;
  /** Days left out and days added, in the form of `recurrenceId`. */
  excluded: string[];
  added: string[];
}

export type EventFault =
  | 'event-broken'
  | 'id-missing'
  | 'title-missing'
  | 'start-missing'
  | 'date-not-understood'
  | 'zone-unknown'
  | 'end-before-start';

interface Moment {
  instant: Date;
  isDate: boolean;
  date: string;
  time: string;
}

/** Central European time under its own names, those of its neighbours, and those of Microsoft and older programs. */
const TOWN_TIME =
  /^(Europe\/(Berlin|Busingen|Vienna|Zurich|Amsterdam|Brussels|Paris|Rome|Madrid|Prague|Copenhagen|Warsaw|Budapest|Luxembourg|Stockholm|Oslo|Ljubljana|Zagreb|Bratislava)|W\. ?Europe( Standard Time)?|CES?T|MES?Z|CET-1CEST.*)$|Berlin|Mitteleurop/i;

/** Reads one event. The reason of a refusal is the key of its message, `values.part` the text it is about. */
export function readEvent(block: EventBlock): Outcome<CalendarEvent, EventFault> {
  const component = parseBlock(block);
  if (typeof component === 'string') return refuse('event-broken', { values: { part: component } });
  const text = (name: string) => firstText(component, name);
  const uid = text('uid');
  const summary = text('summary');
  if (!uid) return refuse('id-missing', { values: { part: summary } });
  if (!summary) return refuse('title-missing', { values: { part: uid } });

  try {
    const start = momentOf(component, 'dtstart');
    if (!start) return refuse('start-missing', { values: { part: summary } });
    const end = endOf(component, start);
    if (end && end < start.instant) return refuse('end-before-start', { values: { part: summary } });
    const recurrence = momentOf(component, 'recurrence-id');
    const recurrenceId = recurrence ? momentKey(recurrence) : null;
    return done({
      line: block.line,
      row: block.row,
      externalId: recurrenceId ? `${uid}/${recurrenceId}` : uid,
      uid,
      recurrenceId,
      startsAt: start.instant,
      endsAt: end && end > start.instant ? end : null,
      allDay: start.isDate,
      wallStart: { date: start.date, time: start.time },
      summary,
      description: text('description'),
      location: text('location'),
      url: /^https?:\/\//i.test(text('url')) ? text('url') : null,
      organizer: String(component.getFirstProperty('organizer')?.getParameter('cn') ?? ''),
      categories: component
        .getAllProperties('categories')
        .flatMap((property) => property.getValues().map(String)),
      status: statusOf(text('status')),
      sequence: Math.max(0, Number.parseInt(text('sequence'), 10) || 0),
      lastModified: momentOf(component, 'last-modified')?.instant ?? null,
      rule: ruleText(block),
      excluded: momentsOf(component, 'exdate').map(momentKey),
      added: momentsOf(component, 'rdate').map(momentKey),
    });
  } catch (fault) {
    if (fault instanceof MomentFault) return refuse(fault.reason, { values: { part: fault.part } });
    throw fault;
  }
}

class MomentFault extends Error {
  readonly reason: 'date-not-understood' | 'zone-unknown';
  readonly part: string;
  constructor(reason: 'date-not-understood' | 'zone-unknown', part: string) {
    super(reason);
    this.reason = reason;
    this.part = part;
  }
}

/** The parser's time grows with the square of a line's length; no honest line is this long. */
const LONGEST_LINE = 100_000;

function parseBlock(block: EventBlock): ICAL.Component | string {
  if (block.lines.some((line) => line.length > LONGEST_LINE)) return 'line too long';
  // `DTSTART:20261125` without `VALUE=DATE` is common and wrong; there is only one way to mean it.
  const lines = block.lines.map((line) =>
    line.replace(/^(DTSTART|DTEND|RECURRENCE-ID|EXDATE|RDATE)((?:;[^:]*)?):(\d{8})$/i, dateLine),
  );
  try {
    return new ICAL.Component(ICAL.parse(lines.join('\r\n')) as unknown[]);
  } catch (error) {
    return (error as Error).message.slice(0, 100);
  }
}

function dateLine(whole: string, name: string, parameters: string, value: string): string {
  return /VALUE=DATE(;|$)/i.test(parameters) ? whole : `${name};VALUE=DATE:${value}`;
}

function firstText(component: ICAL.Component, name: string): string {
  const value = component.getFirstPropertyValue(name) as unknown;
  return value === null || value === undefined ? '' : String(value).trim();
}

function ruleText(block: EventBlock): string | null {
  const line = block.lines.find((content) => /^RRULE[;:]/i.test(content));
  return line ? line.slice(line.indexOf(':') + 1) : null;
}

function statusOf(text: string): CalendarEvent['status'] {
  const status = text.toLowerCase();
  return status === 'cancelled' || status === 'tentative' ? status : 'confirmed';
}

function momentOf(component: ICAL.Component, name: string): Moment | null {
  return momentsOf(component, name)[0] ?? null;
}

function momentsOf(component: ICAL.Component, name: string): Moment[] {
  return component.getAllProperties(name).flatMap((property) => {
    const [, , , ...values] = property.toJSON() as [string, unknown, string, ...unknown[]];
    return values.map((value) =>
      readMoment(String(Array.isArray(value) ? value[0] : value), property.getParameter('tzid')),
    );
  });
}

/** jCal text (`2026-11-25`, `2026-11-25T18:00:00`, with or without `Z`) to an instant; floating means here. */
function readMoment(text: string, zone: unknown): Moment {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(Z)?)?$/.exec(text);
  const [, date = '', hour, minute, second, isUtc] = match ?? [];
  const exists =
    isCivilDate(date) && Number(hour ?? 0) < 24 && Number(minute ?? 0) < 60 && Number(second ?? 0) < 61;
  if (!exists) throw new MomentFault('date-not-understood', text);
  if (hour === undefined) return { instant: instantOf(date), isDate: true, date, time: '00:00:00' };
  const time = `${hour}:${minute}:${second}`;
  if (isUtc || zone === 'UTC' || zone === 'Etc/UTC' || zone === 'GMT')
    return wallMoment(new Date(`${date}T${time}Z`));
  if (typeof zone === 'string' && !TOWN_TIME.test(zone)) throw new MomentFault('zone-unknown', zone);
  return { instant: instantOf(date, time), isDate: false, date, time };
}

function wallMoment(instant: Date): Moment {
  const wall = wallTime(instant);
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    instant,
    isDate: false,
    date: wall.date,
    time: `${two(wall.hour)}:${two(wall.minute)}:${two(wall.second)}`,
  };
}

/** Names one occurrence of a series: `20261125` or `20261125T180000`, in the town's time. */
export function momentKey(moment: { isDate: boolean; date: string; time: string }): string {
  const day = moment.date.replaceAll('-', '');
  return moment.isDate ? day : `${day}T${moment.time.replaceAll(':', '')}`;
}

function endOf(component: ICAL.Component, start: Moment): Date | null {
  const end = momentOf(component, 'dtend');
  if (end) {
    // Some calendars write the last day instead of the day after it; a day-long event of no days is none.
    return start.isDate && end.date === start.date ? instantOf(addDays(start.date, 1)) : end.instant;
  }
  const duration = component.getFirstPropertyValue('duration') as unknown;
  if (duration instanceof ICAL.Duration)
    return new Date(start.instant.getTime() + duration.toSeconds() * 1000);
  return start.isDate ? instantOf(addDays(start.date, 1)) : null;
}
