export * from './model.ts';
export { suggestionsPermissions } from './permissions.ts';
export { eventValues } from './rules.ts';
