export * from './model.ts';
export { wastePermissions } from './permissions.ts';
export { daysUntilUncovered, nextOfEachStream, shiftByHolidays } from './rules.ts';
export { toCalendarEvent } from './feed.ts';
