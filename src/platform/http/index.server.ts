export { eventStream } from './event-stream.server.ts';
export type { SendEvent } from './event-stream.server.ts';
export { guardedFetch } from './guarded-fetch.server.ts';
export type { FetchedDocument } from './guarded-fetch.server.ts';
