export { patentKind } from './kind.server.ts';
export { findPatent, listPatents } from './queries.server.ts';
export { patentReader } from './typed-answers.server.ts';
