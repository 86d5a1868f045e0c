export { renderMarkdown, linesOf, plainText } from './markdown/render.ts';
export type { RenderedText, RenderOptions } from './markdown/render.ts';
export type { TextLine } from './markdown/lines.ts';
export { sentencesOf } from './markdown/sentences.ts';
export {
  addDays,
  civilDate,
  civilTime,
  daysBetween,
  instantOf,
  isCivilDate,
  isoWeekOf,
  TOWN_TIME_ZONE,
  wallTime,
  weekdayOf,
} from './dates/berlin.ts';
export { showDay, showPartialDate, showTime, showWeekday } from './dates/show.ts';
export { easterSunday, holidayCalendar, holidays } from './holidays/holidays.ts';
export type { Holiday, HolidayCalendar, State } from './holidays/holidays.ts';
export { parseOpeningHours } from './opening-hours/parse.ts';
export type { OpeningHoursFault } from './opening-hours/parse.ts';
export { openingSpans, openingState } from './opening-hours/state.ts';
export type { OpeningState } from './opening-hours/state.ts';
export { describeOpeningHours } from './opening-hours/describe.ts';
export type { OpeningHoursRow } from './opening-hours/describe.ts';
export type { OpeningHours, OpeningRule, TimeSpan } from './opening-hours/rules.ts';
export { readInstant } from './dates/read.ts';
export { centroid, distanceMeters, isInside } from './geo/shapes.ts';
export type { Geometry, Point, Position } from './geo/shapes.ts';
