export * from './model.ts';
export { fieldsOf } from './ipc.ts';
export { patentsPermissions } from './permissions.ts';
