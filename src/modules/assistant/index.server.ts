export { createAssistant } from './assistant.server.ts';
export type { Assistant, AssistantOptions, SearchWish } from './assistant.server.ts';
export type { Searchable } from './indexes.server.ts';
export { createModelWriter } from './writer/models.server.ts';
export type { ModelChoice } from './writer/models.server.ts';
export { draftForGap, listGapGroups } from './gaps.server.ts';
export { gapCrons } from './gaps/jobs.server.ts';
export { listBadRatings, rateAnswer } from './gaps/ratings.server.ts';
export type { Say, TypedReader } from './typed.ts';
