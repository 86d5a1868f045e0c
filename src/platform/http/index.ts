export { createRateLimits } from './rate-limit.ts';
