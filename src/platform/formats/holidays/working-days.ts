import { addDays, weekdayOf } from '../dates/berlin.ts';
import type { HolidayCalendar } from './holidays.ts';

/** The day so many working days after another; Saturdays, Sundays and public holidays of the state are none. */
export function addWorkingDays(
  day: string,
  workingDays: number,
  calendar: Pick<HolidayCalendar, 'publicHoliday'>,
): string {
  let reached = day;
  for (let left = workingDays; left > 0;) {
    reached = addDays(reached, 1);
    if (weekdayOf(reached) <= 5 && calendar.publicHoliday(reached) === null) left--;
  }
  return reached;
}
