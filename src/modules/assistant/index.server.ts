export { createAssistant } from './assistant.server.ts';
export type { Assistant, AssistantOptions, SearchWish } from './assistant.server.ts';
export type { Searchable } from './indexes.server.ts';
export { createModelWriter } from './writer/models.server.ts';
export type { ModelChoice } from './writer/models.server.ts';
