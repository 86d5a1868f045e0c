export * from './model.ts';
export { eventsPermissions } from './permissions.ts';
export { isUpcoming, spanInWords } from './rules.ts';
export { toCalendarEvent } from './exchange.ts';
