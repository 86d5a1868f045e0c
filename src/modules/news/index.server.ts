export { newsKind } from './kind.server.ts';
export { findNews, listAlerts, listNews } from './queries.server.ts';
