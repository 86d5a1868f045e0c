export { linesOf, plainText, renderMarkdown } from './markdown/render.ts';
export { sentencesOf } from './markdown/sentences.ts';
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
export type { HolidayCalendar } from './holidays/holidays.ts';
export type { State } from './holidays/states.ts';
export { addWorkingDays } from './holidays/working-days.ts';
export { schoolHolidays, schoolHolidaysKnownUntil } from './holidays/school-holidays.ts';
export { parseRecurrence } from './icalendar/recurrence.ts';
export type { RecurrenceRule } from './icalendar/recurrence.ts';
export {
  instantOfMoment,
  isMoment,
  momentOf,
  partsOf,
  seriesDates,
  wallMoment,
} from './icalendar/occurrences.ts';
export { parseOpeningHours } from './opening-hours/parse.ts';
export { openingSpans, openingState } from './opening-hours/state.ts';
export { describeOpeningHours } from './opening-hours/describe.ts';
export type { OpeningHoursRow } from './opening-hours/describe.ts';
export { OPEN_LICENCES, openLicenceOf } from './dcat/licences.ts';
export type { OpenLicence } from './dcat/licences.ts';
