import type { Environment } from '#env';
import type { RunningDatabase } from './start-database.ts';

export interface RunningWorker {
  stop(): Promise<void>;
}

/** Background work of all rooms; null while no room has any. */
export async function startWorker(
  _running: RunningDatabase,
  _environment: Environment,
): Promise<RunningWorker | null> {
  return null;
}
