export { isDatabaseAway } from './away.server.ts';
export { openDatabase, PUBLIC_ROLE } from './database.server.ts';
export type { Database, OwnerClient, Store } from './database.server.ts';
export { appliedMigrations, migrate, migrationFiles, SchemaNewerThanCode } from './migrate.server.ts';
export type { AppliedMigration, MigrationStep } from './migrate.server.ts';
export { newId } from './ids.ts';
export { copyIn, copyOut } from './copy.server.ts';
export { readiness } from './readiness.server.ts';
