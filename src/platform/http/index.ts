export { createRateLimits } from './rate-limit.ts';
export type { RateLimitRule, RateLimits, RateVerdict } from './rate-limit.ts';
