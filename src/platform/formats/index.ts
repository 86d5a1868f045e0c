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
