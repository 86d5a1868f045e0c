import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weekdayOf } from '../dates/berlin.ts';
import { easterSunday, holidayCalendar, holidays } from './holidays.ts';
import { schoolHolidaysKnownUntil } from './school-holidays.ts';

test('the holidays of Mecklenburg-Vorpommern are those another calendar computed for 2024 to 2028', () => {
  const fixture = JSON.parse(readFileSync('tests/fixtures/feiertage_mv_2024_2028.json', 'utf8')) as {
    feiertage: { date: string; name: string }[];
  };
  expect([2024, 2025, 2026, 2027, 2028].flatMap((year) => holidays('MV', year))).toEqual(fixture.feiertage);
});

test('women’s day is a holiday in Mecklenburg-Vorpommern since 2023, in Bavaria never', () => {
  expect(holidayCalendar('MV').publicHoliday('2022-03-08')).toBeNull();
  expect(holidayCalendar('MV').publicHoliday('2023-03-08')).toBe('Frauentag');
  expect(holidayCalendar('BY').publicHoliday('2023-03-08')).toBeNull();
});

test('all states kept the day of Reformation in 2017', () => {
  expect(holidayCalendar('BY').publicHoliday('2017-10-31')).toBe('Reformationstag');
  expect(holidayCalendar('BY').publicHoliday('2018-10-31')).toBeNull();
});

test('the day of repentance is the Wednesday between 16 and 22 November', () => {
  const days = Array.from({ length: 40 }, (_, i) =>
    holidays('SN', 2000 + i).find((day) => day.name.startsWith('Buß'))!,
  );
  expect(
    days.every(({ date }) => weekdayOf(date) === 3 && date.slice(5) >= '11-16' && date.slice(5) <= '11-22'),
  ).toBe(true);
  expect(days[26]!.date).toBe('2026-11-18');
});

test('Easter is a Sunday between 22 March and 25 April', () => {
  expect([easterSunday(2026), easterSunday(2038), easterSunday(2285)]).toEqual([
    '2026-04-05',
    '2038-04-25',
    '2285-03-22',
  ]);
  fc.assert(
    fc.property(fc.integer({ min: 1995, max: 4000 }), (year) => {
      const easter = easterSunday(year);
      expect(weekdayOf(easter)).toBe(7);
      expect(easter >= `${year}-03-22` && easter <= `${year}-04-25`).toBe(true);
    }),
  );
});

test('the summer holidays of Mecklenburg-Vorpommern are known by name, those of Bavaria are not made up', () => {
  expect(holidayCalendar('MV').schoolHoliday('2026-07-13')).toBe('Sommerferien');
  expect(holidayCalendar('MV').schoolHoliday('2026-08-22')).toBe('Sommerferien');
  expect(holidayCalendar('MV').schoolHoliday('2026-08-23')).toBeNull();
  expect(holidayCalendar('BY').schoolHoliday('2026-08-03')).toBeNull();
  expect([schoolHolidaysKnownUntil('MV'), schoolHolidaysKnownUntil('BY')]).toEqual(['2030-08-10', null]);
});
