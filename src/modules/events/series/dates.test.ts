import { describe, expect, test } from 'vitest';
import { holidayCalendar } from '#platform/formats';
import { changedDates } from './changes.ts';
import { datesOf, renamedExceptions } from './dates.ts';
import type { Series } from './dates.ts';

const inMv = holidayCalendar('MV');
const series = (startsAt: string, rule: string | null, more: Partial<Series> = {}): Series => ({
  startsAt: new Date(startsAt),
  endsAt: null,
  allDay: false,
  status: 'confirmed',
  rule,
  added: [],
  excluded: [],
  skips: [],
  overrides: [],
  ...more,
});
const override = (recurrenceId: string, more: Partial<Series['overrides'][number]> = {}) => ({
  recurrenceId,
  start: null,
  end: null,
  status: 'confirmed' as const,
  title: null,
  venue: null,
  street: null,
  note: '',
  ...more,
});
const starts = (event: Series, first: string, last: string) =>
  datesOf(event, { first, last }, inMv).map((date) => date.startsAt.toISOString());

describe('the clock', () => {
  test('a choir at 18:00 stays at 18:00 in autumn', () => {
    const choir = series('2026-10-18T16:00:00Z', 'FREQ=WEEKLY');
    expect(starts(choir, '2026-10-18', '2026-11-01')).toEqual([
      '2026-10-18T16:00:00.000Z',
      '2026-10-25T17:00:00.000Z',
      '2026-11-01T17:00:00.000Z',
    ]);
  });

  test('and in spring', () => {
    const choir = series('2026-03-22T17:00:00Z', 'FREQ=WEEKLY');
    expect(starts(choir, '2026-03-22', '2026-03-29')).toEqual([
      '2026-03-22T17:00:00.000Z',
      '2026-03-29T16:00:00.000Z',
    ]);
  });

  test('a night walk at 02:30 begins at 03:30 in the night that has no 02:30, and the first time in the one that has two', () => {
    const walk = series('2026-03-28T01:30:00Z', 'FREQ=DAILY;INTERVAL=1');
    expect(starts(walk, '2026-03-29', '2026-03-29')).toEqual(['2026-03-29T01:30:00.000Z']);
    expect(starts(walk, '2026-10-25', '2026-10-25')).toEqual(['2026-10-25T00:30:00.000Z']);
  });

  test('an evening lasts as long in every season, a whole day is whole also with 25 hours', () => {
    const evening = series('2026-10-24T16:00:00Z', 'FREQ=DAILY', {
      endsAt: new Date('2026-10-24T18:00:00Z'),
    });
    expect(datesOf(evening, { first: '2026-10-25', last: '2026-10-25' }, inMv)[0]!.endsAt).toEqual(
      new Date('2026-10-25T19:00:00Z'),
    );
    const fair = series('2026-10-21T22:00:00Z', 'FREQ=DAILY;INTERVAL=3', {
      allDay: true,
      endsAt: new Date('2026-10-23T22:00:00Z'),
    });
    const [, second] = datesOf(fair, { first: '2026-10-22', last: '2026-10-25' }, inMv);
    expect([second!.startsAt, second!.endsAt]).toEqual([
      new Date('2026-10-24T22:00:00Z'),
      new Date('2026-10-26T23:00:00Z'),
    ]);
  });
});

test('months without a 31st and years without 29 February have no date', () => {
  expect(starts(series('2026-01-31T09:00:00Z', 'FREQ=MONTHLY'), '2026-01-01', '2026-06-30')).toEqual([
    '2026-01-31T09:00:00.000Z',
    '2026-03-31T08:00:00.000Z',
    '2026-05-31T08:00:00.000Z',
  ]);
  expect(starts(series('2024-02-29T09:00:00Z', 'FREQ=YEARLY'), '2024-01-01', '2032-12-31')).toEqual([
    '2024-02-29T09:00:00.000Z',
    '2028-02-29T09:00:00.000Z',
    '2032-02-29T09:00:00.000Z',
  ]);
});

describe('holidays', () => {
  test('a market that leaves out public holidays says which one, also on Women’s Day', () => {
    const market = series('2026-05-07T06:00:00Z', 'FREQ=WEEKLY', { skips: ['public-holidays'] });
    expect(
      datesOf(market, { first: '2026-05-07', last: '2026-05-21' }, inMv).map(({ status, note }) => [
        status,
        note,
      ]),
    ).toEqual([
      ['confirmed', ''],
      ['skipped', 'Christi Himmelfahrt'],
      ['confirmed', ''],
    ]);
    const sunday = series('2026-03-01T09:00:00Z', 'FREQ=WEEKLY', { skips: ['public-holidays'] });
    expect(datesOf(sunday, { first: '2026-03-08', last: '2026-03-08' }, inMv)[0]!.note).toBe('Frauentag');
  });

  test('a course without school holidays names them; a date moved into them by hand takes place', () => {
    const course = series('2026-07-01T15:00:00Z', 'FREQ=WEEKLY;COUNT=4', {
      skips: ['school-holidays'],
      overrides: [override('20260722T170000', { note: 'Ferienausgabe' })],
    });
    expect(
      datesOf(course, { first: '2026-07-01', last: '2026-12-31' }, inMv).map(({ status, note }) => [
        status,
        note,
      ]),
    ).toEqual([
      ['confirmed', ''],
      ['confirmed', ''],
      ['skipped', 'Sommerferien'],
      ['confirmed', 'Ferienausgabe'],
    ]);
  });
});

describe('single dates', () => {
  const market = series('2026-11-05T07:00:00Z', 'FREQ=WEEKLY;COUNT=4', {
    endsAt: new Date('2026-11-05T12:00:00Z'),
    excluded: ['20261112T080000'],
    added: ['20261107T090000'],
    overrides: [
      override('20261119T080000', { start: '20261120T100000', note: 'Wegen des Umzugs.' }),
      override('20261126T080000', { status: 'cancelled' }),
    ],
  });

  test('are taken out, added, moved and cancelled', () => {
    const dates = datesOf(market, { first: '2026-11-01', last: '2026-12-31' }, inMv);
    expect(
      dates.map(({ recurrenceId, startsAt, endsAt, status, isMoved }) => [
        recurrenceId.toISOString().slice(5, 16),
        startsAt.toISOString().slice(5, 16),
        endsAt!.toISOString().slice(5, 16),
        status,
        isMoved,
      ]),
    ).toEqual([
      ['11-05T07:00', '11-05T07:00', '11-05T12:00', 'confirmed', false],
      ['11-07T08:00', '11-07T08:00', '11-07T13:00', 'confirmed', false],
      ['11-19T07:00', '11-20T09:00', '11-20T14:00', 'confirmed', true],
      ['11-26T07:00', '11-26T07:00', '11-26T12:00', 'cancelled', false],
    ]);
  });

  test('keep their exceptions when the whole series begins an hour later', () => {
    const later = { ...market, startsAt: new Date('2026-11-05T08:00:00Z') };
    const { excluded, overrides } = renamedExceptions(market, later);
    expect([excluded, overrides.map((one) => one.recurrenceId)]).toEqual([
      ['20261112T090000'],
      ['20261119T090000', '20261126T090000'],
    ]);
  });

  test('an end that lies before the start is as long as the others', () => {
    const slip = { ...market, overrides: [override('20261105T080000', { end: '20261105T070000' })] };
    const [first] = datesOf(slip, { first: '2026-11-05', last: '2026-11-05' }, inMv);
    expect(first!.endsAt).toEqual(new Date('2026-11-05T12:00:00Z'));
  });

  test('what has changed is told by date, and an hour later is no end of all of them', () => {
    const span = { first: '2026-11-01', last: '2026-12-31' };
    const before = datesOf(series('2026-11-05T07:00:00Z', 'FREQ=WEEKLY;COUNT=4'), span, inMv);
    const after = datesOf(
      series('2026-11-05T07:00:00Z', 'FREQ=WEEKLY;COUNT=3', {
        overrides: [
          override('20261105T080000', { status: 'cancelled' }),
          override('20261112T080000', { start: '20261113T080000' }),
          override('20261119T080000', { venue: 'Turnhalle' }),
        ],
      }),
      span,
      inMv,
    );
    expect(changedDates(before, after).map(({ what }) => what)).toEqual([
      'cancelled',
      'moved',
      'place',
      'removed',
    ]);
    const later = datesOf(series('2026-11-05T08:00:00Z', 'FREQ=WEEKLY;COUNT=4'), span, inMv);
    expect(changedDates(before, later).map(({ what, becomes }) => [what, becomes?.toISOString()])).toEqual([
      ['moved', '2026-11-05T08:00:00.000Z'],
      ['moved', '2026-11-12T08:00:00.000Z'],
      ['moved', '2026-11-19T08:00:00.000Z'],
      ['moved', '2026-11-26T08:00:00.000Z'],
    ]);
    expect(changedDates(before, before)).toEqual([]);
  });
});
