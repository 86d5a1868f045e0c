export * from './model.ts';
export { assistantPermissions } from './permissions.ts';
export { redact } from './redact.ts';
export { isReason, REASONS } from './gaps/model.ts';
export type { ArticleRating, GapGroup, GapWeek } from './gaps/model.ts';
