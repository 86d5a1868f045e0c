export * from './model.ts';
export { tenancyPermissions } from './permissions.ts';
