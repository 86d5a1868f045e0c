export { noticeKind } from './kind.server.ts';
export { findNotice, listNotices, listOpenDeadlines } from './queries.server.ts';
export { noticeReader } from './typed-answers.server.ts';
