export * from './model.ts';
export { slugOf } from './rules.ts';
export { publishingPermissions } from './permissions.ts';
export { factLine, listDocumentOf, searchDocumentOf } from './searchable.ts';
export { publicForm } from './public-form.ts';
export { asWritten, firstSaid, namedShare, namesTitle, subjectOf, subjectWordsOf } from './question-words.ts';
export { askedDays } from './asked-days.ts';
export type { AskedDays } from './asked-days.ts';
