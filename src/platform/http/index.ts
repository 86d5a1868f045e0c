export { createAdmission } from './admission.ts';
export { householdOf } from './household.ts';
export { plainForms } from './plain-form.ts';
export { createRateLimits } from './rate-limit.ts';
export type { RateLimitRule } from './rate-limit.ts';
