export * from './model.ts';
export { noticesPermissions } from './permissions.ts';
