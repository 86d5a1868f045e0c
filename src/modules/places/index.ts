export * from './model.ts';
export { placesPermissions } from './permissions.ts';
export { openingAt } from './rules.ts';
