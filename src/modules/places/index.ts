export * from './model.ts';
export { placesPermissions } from './permissions.ts';
export { groundCollection } from './ground.ts';
export { openingAt } from './rules.ts';
