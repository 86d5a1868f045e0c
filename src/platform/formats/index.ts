export { linesOf, plainText, renderMarkdown } from './markdown/render.ts';
export {
  addDays,
  civilDate,
  civilTime,
  daysBetween,
  instantOf,
  isCivilDate,
  wallTime,
  weekdayOf,
  zonedTime,
} from './dates/berlin.ts';
export { readInstant } from './dates/read.ts';
export { showDay, showPartialDate, showTime, showWeekday } from './dates/show.ts';
export { holidayCalendar } from './holidays/holidays.ts';
export type { HolidayCalendar, State } from './holidays/holidays.ts';
export { parseOpeningHours } from './opening-hours/parse.ts';
export { openingState } from './opening-hours/state.ts';
export { describeOpeningHours } from './opening-hours/describe.ts';
export type { OpeningHoursRow } from './opening-hours/describe.ts';
