export { patentKind } from './kind.server.ts';
export { findPatent, listPatents } from './queries.server.ts';
