export { openDatabase, PUBLIC_ROLE } from './database.server.ts';
export type { Database, OpenOptions, Row, Store, TransactionSettings } from './database.server.ts';
export { migrate, SchemaNewerThanCode } from './migrate.server.ts';
export type { MigrationStep } from './migrate.server.ts';
export { newId } from './ids.ts';
