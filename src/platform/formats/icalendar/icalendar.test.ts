import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { addDays, instantOf } from '../dates/berlin.ts';
import { readCalendar } from './read.ts';
import { parseRecurrence, recurrenceDates } from './recurrence.ts';
import { writeCalendar } from './write.ts';
import type { EventToWrite } from './write.ts';

const today = '2026-11-23';
const calendar = (...lines: string[]) =>
  new TextEncoder().encode(['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n'));
const vevent = (...lines: string[]) => ['BEGIN:VEVENT', 'SUMMARY:Markt', ...lines, 'END:VEVENT'];

function read(bytes: Uint8Array) {
  const outcome = readCalendar(bytes, { expandAround: today });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

describe('calendars as towns publish them', () => {
  test('96 council meetings with folded lines and cancellations', () => {
    const { name, events, faults } = read(readFileSync('tests/fixtures/iserlohn_sitzungen.ics'));
    expect([name, events.length, faults]).toEqual(['Sitzungstermine Stadt Iserlohn', 96, []]);
    expect(events[0]).toMatchObject({
      externalId: 'ALLRIS-Sitzung-2002120',
      startsAt: new Date('2025-12-02T16:00:00Z'),
      endsAt: null,
      allDay: false,
      location: 'Ratssaal des Rathauses',
    });
    expect(events.filter((event) => event.status === 'cancelled').length).toBeGreaterThan(0);
  });

  test('a waste date whose time names no zone is in the town’s time', () => {
    const { events } = read(readFileSync('tests/fixtures/bremen_abfuhr.ics'));
    expect(events[0]).toMatchObject({
      startsAt: new Date('2022-01-03T05:00:00Z'),
      location: 'Bremen,Aachener Straße 22',
      description: expect.stringContaining('Ihre Bio-, Rest- und Altpapiertonne'),
    });
  });
});

test('dates, times with zone, in UTC and without zone, with length instead of end', () => {
  const { events, faults } = read(
    calendar(
      ...vevent('UID:1', 'DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261227'),
      ...vevent('UID:2', 'DTSTART;TZID=W. Europe Standard Time:20260701T180000', 'DURATION:PT90M'),
      ...vevent('UID:3', 'DTSTART:20260701T180000Z', 'DTEND:20260701T180000Z'),
      ...vevent('UID:4', 'DTSTART:20260701'),
    ),
  );
  expect(faults).toEqual([]);
  expect(
    events.map(({ startsAt, endsAt, allDay }) => [
      startsAt.toISOString(),
      endsAt?.toISOString() ?? null,
      allDay,
    ]),
  ).toEqual([
    ['2026-12-23T23:00:00.000Z', '2026-12-26T23:00:00.000Z', true],
    ['2026-07-01T16:00:00.000Z', '2026-07-01T17:30:00.000Z', false],
    ['2026-07-01T18:00:00.000Z', null, false],
    ['2026-06-30T22:00:00.000Z', '2026-07-01T22:00:00.000Z', true],
  ]);
});

test('events with faults are named with their line, the others are kept', () => {
  const { events, faults } = read(
    calendar(
      ...vevent('UID:gut', 'DTSTART:20260701T180000'),
      ...vevent('DTSTART:20260701T180000'),
      ...vevent('UID:tag', 'DTSTART;VALUE=DATE:20260230'),
      ...vevent('UID:ohne'),
      ...vevent('UID:zone', 'DTSTART;TZID=Mars/Olympus Mons:20260701T180000'),
      ...vevent('UID:ende', 'DTSTART:20260701T180000', 'DTEND:20260701T170000'),
      ...vevent('UID:kaputt', 'DTSTART:20260701T180000', 'ohne Doppelpunkt'),
      ...vevent('UID:gut', 'DTSTART:20260701T180000'),
      'BEGIN:VEVENT',
      'SUMMARY:ohne Ende',
    ),
  );
  expect(events.map((event) => event.externalId)).toEqual(['gut']);
  expect(faults.map(({ line, reason }) => [line, reason])).toEqual([
    [43, 'event-open'],
    [8, 'id-missing'],
    [12, 'date-not-understood'],
    [17, 'start-missing'],
    [21, 'zone-unknown'],
    [26, 'end-before-start'],
    [32, 'event-broken'],
    [38, 'id-twice'],
  ]);
});

describe('series', () => {
  test('keep their time over both clock changes, without excluded days, with the moved one in its own words', () => {
    const { events } = read(
      calendar(
        ...vevent(
          'UID:chor',
          'DTSTART;TZID=Europe/Berlin:20261005T180000',
          'DTEND;TZID=Europe/Berlin:20261005T193000',
          'RRULE:FREQ=WEEKLY;COUNT=5',
          'EXDATE;TZID=Europe/Berlin:20261012T180000',
        ),
        'BEGIN:VEVENT',
        'UID:chor',
        'SUMMARY:Probe im Saal',
        'RECURRENCE-ID;TZID=Europe/Berlin:20261019T180000',
        'DTSTART;TZID=Europe/Berlin:20261020T190000',
        'STATUS:CANCELLED',
        'END:VEVENT',
      ),
    );
    expect(
      events.map(({ externalId, startsAt, summary, status }) => [
        externalId,
        startsAt.toISOString(),
        summary,
        status,
      ]),
    ).toEqual([
      ['chor/20261005T180000', '2026-10-05T16:00:00.000Z', 'Markt', 'confirmed'],
      ['chor/20261019T180000', '2026-10-20T17:00:00.000Z', 'Probe im Saal', 'cancelled'],
      ['chor/20261026T180000', '2026-10-26T17:00:00.000Z', 'Markt', 'confirmed'],
      ['chor/20261102T180000', '2026-11-02T17:00:00.000Z', 'Markt', 'confirmed'],
    ]);
  });

  test('are cut at a year around today and at their end in UTC', () => {
    const { events } = read(
      calendar(
        ...vevent('UID:alt', 'DTSTART;VALUE=DATE:20100101', 'RRULE:FREQ=MONTHLY'),
        ...vevent(
          'UID:bis',
          'DTSTART;TZID=Europe/Berlin:20261101T180000',
          'RRULE:FREQ=DAILY;UNTIL=20261103T165959Z',
        ),
      ),
    );
    expect(events.filter((event) => event.uid === 'alt').map((event) => event.recurrenceId)).toHaveLength(24);
    expect(events.filter((event) => event.uid === 'bis').map((event) => event.recurrenceId)).toEqual([
      '20261101T180000',
      '20261102T180000',
    ]);
  });

  test('whose rule is not supported keep their first day and tell so', () => {
    const { events, faults } = read(
      calendar(...vevent('UID:1', 'DTSTART:20261101T180000', 'RRULE:FREQ=SECONDLY')),
    );
    expect([events.length, faults[0]]).toMatchObject([
      1,
      { reason: 'rule-not-supported', field: 'RRULE', line: 3 },
    ]);
  });
});

test('600 rules give the days another library computed', () => {
  const vectors = JSON.parse(readFileSync('tests/fixtures/recurrence_dateutil.json', 'utf8')) as {
    rule: string;
    start: string;
    dates: string[];
  }[];
  for (const { rule, start, dates } of vectors) {
    const parsed = parseRecurrence(rule);
    if (!parsed.ok) throw new Error(rule);
    const days = [...recurrenceDates(parsed.value, start, { last: '2028-12-31' })];
    expect([rule, days.slice(0, dates.length)]).toEqual([rule, dates]);
    // Beginning late gives the same days as beginning at the start.
    const late = [...recurrenceDates(parsed.value, start, { from: '2027-03-01', last: '2028-12-31' })];
    const after = (date: string) => date >= '2027-03-01';
    expect([rule, late.filter(after)]).toEqual([rule, days.filter(after)]);
  }
});

test('a rule that never matches again ends', () => {
  const parsed = parseRecurrence('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30');
  const budget = { periods: 1000 };
  expect(
    parsed.ok && [...recurrenceDates(parsed.value, '2026-01-01', { last: '9999-12-31', budget })],
  ).toEqual(['2026-01-01']);
  expect(budget.periods).toBe(0);
});

test('a rule that names a weekday a hundred thousand times is none', () => {
  const rule = `FREQ=DAILY;BYDAY=${'MO,'.repeat(100_000)}TU`;
  expect(parseRecurrence(rule)).toMatchObject({ reason: 'rule-broken' });
  expect(parseRecurrence('FREQ=MONTHLY;BYDAY=MO,MO,MO')).toMatchObject({
    value: { weekdays: [{ weekday: 1 }] },
  });
  expect(parseRecurrence('FREQ=MONTHLY;BYDAY=54MO')).toMatchObject({ reason: 'rule-broken' });
});

test('a year of a rule costs what its weeks cost, so that yearly ones cannot keep a server longer than others', () => {
  const parsed = parseRecurrence('FREQ=YEARLY;BYDAY=1MO;COUNT=100000');
  const budget = { periods: 1000 };
  const dates = parsed.ok
    ? [...recurrenceDates(parsed.value, '1600-01-01', { last: '2028-12-31', budget })]
    : [];
  expect([dates.length, budget.periods]).toEqual([20, 0]);
});

test('of two thousand daily series no more is worked out than is read', () => {
  const events = Array.from({ length: 2000 }, (_, i) =>
    [
      'BEGIN:VEVENT',
      `UID:u${i}`,
      'DTSTART;VALUE=DATE:20261127',
      'SUMMARY:Müll',
      'RRULE:FREQ=DAILY',
      'END:VEVENT',
    ].join('\r\n'),
  );
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR', ''].join('\r\n');
  const read = readCalendar(new TextEncoder().encode(text), { expandAround: '2026-11-27', maxEvents: 2000 });
  if (!read.ok) throw new Error(read.reason);
  expect(read.value.events).toHaveLength(2000);
  expect(read.value.faults).toMatchObject([{ reason: 'rules-too-many' }]);
});

describe('a calendar we write', () => {
  const event = (more: Partial<EventToWrite> = {}): EventToWrite => ({
    uid: 'a@hagenow',
    sequence: 2,
    startsAt: new Date('2026-12-05T09:00:00Z'),
    endsAt: null,
    allDay: false,
    title: 'Markt, groß; "neu"',
    description: 'Zeile 1\nZeile 2',
    status: 'confirmed',
    updatedAt: new Date('2026-11-23T10:00:00Z'),
    url: 'https://a.de/?a=1,2;b',
    ...more,
  });

  test('keeps whole days as dates, also over a clock change', () => {
    const text = writeCalendar({
      name: 'N',
      events: [event({ allDay: true, startsAt: instantOf('2026-10-25'), endsAt: instantOf('2026-10-27') })],
    });
    expect(text).toContain('DTSTART;VALUE=DATE:20261025\r\nDTEND;VALUE=DATE:20261027\r\n');
  });

  test('is read back by two readers as it was meant, in lines of at most 75 octets', () => {
    const time = fc
      .integer({ min: Date.UTC(2020, 0) / 1000, max: Date.UTC(2035, 0) / 1000 })
      .map((seconds) => new Date(seconds * 1000));
    const text = fc.string({ unit: 'grapheme', maxLength: 120 }).map((part) => `T${part}`);
    fc.assert(
      fc.property(
        time,
        fc.integer({ min: 1, max: 500 }),
        text,
        text,
        fc.boolean(),
        (startsAt, minutes, title, description, allDay) => {
          const day = addDays('2026-01-01', minutes);
          const given = event({
            title,
            description,
            allDay,
            startsAt: allDay ? instantOf(day) : startsAt,
            endsAt: allDay ? instantOf(addDays(day, 2)) : new Date(startsAt.getTime() + minutes * 60_000),
          });
          const written = writeCalendar({ name: 'Hagenow', events: [given] });
          expect(written.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
          expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);

          const ours = read(Buffer.from(written)).events[0]!;
          expect([ours.startsAt, ours.endsAt, ours.allDay, ours.uid, ours.sequence]).toEqual([
            given.startsAt,
            given.endsAt,
            allDay,
            'a@hagenow',
            2,
          ]);
          const theirs = new ICAL.Event(
            new ICAL.Component(ICAL.parse(written) as unknown[]).getFirstSubcomponent('vevent')!,
          );
          const printable = (value: string) =>
            value
              .toWellFormed()
              .replace(/\r\n?/g, '\n')
              // eslint-disable-next-line no-control-regex -- what RFC 5545 leaves out
              .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
          expect([theirs.summary, theirs.description]).toEqual([printable(title), printable(description)]);
          if (!allDay) expect(theirs.startDate.toJSDate()).toEqual(startsAt);
        },
      ),
      { numRuns: 100 },
    );
  });
});

test('reading ends and never throws, whatever lines come', () => {
  const line = fc.constantFrom(
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'END:VEVENT',
    'BEGIN:VALARM',
    'UID:1',
    'SUMMARY:x',
    'DTSTART:20261101',
    'DTSTART;TZID=:20261101T1800',
    'RRULE:FREQ=WEEKLY;BYDAY=XX',
    'RRULE:FREQ=DAILY',
    ' gefaltet',
    'X;Y',
    ':',
    'DURATION:P-1X',
    'EXDATE:x',
    'CATEGORIES:a,b',
    'ORGANIZER;CN="x:mailto:y',
  );
  fc.assert(
    fc.property(
      fc.array(line),
      (lines) =>
        void readCalendar(Buffer.from(['BEGIN:VCALENDAR', ...lines].join('\r\n')), { expandAround: today }),
    ),
  );
});
