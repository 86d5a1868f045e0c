export {
  findMergedInto,
  keepApart,
  listDuplicates,
  listFurtherSources,
  mergeEvents,
} from './duplicates/duplicates.server.ts';
export type { Duplicate, FurtherSource } from './duplicates/duplicates.server.ts';
export { eventKind } from './kind.server.ts';
export {
  findEvent,
  findOccurrence,
  listCalendar,
  listDates,
  listEvents,
  listVenues,
} from './queries.server.ts';
export type { EventFilter } from './queries.server.ts';
export { DATES_CHANGED, datesCron } from './series/dates.server.ts';
export { agendaReader, eventDateReader, eventFactReader } from './typed-answers.server.ts';
export {
  addDate,
  changeDate,
  changeFollowing,
  endSeriesBefore,
  removeDate,
  restoreDate,
} from './series/commands.server.ts';
export type { DateRefusal, DateWish } from './series/commands.server.ts';
export { explainSeries } from './series/explain.server.ts';
