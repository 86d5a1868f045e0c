import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from './database.server.ts';

/** The database was written by a newer Ortskern than this one; running on would damage it. */
export class SchemaNewerThanCode extends Error {
  readonly unknown: string[];
  constructor(unknown: string[]) {
    super(`the database knows migrations this code does not: ${unknown.join(', ')}`);
    this.unknown = unknown;
  }
}

export interface MigrationStep {
  name: string;
  tookMs: number;
}

// Any fixed number; it keeps two processes from migrating the same database at once.
const MIGRATION_LOCK = 7_253_019;

/**
 * Applies the numbered SQL files of `folder` that the database has not seen, each in its own transaction; with
 * `upTo` only those, to bring an empty database to the state of an older backup.
 * @returns the steps applied now, in order.
 * @throws SchemaNewerThanCode when the database has seen files this folder does not hold.
 */
export async function migrate(
  database: Database,
  folder: string,
  upTo?: readonly string[],
): Promise<MigrationStep[]> {
  const files = migrationFiles(folder);
  return database.asOwner(async (client) => {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    try {
      await client.query(`
        create schema if not exists migrations;
        create table if not exists migrations.applied (
          name text primary key,
          checksum text not null,
          applied_at timestamptz not null default now()
        )`);
      const { rows } = await client.query<{ name: string; checksum: string }>(
        'select name, checksum from migrations.applied',
      );
      const applied = new Map(rows.map((row) => [row.name, row.checksum]));
      const unknown = [...applied.keys()].filter((name) => !files.includes(name)).sort();
      if (unknown.length > 0) throw new SchemaNewerThanCode(unknown);

      const steps: MigrationStep[] = [];
      for (const file of upTo ? files.filter((name) => upTo.includes(name)) : files) {
        const sql = readFileSync(join(folder, file), 'utf8');
        const checksum = createHash('sha256').update(sql).digest('hex');
        const known = applied.get(file);
        if (known === checksum) continue;
        if (known) throw new Error(`migration ${file} was changed after it had been applied`);
        const startedAt = performance.now();
        try {
          await client.query(`begin;\n${sql}`);
          await client.query('insert into migrations.applied (name, checksum) values ($1, $2)', [
            file,
            checksum,
          ]);
          await client.query('commit');
        } catch (error) {
          await client.query('rollback');
          throw new Error(`migration ${file}: ${(error as Error).message}`, { cause: error });
        }
        steps.push({ name: file, tookMs: Math.round(performance.now() - startedAt) });
      }
      return steps;
    } finally {
      await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    }
  });
}

/** The numbered SQL files of a folder, in order. */
export function migrationFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/.test(file))
    .sort();
}

export interface AppliedMigration {
  name: string;
  checksum: string;
}

/** What the database has seen, in order; nothing when it is empty. */
export async function appliedMigrations(database: Database): Promise<AppliedMigration[]> {
  return database.asOwner(async (client) => {
    const { rows: known } = await client.query<{ is_there: boolean }>(
      `select to_regclass('migrations.applied') is not null as is_there`,
    );
    if (!known[0]!.is_there) return [];
    const { rows } = await client.query<AppliedMigration>(
      'select name, checksum from migrations.applied order by name',
    );
    return rows;
  });
}
