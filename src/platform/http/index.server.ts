export { clientAddress } from './client-address.ts';
export { FETCH_LIMITS, guardedFetch } from './guarded-fetch.server.ts';
export type { FetchedDocument, FetchLimits, FetchOptions, FetchRefusal } from './guarded-fetch.server.ts';
export { createRateLimits } from './rate-limit.ts';
export type { RateLimitRule, RateLimits, RateVerdict } from './rate-limit.ts';
