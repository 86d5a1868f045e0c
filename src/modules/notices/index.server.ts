export { noticeKind } from './kind.server.ts';
export { findNotice, listNotices, listOpenDeadlines } from './queries.server.ts';
