import { expect, test } from 'vitest';
import fc from 'fast-check';
import { addDays, daysBetween, holidayCalendar, weekdayOf } from '#platform/formats';
import {
  daysUntilUncovered,
  dueReminders,
  explainShifts,
  isServed,
  nextOfEachStream,
  shiftByHolidays,
  withChanges,
} from './rules.ts';
import type { Collection } from './model.ts';

const holidays = holidayCalendar('MV');
const planned = (date: string, stream: Collection['stream'] = 'paper') => ({
  stream,
  rhythm: 'standard' as const,
  date,
});
const on = (date: string, stream: Collection['stream'] = 'paper'): Collection => ({
  ...planned(date, stream),
  planned: date,
  changedAt: null,
  movedFrom: null,
  reason: null,
});

test.each([
  ['Christi Himmelfahrt (Do., 14. Mai 2026) schiebt den Donnerstag', '2026-05-14', '2026-05-15'],
  ['… und den Freitag auf den Samstag', '2026-05-15', '2026-05-16'],
  ['… aber nicht den Mittwoch davor', '2026-05-13', '2026-05-13'],
  ['Pfingstmontag schiebt die ganze Woche', '2026-05-29', '2026-05-30'],
  [
    'zwei Feiertage in der Weihnachtswoche 2025 schieben den Freitag auf den Samstag, nie auf den Sonntag',
    '2025-12-25',
    '2025-12-27',
  ],
  ['Weihnachten 2026 an Freitag und Samstag: der Freitag wird vorgezogen', '2026-12-25', '2026-12-24'],
  ['der 8. März 2026 ist ein Sonntag und schiebt nichts', '2026-03-09', '2026-03-09'],
])('%s', (_, regular, shifted) => {
  expect(shiftByHolidays(regular, holidays)).toBe(shifted);
});

test('a collection never falls on a Sunday or a holiday and moves by less than a week', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 6000 }), (days) => {
      const date = addDays('2024-01-01', days);
      fc.pre(weekdayOf(date) < 7);
      const shifted = shiftByHolidays(date, holidays);
      expect(weekdayOf(shifted)).toBeLessThan(7);
      expect(holidays.publicHoliday(shifted)).toBeNull();
      expect(Math.abs(daysBetween(date, shifted))).toBeLessThan(6);
    }),
  );
});

test('a date off its weekday is explained by the holiday', () => {
  const thursdays = ['2026-04-30', '2026-05-07', '2026-05-15', '2026-05-21'].map((date) => planned(date));
  expect(explainShifts(thursdays, holidays).map((one) => one.reason)).toEqual([
    null,
    null,
    'Christi Himmelfahrt',
    null,
  ]);
  expect(explainShifts(thursdays, holidays)[2]).toMatchObject({
    date: '2026-05-15',
    movedFrom: '2026-05-14',
  });
});

test('the desk moves one date and cancels another; the rest stays', () => {
  const plan = ['2026-12-03', '2026-12-17', '2026-12-31'].map((date) => on(date));
  const changed = withChanges(plan, [
    { ...planned('2026-12-17'), movedTo: '2026-12-18', reason: 'Glatteis', changedAt: new Date() },
    { ...planned('2026-12-31'), movedTo: null, reason: 'Streik', changedAt: new Date() },
  ]);
  expect(changed.map((one) => [one.date, one.movedFrom, one.reason])).toEqual([
    ['2026-12-03', null, null],
    ['2026-12-18', '2026-12-17', 'Glatteis'],
  ]);
});

test('next is the nearest of each stream, today included', () => {
  const plan = [
    on('2026-11-20'),
    on('2026-12-04'),
    on('2026-11-23', 'residual'),
    on('2026-12-07', 'residual'),
  ];
  expect(nextOfEachStream(plan, '2026-11-23').map((one) => [one.stream, one.date])).toEqual([
    ['residual', '2026-11-23'],
    ['paper', '2026-12-04'],
  ]);
});

test('the reminder rings at seven in the evening before, in winter and in summer', () => {
  const wish = { streams: ['paper' as const], daysBefore: 1, hour: 19 };
  const year = [new Date('2026-01-01T00:00:00Z'), new Date('2027-01-01T00:00:00Z')] as const;
  const at = (date: string) => dueReminders([on(date)], wish, ...year)[0]!.at.toISOString();
  expect(at('2026-01-15')).toBe('2026-01-14T18:00:00.000Z');
  expect(at('2026-07-15')).toBe('2026-07-14T17:00:00.000Z');
  expect(at('2026-03-30')).toBe('2026-03-29T17:00:00.000Z');
  expect(at('2026-10-26')).toBe('2026-10-25T18:00:00.000Z');
});

test('one reminder a day, whatever stands at the kerb, and each exactly once over adjoining spans', () => {
  const plan = [on('2026-12-03'), on('2026-12-03', 'organic'), on('2026-12-10')];
  const wish = { streams: ['paper' as const, 'organic' as const], daysBefore: 1, hour: 19 };
  const span = (from: string, to: string) => dueReminders(plan, wish, new Date(from), new Date(to));
  expect(span('2026-12-01T00:00:00Z', '2026-12-05T00:00:00Z')).toEqual([
    { at: new Date('2026-12-02T18:00:00Z'), date: '2026-12-03', streams: ['organic', 'paper'] },
  ]);
  const cut = '2026-12-02T18:00:00Z';
  expect(span('2026-12-01T00:00:00Z', cut).length + span(cut, '2026-12-05T00:00:00Z').length).toBe(1);
});

test.each([
  ['', 7, true],
  ['even', 28, true],
  ['even', 27, false],
  ['1-19,40', 40, true],
  ['1-19,40', 21, false],
])('numbers "%s" and house %i: %s', (numbers, house, served) => {
  expect(isServed(numbers, house)).toBe(served);
});

test('the desk hears of a plan that ends within a month, also after it has ended', () => {
  expect(daysUntilUncovered('2026-12-31', '2026-11-23')).toBeNull();
  expect(daysUntilUncovered('2026-12-31', '2026-12-01')).toBe(30);
  expect(daysUntilUncovered('2026-12-31', '2027-01-02')).toBe(-2);
});
