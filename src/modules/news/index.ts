export * from './model.ts';
export { newsPermissions } from './permissions.ts';
