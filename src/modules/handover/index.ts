export * from './model.ts';
export { handoverPermissions } from './permissions.ts';
export { isOverdue, mayAnswer, mayAssign, mayReply } from './rules.ts';
