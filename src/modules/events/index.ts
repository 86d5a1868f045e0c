export * from './model.ts';
export { eventsPermissions } from './permissions.ts';
export { daysOf, endOf, isUpcoming, spanInWords } from './rules.ts';
export { toCalendarEvent } from './exchange.ts';
