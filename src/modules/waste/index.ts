export * from './model.ts';
export { wastePermissions } from './permissions.ts';
export { daysUntilUncovered, dueReminders, isServed, nextOfEachStream, shiftByHolidays } from './rules.ts';
export type { Reminder, ReminderWish } from './rules.ts';
export { toCalendarEvent } from './feed.ts';
