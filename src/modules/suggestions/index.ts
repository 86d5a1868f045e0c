export * from './model.ts';
export { suggestionsPermissions } from './permissions.ts';
export { eventValues, spanOf } from './rules.ts';
