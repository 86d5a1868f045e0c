export { patentKind } from './kind.server.ts';
export { findPatent, listPatents } from './queries.server.ts';
export { patentDocuments, patentReader } from './typed-answers.server.ts';
