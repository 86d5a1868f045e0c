export { createSuggestions } from './suggestions.server.ts';
export type { Suggestions } from './suggestions.server.ts';
