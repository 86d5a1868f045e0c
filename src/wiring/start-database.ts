import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { migrate, openDatabase } from '#platform/db.server';
import type { Database, MigrationStep } from '#platform/db.server';
import { startPostgres } from '#platform/supervisor.server';
import type { Environment } from '#env';
import { StartFault } from './start-faults.ts';
import { ROOT } from './start-install.mjs';

export interface RunningDatabase {
  database: Database;
  url: string;
  /** What runs, for the line on the screen. */
  version: string;
  adopted: boolean;
  stop(): Promise<void>;
}

export const MIGRATIONS = join(ROOT, 'database/migrations');
const OLDEST_VERSION = 150_000;

/** Opens the database of `DATABASE_URL`, or starts the embedded one of the data folder. */
export async function openConfiguredDatabase(
  environment: Environment,
  as: 'app' | 'guest',
): Promise<RunningDatabase> {
  if (environment.databaseUrl) return connect(environment.databaseUrl, environment.databasePoolSize);

  const server = await startPostgres({ dataFolder: environment.dataFolder, as });
  const running = await connect(server.url(), environment.databasePoolSize);
  return {
    ...running,
    adopted: server.adopted,
    async stop() {
      await running.stop();
      await server.stop();
    },
  };
}

async function connect(url: string, max: number): Promise<RunningDatabase> {
  const database = openDatabase(url, { max });
  try {
    const { rows } = await database.pool.query<{ number: string; version: string }>(
      `select current_setting('server_version_num') as number, current_setting('server_version') as version`,
    );
    const { number, version } = rows[0]!;
    if (Number(number) < OLDEST_VERSION) throw new StartFault('database-too-old', { version });
    return { database, url, version: version.split(' ')[0]!, adopted: false, stop: () => database.close() };
  } catch (error) {
    await database.close();
    throw error instanceof StartFault ? error : connectionFault(error, url);
  }
}

function connectionFault(error: unknown, url: string): StartFault {
  const code = (error as { code?: string }).code ?? '';
  const address = withoutPassword(url);
  if (code === '28P01' || code === '28000')
    return new StartFault('wrong-credentials', { address }, { cause: error });
  if (code === '3D000') return new StartFault('database-missing', { address }, { cause: error });
  const reason = code || (error as Error).message;
  return new StartFault('database-unreachable', { address, reason }, { cause: error });
}

export function withoutPassword(url: string): string {
  return url.replace(/^(\w+:\/\/[^:@/]*):[^@/]*@/, '$1@');
}

export function migrateDatabase(database: Database): Promise<MigrationStep[]> {
  return migrate(database, MIGRATIONS);
}

/** A database without a single town is new. */
export async function isEmpty(database: Database): Promise<boolean> {
  const result = await database.transaction({ registry: true }, (store) =>
    store.execute(sql`select 1 from tenancy.tenant limit 1`),
  );
  return result.rows.length === 0;
}
