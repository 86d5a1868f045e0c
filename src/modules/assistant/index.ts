export * from './model.ts';
export { assistantPermissions } from './permissions.ts';
export { redact } from './redact.ts';
export { isReason, REASONS } from './gaps/model.ts';
export type { ArticleRating, GapGroup, GapWeek, Verdict } from './gaps/model.ts';
export { LONGEST_ASKED, MOST_ASKED, readAskedPages, withAsked } from './asked/lists.ts';
export { groupsAsText, MOST_WORDS } from './words/groups.ts';
export type { SynonymGroup } from './words/groups.ts';
