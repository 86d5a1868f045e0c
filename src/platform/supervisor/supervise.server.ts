import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '#platform/db.server';
import { takeAppLock } from './app-lock.server.ts';
import { openCluster } from './cluster.server.ts';
import type { Cluster } from './cluster.server.ts';
import { DatabaseFault } from './faults.server.ts';
import {
  addressOf,
  isAlive,
  isServer,
  launch,
  probe,
  removeStalePidFile,
  runningPid,
  stopPostmaster,
  waitUntilReady,
} from './postmaster.server.ts';

export interface SupervisorOptions {
  /** The data folder of this installation; the cluster lies in its `postgres`. */
  dataFolder: string;
  /** `app` owns the folder alone and stops the server at its end; `guest` (CLI, worker) shares it. */
  as: 'app' | 'guest';
  /** PostgreSQL settings beyond the usual ones; tests give up durability for speed. */
  settings?: Record<string, string>;
  /** Told when the server was lost and is there again. */
  onRestart?: () => void;
}

export interface EmbeddedPostgres {
  /** Address of a database in this server; the product's own when no name is given. */
  url(name?: string): string;
  /** True when a server of an earlier run was found alive and taken over. */
  readonly adopted: boolean;
  readonly isNew: boolean;
  readonly pid: number;
  stop(): Promise<void>;
}

const DATABASE = 'ortskern';

/**
 * Starts the PostgreSQL of `dataFolder`, or takes over the one that a killed run left behind, and keeps it
 * running until `stop`.
 * @throws DatabaseFault `in-use` when another app runs on the same folder.
 */
export async function startPostgres(options: SupervisorOptions): Promise<EmbeddedPostgres> {
  const cluster = await openCluster(options.dataFolder);
  const server = await attach(cluster, options.settings ?? {});
  const watch = options.as === 'app' ? await moveIn(cluster, server, options) : null;
  await ensureDatabase(cluster);
  return {
    url: (name = DATABASE) => addressOf(cluster, name),
    adopted: server.adopted,
    isNew: cluster.isNew,
    get pid() {
      return server.pid;
    },
    async stop() {
      await watch?.end();
      if (watch || (!server.adopted && (await isUnused(cluster)))) await stopPostmaster(server.pid);
    },
  };
}

/** Makes this process the app of the folder: it holds the lock and looks after the server. */
async function moveIn(
  cluster: Cluster,
  server: Server,
  options: SupervisorOptions,
): Promise<{ end(): Promise<void> }> {
  const address = addressOf(cluster, 'postgres');
  let lock = await takeAppLock(address);
  if (!lock) throw new DatabaseFault('in-use', { path: options.dataFolder });

  let restarting: Promise<void> | null = null;
  const restart = async () => {
    server.pid = (await attach(cluster, options.settings ?? {})).pid;
    await lock?.release();
    lock = await takeAppLock(address);
    options.onRestart?.();
  };
  const timer = setInterval(() => {
    if (restarting || isAlive(server.pid)) return;
    // A start that fails (a full disk, say) is tried again with the next look.
    restarting = restart()
      .catch(() => undefined)
      .finally(() => (restarting = null));
  }, 1_000);
  timer.unref();
  return {
    async end() {
      clearInterval(timer);
      await restarting;
      await lock?.release();
    },
  };
}

/** A guest that launched the server stops it only when no app has moved in meanwhile. */
async function isUnused(cluster: Cluster): Promise<boolean> {
  const lock = await takeAppLock(addressOf(cluster, 'postgres'));
  await lock?.release();
  return lock !== null;
}

interface Server {
  pid: number;
  adopted: boolean;
}

/** Finds the running server or launches one; two processes that do so at once end at the same server. */
async function attach(cluster: Cluster, settings: Record<string, string>): Promise<Server> {
  for (let attempt = 0; ; attempt++) {
    const pid = runningPid(cluster);
    if (pid !== null) {
      const adopted = await adopt(cluster, pid);
      if (adopted) return adopted;
    }
    const child = launch(cluster, settings);
    try {
      await waitUntilReady(cluster, () => child.exitCode !== null || child.signalCode !== null);
      return await ownerOf(cluster, child);
    } catch (error) {
      // The server of a killed postmaster needs a moment to let go of its memory, a rival to become ready.
      const isHeld = /lock file|shared memory block|is in use/.test(
        String((error as DatabaseFault).values?.reason),
      );
      if (!isHeld || attempt >= 20) throw error;
      await sleep(250);
    }
  }
}

/** When a rival was quicker, our own child has ended and the answer came from the rival's server. */
async function ownerOf(cluster: Cluster, child: ChildProcess): Promise<Server> {
  const pid = runningPid(cluster);
  return { pid: pid ?? child.pid!, adopted: pid !== child.pid };
}

/** Null when the process of the pid file is none of ours, or ends while we look at it. */
async function adopt(cluster: Cluster, pid: number): Promise<Server | null> {
  if (!isServer(cluster, pid)) {
    // Answers although its pid file names somebody else: not to be touched, neither the one nor the other.
    if ((await probe(cluster)) !== 'silent') throw new DatabaseFault('in-use', { path: cluster.folder });
    removeStalePidFile(cluster);
    return null;
  }
  try {
    await waitUntilReady(cluster, () => !isAlive(pid));
    return { pid, adopted: true };
  } catch (error) {
    if (isAlive(pid)) throw error;
    return null;
  }
}

async function ensureDatabase(cluster: Cluster): Promise<void> {
  const database = openDatabase(addressOf(cluster, 'postgres'), { max: 1 });
  try {
    const { rowCount } = await database.pool.query('select 1 from pg_database where datname = $1', [
      DATABASE,
    ]);
    if (rowCount === 0) await database.pool.query(`create database ${DATABASE}`);
  } catch (error) {
    // 42P04, 23505: a second process created it at the same moment.
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error;
  } finally {
    await database.close();
  }
}
