export { createExchange } from './exchange.server.ts';
export type { Exchange, ExchangeParts, ImportRefusal, ImportWish } from './exchange.server.ts';
export type { SaveSourceRefusal } from './commands.server.ts';
export { dueSources, findSource, listRuns, listSources } from './queries.server.ts';
export type { AreaTarget, ContentTarget, ImportTarget } from './targets.server.ts';
export * from './index.ts';
