export * from './model.ts';
export { knowledgePermissions } from './permissions.ts';
