export * from './model.ts';
export { attendancePermissions } from './permissions.ts';
export { eraseOn } from './rules.ts';
