import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import type { VEvent } from 'node-ical';
import { describe, expect, test } from 'vitest';
import { addDays, instantOf } from '../dates/berlin.ts';
import { easterSunday, holidayCalendar } from '../holidays/holidays.ts';
import { instantOfMoment, seriesDates, wallMoment } from './occurrences.ts';
import { readCalendar } from './read.ts';
import { writeCalendar } from './write.ts';
import type { EventToWrite, SeriesToWrite } from './write.ts';

/** A series as we write it. */
function written(start: string, series: Partial<SeriesToWrite>, more: Partial<EventToWrite> = {}): string {
  const allDay = start.length === 8;
  const startsAt = instantOfMoment(start);
  return writeCalendar({
    name: 'Hagenow',
    events: [
      {
        uid: 'serie@hagenow',
        sequence: 4,
        startsAt,
        endsAt: allDay ? null : new Date(startsAt.getTime() + 5_400_000),
        allDay,
        title: 'Serie',
        status: 'confirmed',
        updatedAt: new Date('2026-11-23T10:00:00Z'),
        series: { rule: null, added: [], excluded: [], overrides: [], ...series },
        ...more,
      },
    ],
  });
}

/** The dates node-ical, a reader that shares no line with ours, finds in what we write. */
function asNodeIcal(text: string, from: string, to: string): string[] {
  const parsed = nodeIcal.sync.parseICS(text);
  const event = Object.values(parsed).find((part) => part?.type === 'VEVENT') as VEvent;
  return nodeIcal
    .expandRecurringEvent(event, { from: instantOf(from), to: instantOf(addDays(to, 1)) })
    .filter((one) => one.event.status !== 'CANCELLED')
    .map((one) => one.start.toISOString())
    .sort();
}

function asWe(start: string, series: Partial<SeriesToWrite>, first: string, last: string): string[] {
  const { rule = null, added = [], excluded = [] } = series;
  const dates = seriesDates({ start, rule, added, excluded }, { first, last });
  if (!dates.ok) throw new Error(dates.reason);
  return dates.value.map((moment) => instantOfMoment(moment).toISOString());
}

const day = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2026-01-01', days));
// Not between two and three at night: what a time that is skipped or happens twice means is tested by itself.
const time = fc
  .tuple(fc.integer({ min: 4, max: 23 }), fc.constantFrom(0, 15, 30, 59))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const weekdays = fc
  .uniqueArray(fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'), { minLength: 1, maxLength: 3 })
  .map((days) => days.join(','));
const interval = fc.integer({ min: 1, max: 4 }).map((every) => `;INTERVAL=${every}`);
const rule = fc.oneof(
  interval.map((every) => `FREQ=DAILY${every}`),
  fc.tuple(interval, weekdays).map(([every, days]) => `FREQ=WEEKLY${every};BYDAY=${days}`),
  fc
    .tuple(interval, fc.constantFrom('2TU', '-1FR', '1SU', '3SA'))
    .map(([every, nth]) => `FREQ=MONTHLY${every};BYDAY=${nth}`),
  fc
    .tuple(interval, fc.constantFrom(1, 29, 30, 31, -1))
    .map(([every, date]) => `FREQ=MONTHLY${every};BYMONTHDAY=${date}`),
  fc.constantFrom('FREQ=YEARLY', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', 'FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU'),
);
const end = fc.oneof(
  fc.constant(''),
  fc.integer({ min: 1, max: 30 }).map((count) => `;COUNT=${count}`),
  fc.constant(';UNTIL'),
);

/** RFC 5545 wants DTSTART to be a date of its rule; what else it gives differs from program to program. */
function onItsRule(start: string, ruleText: string): string {
  if (!ruleText.includes(';BY')) return start;
  const after = seriesDates(
    { start: wallMoment(addDays(start, -1), null), rule: ruleText, added: [], excluded: [] },
    { first: start, last: addDays(start, 3000) },
  );
  const found = after.ok ? after.value[0] : undefined;
  return found ? `${found.slice(0, 4)}-${found.slice(4, 6)}-${found.slice(6)}` : start;
}

describe('another calendar program finds the same dates in our feed', () => {
  test('for any rule, over clock changes, leap days and ends of months', () => {
    fc.assert(
      fc.property(day, time, rule, end, (anyDay, clock, ruleText, ruleEnd) => {
        const first = onItsRule(anyDay, ruleText);
        const start = wallMoment(first, clock);
        const until = `;UNTIL=${addDays(first, 200).replaceAll('-', '')}`;
        const series = { rule: ruleText + (ruleEnd === ';UNTIL' ? until : ruleEnd) };
        const last = addDays(first, 500);
        expect(asNodeIcal(written(start, series), first, last)).toEqual(asWe(start, series, first, last));
      }),
      { numRuns: 300 },
    );
  });

  test('for each day of a year as the first of a weekly series at 18:00, whose clock never moves', () => {
    for (let number = 0; number < 366; number += 1) {
      const first = addDays('2027-06-01', number);
      const start = wallMoment(first, '18:00');
      const last = addDays(first, 364);
      const dates = asNodeIcal(written(start, { rule: 'FREQ=WEEKLY' }), first, last);
      const weeks = Array.from({ length: 53 }, (_, week) =>
        instantOf(addDays(first, 7 * week), '18:00').toISOString(),
      );
      expect([first, dates]).toEqual([first, weeks]);
    }
  });

  test('without the holidays of the Land, year after year', () => {
    const holidays = holidayCalendar('MV');
    fc.assert(
      fc.property(fc.integer({ min: 2025, max: 2040 }), fc.integer({ min: 0, max: 6 }), (year, weekday) => {
        const first = addDays(`${year}-01-01`, weekday);
        const start = wallMoment(first, '08:00');
        const all = asWe(start, { rule: 'FREQ=WEEKLY' }, first, `${year}-12-31`);
        const excluded = Array.from({ length: 53 }, (_, week) => addDays(first, 7 * week))
          .filter((date) => date <= `${year}-12-31` && holidays.publicHoliday(date) !== null)
          .map((date) => wallMoment(date, '08:00'));
        const theirs = asNodeIcal(written(start, { rule: 'FREQ=WEEKLY', excluded }), first, `${year}-12-31`);
        expect(theirs.length).toBe(all.length - excluded.length);
        expect(theirs.some((date) => holidays.publicHoliday(date.slice(0, 10)) !== null)).toBe(false);
        // Ascension is a Thursday: a weekly Thursday series always loses it.
        if (addDays(easterSunday(year), 39) >= first && weekdayMatches(first, year))
          expect(excluded.length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  test('whole days stay whole days', () => {
    const series = { rule: 'FREQ=MONTHLY;BYMONTHDAY=31', excluded: ['20270131'] };
    const text = written('20261031', series);
    expect(text).toContain('DTSTART;VALUE=DATE:20261031');
    expect(asNodeIcal(text, '2026-10-01', '2027-06-30').length).toBe(
      asWe('20261031', series, '2026-10-01', '2027-06-30').length,
    );
  });
});

function weekdayMatches(first: string, year: number): boolean {
  return (Date.parse(addDays(easterSunday(year), 39)) - Date.parse(first)) % (7 * 86_400_000) === 0;
}

describe('a series with exceptions', () => {
  const series: SeriesToWrite = {
    rule: 'FREQ=WEEKLY;UNTIL=20261231',
    added: ['20261107T090000'],
    excluded: ['20261112T080000'],
    overrides: [
      {
        recurrenceId: '20261119T080000',
        startsAt: new Date('2026-11-20T09:00:00Z'),
        endsAt: new Date('2026-11-20T12:00:00Z'),
        title: 'Serie, verlegt',
        location: 'Turnhalle',
      },
      {
        recurrenceId: '20261126T080000',
        startsAt: new Date('2026-11-26T07:00:00Z'),
        endsAt: new Date('2026-11-26T08:30:00Z'),
        status: 'cancelled',
      },
    ],
  };
  const text = written('20261105T080000', series);

  test('says so in the words of RFC 5545', () => {
    expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n');
    expect(text).toContain('RRULE:FREQ=WEEKLY;UNTIL=20261231T225959Z\r\n');
    expect(text).toContain('RDATE;TZID=Europe/Berlin:20261107T090000\r\n');
    expect(text).toContain('EXDATE;TZID=Europe/Berlin:20261112T080000\r\n');
    expect(text.match(/UID:serie@hagenow/g)).toHaveLength(3);
    expect(text.match(/SEQUENCE:4/g)).toHaveLength(3);
  });

  test('is understood by node-ical and by ical.js', () => {
    const starts = asNodeIcal(text, '2026-11-01', '2026-12-05');
    expect(starts.filter((start) => !start.startsWith('2026-11-07'))).toEqual([
      '2026-11-05T07:00:00.000Z',
      '2026-11-20T09:00:00.000Z',
      '2026-12-03T07:00:00.000Z',
    ]);
    const component = new ICAL.Component(ICAL.parse(text) as unknown[]);
    const zone = new ICAL.Timezone(component.getFirstSubcomponent('vtimezone')!);
    ICAL.TimezoneService.register(zone);
    const [master, ...others] = component.getAllSubcomponents('vevent');
    const event = new ICAL.Event(master!, { exceptions: others });
    const dates: string[] = [];
    const iterator = event.iterator();
    for (let next = iterator.next(); next && dates.length < 5; next = iterator.next())
      dates.push(event.getOccurrenceDetails(next).startDate.toJSDate().toISOString());
    expect(dates).toEqual([
      '2026-11-05T07:00:00.000Z',
      '2026-11-07T08:00:00.000Z',
      '2026-11-20T09:00:00.000Z',
      '2026-11-26T07:00:00.000Z',
      '2026-12-03T07:00:00.000Z',
    ]);
  });

  test('comes back to us as it was', () => {
    const read = readCalendar(Buffer.from(text), {});
    expect(read.ok && read.value.events).toMatchObject([
      {
        rule: 'FREQ=WEEKLY;UNTIL=20261231T225959Z',
        added: ['20261107T090000'],
        excluded: ['20261112T080000'],
        overrides: [
          {
            recurrenceId: '20261119T080000',
            startsAt: new Date('2026-11-20T09:00:00Z'),
            location: 'Turnhalle',
          },
          { recurrenceId: '20261126T080000', status: 'cancelled' },
        ],
      },
    ]);
  });
});

test('python-icalendar with dateutil found the same dates in what we write; recorded, so that no Python is needed here', () => {
  const recorded = JSON.parse(readFileSync('tests/fixtures/series_python.json', 'utf8')) as (SeriesToWrite & {
    start: string;
    text: string;
    dates: string[];
  })[];
  for (const { start, rule, added, excluded, text, dates } of recorded) {
    const series = { rule, added, excluded };
    expect(written(start, series, { uid: 'a@hagenow', sequence: 0, endsAt: null })).toBe(text);
    const ours = seriesDates({ start, ...series }, { first: '2024-01-01', last: '2028-12-31' });
    expect(ours.ok && ours.value.slice(0, dates.length)).toEqual(dates);
  }
});
