export { guardedFetch } from './guarded-fetch.server.ts';
export type { FetchedDocument } from './guarded-fetch.server.ts';
