export { clientAddress } from './client-address.ts';
export { guardedFetch } from './guarded-fetch.server.ts';
export type { FetchedDocument } from './guarded-fetch.server.ts';
