export * from './model.ts';
export { fieldsOf, ipcInWords } from './ipc.ts';
export { patentsPermissions } from './permissions.ts';
