export { newsKind } from './kind.server.ts';
export { findNews, listAlerts, listNews } from './queries.server.ts';
export { newsReader } from './typed-answers.server.ts';
