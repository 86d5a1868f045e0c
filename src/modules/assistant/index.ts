export * from './model.ts';
export { assistantPermissions } from './permissions.ts';
export { redact } from './redact.ts';
