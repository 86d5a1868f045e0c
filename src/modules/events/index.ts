export * from './model.ts';
export { eventsPermissions } from './permissions.ts';
export { datePath, daysOf, isUpcoming, keyOf, onDate, spanInWords } from './rules.ts';
export { toCalendarDate, toCalendarEvent } from './exchange.ts';
export { isSeries, momentOfDate } from './series/dates.ts';
export { seriesInWords } from './series/words.ts';
