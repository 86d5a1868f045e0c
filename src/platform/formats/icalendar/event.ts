import ICAL from 'ical.js';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import { addDays, instantOf, isCivilDate, wallTime } from '../dates/berlin.ts';
import type { EventBlock } from './blocks.ts';
import { instantInZone, isTownTime } from './zones.ts';
import type { CalendarZones } from './zones.ts';

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
  /** Single dates of the series in their own words; empty where series are expanded. */
  overrides: CalendarEvent[];
}

/** What a document says about all its events. */
export interface EventContext {
  zones: CalendarZones;
  isCancellation: boolean;
}

export type EventFault =
  | 'event-broken'
  | 'id-missing'
  | 'title-missing'
  | 'start-missing'
  | 'date-not-understood'
  | 'zone-unknown'
  | 'range-not-supported'
  | 'end-before-start';

interface Moment {
  instant: Date;
  isDate: boolean;
  date: string;
  time: string;
}

/** Reads one event. The reason of a refusal is the key of its message, `values.part` the text it is about. */
export function readEvent(block: EventBlock, context: EventContext): Outcome<CalendarEvent, EventFault> {
  const component = parseBlock(block);
  if (typeof component === 'string') return refuse('event-broken', { values: { part: component } });
  const text = (name: string) => firstText(component, name);
  const uid = text('uid');
  const summary = text('summary');
  if (!uid) return refuse('id-missing', { values: { part: summary } });
  if (!summary) return refuse('title-missing', { values: { part: uid } });

  try {
    const { zones } = context;
    const written = momentIn(component, 'dtstart', zones);
    const start = written && isWholeDay(component, written, zones) ? wholeDay(written) : written;
    if (!start) return refuse('start-missing', { values: { part: summary } });
    const end = endOf(component, start, zones);
    if (end && end < start.instant) return refuse('end-before-start', { values: { part: summary } });
    const recurrence = momentIn(component, 'recurrence-id', zones);
    if (component.getFirstProperty('recurrence-id')?.getParameter('range'))
      return refuse('range-not-supported', { values: { part: summary } });
    // Outlook names the dates of a whole-day series by midnight.
    const keyOf = (moment: Moment) => momentKey({ ...moment, isDate: moment.isDate || start.isDate });
    const recurrenceId = recurrence ? keyOf(recurrence) : null;
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
      status: context.isCancellation ? 'cancelled' : statusOf(text('status')),
      sequence: Math.max(0, Number.parseInt(text('sequence'), 10) || 0),
      lastModified: momentIn(component, 'last-modified', zones)?.instant ?? null,
      rule: ruleText(block),
      excluded: momentsIn(component, 'exdate', zones).map(keyOf),
      added: momentsIn(component, 'rdate', zones).map(keyOf),
      overrides: [],
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

function momentIn(component: ICAL.Component, name: string, zones: CalendarZones): Moment | null {
  return momentsIn(component, name, zones)[0] ?? null;
}

function momentsIn(component: ICAL.Component, name: string, zones: CalendarZones): Moment[] {
  return component.getAllProperties(name).flatMap((property) => {
    const [, , , ...values] = property.toJSON() as [string, unknown, string, ...unknown[]];
    const zone = property.getParameter('tzid');
    return values.map((value) =>
      readMoment(String(Array.isArray(value) ? value[0] : value), zone ? String(zone) : null, zones),
    );
  });
}

/** jCal text (`2026-11-25`, `2026-11-25T18:00:00`, with or without `Z`) to an instant; floating means here. */
function readMoment(text: string, zone: string | null, zones: CalendarZones): Moment {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(Z)?)?$/.exec(text);
  const [, date = '', hour, minute, second, isUtc] = match ?? [];
  const exists =
    isCivilDate(date) && Number(hour ?? 0) < 24 && Number(minute ?? 0) < 60 && Number(second ?? 0) < 61;
  if (!exists) throw new MomentFault('date-not-understood', text);
  if (hour === undefined) return { instant: instantOf(date), isDate: true, date, time: '00:00:00' };
  const time = `${hour}:${minute}:${second}`;
  const said = isUtc ? 'UTC' : (zone ?? zones.floating);
  // A calendar whose zone nobody knows still means something by its times; most likely the clock of the town.
  if (said === null || isTownTime(said, zones))
    return { instant: instantOf(date, time), isDate: false, date, time };
  const instant = instantInZone(date, time, said, zones);
  if (!instant && zone) throw new MomentFault('zone-unknown', zone);
  return wallMoment(instant ?? instantOf(date, time));
}

/** Outlook writes a whole day as midnight to midnight and says in a property of its own what it means. */
function isWholeDay(component: ICAL.Component, start: Moment, zones: CalendarZones): boolean {
  const saysSo =
    String(component.getFirstPropertyValue('x-microsoft-cdo-alldayevent') ?? '').toUpperCase() === 'TRUE';
  const end = momentIn(component, 'dtend', zones);
  return saysSo && start.time === '00:00:00' && (end === null || end.time === '00:00:00');
}

function wholeDay(moment: Moment): Moment {
  return { ...moment, isDate: true };
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

function endOf(component: ICAL.Component, start: Moment, zones: CalendarZones): Date | null {
  const end = momentIn(component, 'dtend', zones);
  if (end) {
    // Some calendars write the last day instead of the day after it; a day-long event of no days is none.
    return start.isDate && end.date === start.date ? instantOf(addDays(start.date, 1)) : end.instant;
  }
  const duration = component.getFirstPropertyValue('duration') as unknown;
  if (duration instanceof ICAL.Duration)
    return new Date(start.instant.getTime() + duration.toSeconds() * 1000);
  return start.isDate ? instantOf(addDays(start.date, 1)) : null;
}
