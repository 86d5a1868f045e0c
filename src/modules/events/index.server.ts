export { eventKind } from './kind.server.ts';
export { findEvent, listEvents } from './queries.server.ts';
export type { EventFilter } from './queries.server.ts';
export { eventDateReader } from './typed-answers.server.ts';
