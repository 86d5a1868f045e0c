export { createAssistant } from './assistant.server.ts';
export type { Assistant, SearchWish } from './assistant.server.ts';
export type { Searchable } from './indexes.server.ts';
