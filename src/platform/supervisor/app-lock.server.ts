import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '#platform/db.server';

// Any fixed number: whoever holds this lock of the `postgres` database is the app of this data folder.
const APP_LOCK = 7_253_020;

export interface AppLock {
  release(): Promise<void>;
}

/**
 * Takes the lock that makes one process the app of a data folder, or answers null when another has it. The lock
 * dies with its connection, so that a killed process can never leave it behind.
 */
export async function takeAppLock(address: string): Promise<AppLock | null> {
  const database = openDatabase(address, { max: 1 });
  const client = await database.pool.connect();
  // When the server goes, so does the lock; the supervisor takes it again after the restart.
  client.on('error', () => undefined);
  const release = async () => {
    client.release(true);
    await database.close();
  };
  // After a kill -9 the server needs a moment to notice that the old connection is gone.
  for (let attempt = 0; attempt < 8; attempt++) {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
      APP_LOCK,
    ]);
    if (rows[0]?.taken) return { release };
    await sleep(100);
  }
  await release();
  return null;
}
