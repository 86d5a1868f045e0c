import type { Database } from './database.server.ts';
import { appliedMigrations, migrationFiles } from './migrate.server.ts';

export interface Readiness {
  isReady: boolean;
  /** `unreachable`, `slow` or `schema-behind`; null when ready. */
  reason: 'unreachable' | 'slow' | 'schema-behind' | null;
  tookMs: number;
}

const PATIENCE_MS = 2_000;

/**
 * Whether this process can serve requests now: the database answers in time and has the tables this version needs.
 * @param migrations folder of the migrations; without it only the answer counts.
 */
export async function readiness(database: Database, migrations?: string): Promise<Readiness> {
  const startedAt = performance.now();
  const answer = (reason: Readiness['reason']): Readiness => ({
    isReady: reason === null,
    reason,
    tookMs: Math.round(performance.now() - startedAt),
  });
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<Readiness>((resolve) => {
    timer = setTimeout(() => resolve(answer('slow')), PATIENCE_MS);
  });
  try {
    return await Promise.race([look(database, migrations).then(answer), patience]);
  } catch {
    return answer('unreachable');
  } finally {
    clearTimeout(timer);
  }
}

async function look(database: Database, migrations: string | undefined): Promise<Readiness['reason']> {
  await database.pool.query('select 1');
  if (!migrations) return null;
  const applied = new Set((await appliedMigrations(database)).map(({ name }) => name));
  return migrationFiles(migrations).every((name) => applied.has(name)) ? null : 'schema-behind';
}
