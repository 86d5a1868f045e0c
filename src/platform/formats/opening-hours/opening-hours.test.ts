import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDate, instantOf, wallTime, addDays } from '../dates/berlin.ts';
import { holidayCalendar } from '../holidays/holidays.ts';
import { describeOpeningHours } from './describe.ts';
import { parseOpeningHours } from './parse.ts';
import type { OpeningHours } from './rules.ts';
import { openingSpans, openingState } from './state.ts';

const inMv = holidayCalendar('MV');

function hoursOf(text: string): OpeningHours {
  const outcome = parseOpeningHours(text);
  if (!outcome.ok) throw new Error(`${text}: ${JSON.stringify(outcome)}`);
  return outcome.value;
}

function stateAt(text: string, date: string, time: string) {
  const state = openingState(hoursOf(text), instantOf(date, time), inMv);
  return { ...state, until: state.until?.toISOString() ?? null, next: state.next?.toISOString() ?? null };
}

describe('a town hall open in the morning and on Tuesday afternoon', () => {
  const hall = 'Mo-Fr 08:00-12:00; Tu 08:00-12:00,14:00-18:00; PH off';

  test('is open on Monday morning until noon', () => {
    expect(stateAt(hall, '2026-11-23', '09:15')).toEqual({
      state: 'open',
      open: true,
      until: '2026-11-23T11:00:00.000Z',
      next: '2026-11-24T07:00:00.000Z',
      note: null,
      holiday: null,
    });
  });

  test('is closed over lunch on Tuesday and opens again at two', () => {
    expect(stateAt(hall, '2026-11-24', '12:00')).toMatchObject({
      open: false,
      next: '2026-11-24T13:00:00.000Z',
    });
  });

  test('is closed on women’s day, which only some states keep', () => {
    expect(stateAt(hall, '2027-03-08', '09:00')).toMatchObject({ state: 'closed', holiday: 'Frauentag' });
    const inBavaria = openingState(hoursOf(hall), instantOf('2027-03-08', '09:00'), holidayCalendar('BY'));
    expect(inBavaria.open).toBe(true);
  });

  test('opens at eight also on the Monday after summer time began', () => {
    expect(stateAt(hall, '2026-03-28', '12:00').next).toBe('2026-03-30T06:00:00.000Z');
  });
});

test('hours that forget the holidays promise nothing on one', () => {
  expect(stateAt('Mo-Sa 09:00-18:00', '2026-10-03', '10:00')).toMatchObject({
    state: 'unknown',
    open: false,
  });
});

test('a bar open beyond midnight is open at one o’clock, on Sunday’s account', () => {
  const bar = 'Sa-Su 20:00-02:00';
  expect(stateAt(bar, '2026-11-23', '01:00')).toMatchObject({
    open: true,
    until: '2026-11-23T01:00:00.000Z',
  });
  expect(stateAt(bar, '2026-11-23', '02:00').open).toBe(false);
});

test('what is always open never closes', () => {
  expect(stateAt('24/7', '2026-12-25', '03:00')).toMatchObject({ state: 'open', until: null, next: null });
});

test('by arrangement is neither open nor closed', () => {
  expect(stateAt('"nach Vereinbarung"', '2026-11-23', '10:00')).toMatchObject({
    state: 'unknown',
    note: 'nach Vereinbarung',
  });
});

test('seasons, single days, the first Saturday of the month, and holidays that fall on weekdays', () => {
  expect(stateAt('Apr-Oct Sa 10:00-16:00', '2026-11-21', '11:00').next).toBe('2027-04-03T08:00:00.000Z');
  expect(stateAt('Mo-Su 10:00-16:00; Dec 24-26 off', '2026-12-24', '11:00').state).toBe('closed');
  expect(stateAt('Dec 24,31 10:00-12:00', '2026-12-25', '11:00').next).toBe('2026-12-31T09:00:00.000Z');
  expect(stateAt('Oct 01-Mar 31 Su 10:00-12:00', '2027-01-03', '11:00').open).toBe(true);
  expect(openingSpans(hoursOf('Sa[1] 10:00-12:00'), '2026-12-05', inMv)).toHaveLength(1);
  expect(openingSpans(hoursOf('Sa[1] 10:00-12:00'), '2026-12-12', inMv)).toHaveLength(0);
  expect(openingSpans(hoursOf('Sa[-1] 10:00-12:00'), '2026-12-26', inMv)).toHaveLength(0); // a holiday nobody mentioned
  expect(openingSpans(hoursOf('Fr[-1] 10:00-12:00'), '2026-11-27', inMv)).toHaveLength(1);
  expect(openingSpans(hoursOf('PH Mo-Fr 10:00-12:00'), '2026-10-03', inMv)).toHaveLength(0);
  expect(openingSpans(hoursOf('Mo-Fr,PH 10:00-12:00'), '2026-10-03', inMv)).toHaveLength(1);
});

test('German weekdays and bare hours, as clerks write them, mean the same', () => {
  expect(hoursOf('Di, Do 9–12 Uhr, 14.00–17.00 Uhr; So 14-17 Uhr')).toEqual(
    hoursOf('Tu,Th 09:00-12:00,14:00-17:00; Su 14:00-17:00'),
  );
});

test.each([
  ['Mo-Fr 08:00', 'hours-not-understood'],
  ['Mo-Fr 25:00-26:00', 'hours-impossible'],
  ['Mo-Fr 08:61-12:00', 'hours-impossible'],
  ['Feb 30 10:00-12:00', 'hours-impossible'],
  ['sunrise-sunset', 'hours-not-understood'],
  ['', 'hours-not-understood'],
  ['Mo-Fr 08:00-12:00 || "x"', 'hours-not-understood'],
  ['Montag bis Freitag', 'hours-not-understood'],
  ['Mo'.repeat(600), 'hours-too-long'],
])('refuses %s', (text, reason) => {
  expect(parseOpeningHours(text)).toMatchObject({ ok: false, reason });
});

test('a refusal names the part it did not understand', () => {
  expect(parseOpeningHours('Mo-Fr 08:00-12:00; Sa bald')).toMatchObject({
    details: { values: { part: 'bald', position: 23 } },
  });
});

test('reading never throws and ends, whatever is typed', () => {
  const piece = fc.constantFrom(
    'Mo',
    'Fr',
    '-',
    ',',
    ';',
    ' ',
    '08:00',
    '12',
    'PH',
    'off',
    'Dec',
    '24/7',
    '"x"',
    '[1]',
    ':',
    '+',
    '2026',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece).map((list) => list.join('')),
        fc.string(),
      ),
      (text) => {
        const outcome = parseOpeningHours(text);
        if (outcome.ok) openingState(outcome.value, new Date('2026-11-23T10:00:00Z'), inMv);
      },
    ),
  );
});

test('agrees with a clerk who looks at the clock and the list, at any minute of any day', () => {
  const clock = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:00`);
  const span = fc
    .tuple(clock, clock)
    .filter(([a, b]) => a < b)
    .map(([a, b]) => `${a}-${b}`);
  const rule = fc
    .tuple(fc.constantFrom('Mo-Fr', 'Sa', 'Tu,Th', 'Su-Mo', 'PH'), fc.oneof(span, fc.constant('off')))
    .map((p) => p.join(' '));
  const minute = fc.integer({ min: Date.UTC(2026, 0) / 60_000, max: Date.UTC(2027, 0) / 60_000 });
  fc.assert(
    fc.property(fc.array(rule, { minLength: 1, maxLength: 4 }), minute, (rules, at) => {
      const hours = hoursOf(rules.join('; '));
      const now = new Date(at * 60_000);
      const { hour, minute: min, date } = wallTime(now);
      const listed = openingSpans(hours, date, inMv).some(
        ({ from, to }) => from <= hour * 60 + min && hour * 60 + min < to,
      );
      const state = openingState(hours, now, inMv);
      expect(state.open).toBe(listed);
      if (state.until) {
        expect(openingState(hours, new Date(state.until.getTime() - 1), inMv).open).toBe(true);
        expect(openingState(hours, state.until, inMv).open).toBe(false);
      }
      if (state.next) expect(openingState(hours, state.next, inMv).open).toBe(true);
      if (!state.open && state.next) {
        for (let day = date; day < civilDate(state.next); day = addDays(day, 1)) {
          const rest = openingSpans(hours, day, inMv).filter((s) => day !== date || s.from > hour * 60 + min);
          expect(rest).toEqual([]);
        }
      }
    }),
    { numRuns: 300 },
  );
});

describe('hours for reading', () => {
  test('are one row for each weekday, then holidays and seasons', () => {
    const rows = describeOpeningHours(
      hoursOf('Mo-Fr 08:00-12:00; We off; Apr-Oct Sa 10:00-16:00 "nur bei Sonne"; PH off'),
    );
    expect(rows.map(({ label, times, closed, note }) => [label, times.join(), closed, note])).toEqual([
      ['Montag', '08:00–12:00', false, null],
      ['Dienstag', '08:00–12:00', false, null],
      ['Mittwoch', '', true, null],
      ['Donnerstag', '08:00–12:00', false, null],
      ['Freitag', '08:00–12:00', false, null],
      ['Samstag', '', true, null],
      ['Sonntag', '', true, null],
      ['1. April bis 31. Oktober: Samstag', '10:00–16:00', false, 'nur bei Sonne'],
      ['Feiertage', '', true, null],
    ]);
  });

  test('speak English', () => {
    expect(describeOpeningHours(hoursOf('Dec 24 off'), 'en')).toEqual([
      { label: '24 December', weekday: null, times: [], closed: true, note: null },
    ]);
  });
});
