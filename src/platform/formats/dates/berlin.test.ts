import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  civilDate,
  civilTime,
  daysBetween,
  instantOf,
  isCivilDate,
  isoWeekOf,
  weekdayOf,
} from './berlin.ts';
import { showPartialDate, showWeekday } from './show.ts';

describe('the town clock', () => {
  test('is already on tomorrow when UTC says half past ten in a summer evening', () => {
    expect(civilDate(new Date('2026-07-01T22:30:00Z'))).toBe('2026-07-02');
  });

  test('shows 03:30 for the 02:30 that summer time skips', () => {
    const instant = instantOf('2026-03-29', '02:30');
    expect(instant.toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(civilTime(instant)).toBe('03:30');
  });

  test('means the first 02:30 of the night that has two', () => {
    expect(instantOf('2026-10-25', '02:30').toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });

  test('keeps a weekly 18:00 at 18:00 over both changes', () => {
    for (let date = '2026-03-02'; date < '2026-11-30'; date = addDays(date, 7)) {
      expect(civilTime(instantOf(date, '18:00'))).toBe('18:00');
    }
  });

  test('knows days of 23 and 25 hours', () => {
    const hours = (date: string) =>
      (instantOf(addDays(date, 1)).getTime() - instantOf(date).getTime()) / 3_600_000;
    expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-11-23')]).toEqual([23, 25, 24]);
  });

  test('brings every instant back from its own date and time, but for the hour that happens twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1996, 0), max: Date.UTC(2060, 0) }), (ms) => {
        const instant = new Date(Math.floor(ms / 60_000) * 60_000);
        const back = instantOf(civilDate(instant), civilTime(instant));
        expect([0, 3_600_000]).toContain(instant.getTime() - back.getTime());
        expect([civilDate(back), civilTime(back)]).toEqual([civilDate(instant), civilTime(instant)]);
      }),
    );
  });

  test('refuses days that do not exist', () => {
    expect(['2026-02-29', '2026-13-01', '2026-04-31', '26-01-01'].map(isCivilDate)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(isCivilDate('2028-02-29')).toBe(true);
  });

  test('counts weeks as ISO 8601 does: 2026 has a week 53', () => {
    expect(isoWeekOf('2027-01-01')).toEqual({ year: 2026, week: 53 });
    expect(isoWeekOf('2027-01-04')).toEqual({ year: 2027, week: 1 });
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  });
});

test('a "Stand" is shown as exactly as it is known', () => {
  expect(['2019', '2024-10', '2019-12-31', 'unbekannt'].map((text) => showPartialDate(text))).toEqual([
    '2019',
    'Oktober 2024',
    '31. Dezember 2019',
    'unbekannt',
  ]);
  expect(showPartialDate('2019-12-31', 'en')).toBe('31 December 2019');
  expect(showWeekday(1)).toBe('Montag');
});
