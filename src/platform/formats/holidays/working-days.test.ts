import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, weekdayOf } from '../dates/berlin.ts';
import { holidayCalendar } from './holidays.ts';
import { addWorkingDays } from './working-days.ts';

const mv = holidayCalendar('MV');

test('ten working days over Christmas in Mecklenburg-Vorpommern end on the eighth of January', () => {
  // 24, 28–31 December, 4–8 January: Christmas and New Year are holidays.
  expect(addWorkingDays('2026-12-23', 10, mv)).toBe('2027-01-08');
});

test('the women’s day is a working day in Bavaria and none in Mecklenburg-Vorpommern', () => {
  expect(addWorkingDays('2027-03-05', 1, mv)).toBe('2027-03-09');
  expect(addWorkingDays('2027-03-05', 1, holidayCalendar('BY'))).toBe('2027-03-08');
});

test('whatever the day, the due day is a working day, and one working day more is later', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 60 }), (offset, days) => {
      const due = addWorkingDays(addDays('2024-01-01', offset), days, mv);
      expect(weekdayOf(due)).toBeLessThanOrEqual(5);
      expect(mv.publicHoliday(due)).toBeNull();
      expect(addWorkingDays(addDays('2024-01-01', offset), days + 1, mv) > due).toBe(true);
    }),
  );
});
