export * from './model.ts';
export { slugOf } from './rules.ts';
export { publishingPermissions } from './permissions.ts';
export { factLine, searchDocumentOf } from './searchable.ts';
export { publicForm } from './public-form.ts';
export { firstSaid, namesTitle } from './question-words.ts';
