export { householdOf } from './household.ts';
export { createRateLimits } from './rate-limit.ts';
