import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '#platform/db.server';
import { OWNER, serverEnvironment, SOCKET_PORT } from './cluster.server.ts';
import type { Cluster } from './cluster.server.ts';
import { DatabaseFault, faultFrom } from './faults.server.ts';

export type Readiness = 'ready' | 'starting' | 'silent' | 'wrong-password';

/** The address of one database of the cluster. */
export function addressOf(cluster: Cluster, database: string): string {
  const host = encodeURIComponent(cluster.socketFolder);
  return `postgresql://${OWNER}:${cluster.password}@/${database}?host=${host}&port=${SOCKET_PORT}`;
}

/** The process that `postmaster.pid` names, when it lives. Whether it is the server, `isServer` tells. */
export function runningPid(cluster: Cluster): number | null {
  const file = join(cluster.folder, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, 'utf8').split('\n', 1)[0]);
  return Number.isInteger(pid) && pid > 0 && isAlive(pid) ? pid : null;
}

/**
 * A server works in its data folder. After a crash the number in the pid file may belong to another program (in a
 * container it nearly always does), and nobody must be stopped for it. In doubt (no /proc) it counts as the server.
 */
export function isServer(cluster: Cluster, pid: number): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster.folder);
  } catch {
    return true;
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return !isZombie(pid);
}

/** A process that has ended but whose parent has not asked for its result; containers keep such for ever. */
function isZombie(pid: number): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** PostgreSQL refuses to start while the pid file names a living process, whoever that is. */
export function removeStalePidFile(cluster: Cluster): void {
  rmSync(join(cluster.folder, 'postmaster.pid'), { force: true });
}

/** Asks the server for an answer, since a process and a pid file alone prove nothing. */
export async function probe(cluster: Cluster): Promise<Readiness> {
  const database = openDatabase(addressOf(cluster, 'postgres'), { max: 1 });
  try {
    await database.pool.query('select 1');
    return 'ready';
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === '57P03') return 'starting';
    if (code === '28P01' || code === '28000') return 'wrong-password';
    return 'silent';
  } finally {
    await database.close();
  }
}

/**
 * Starts the server as a process of its own group, so that Ctrl-C in the terminal reaches the app only and the
 * app can finish its requests before it stops the database.
 */
export function launch(cluster: Cluster, settings: Record<string, string>): ChildProcess {
  const options = Object.entries({ ...baseSettings(cluster), ...settings });
  const log = openSync(startLog(cluster), 'w', 0o600);
  try {
    const child = spawn(
      cluster.binaries.postgres,
      ['-D', cluster.folder, ...options.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      { ...cluster.user, cwd: '/', detached: true, stdio: ['ignore', log, log], env: serverEnvironment() },
    );
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

/** One a process: two that start at once would write over each other's words, and with them the reason of a refusal. */
function startLog(cluster: Cluster): string {
  return join(cluster.folder, `start-${process.pid}.log`);
}

function baseSettings(cluster: Cluster): Record<string, string> {
  return {
    listen_addresses: '',
    port: String(SOCKET_PORT),
    unix_socket_directories: `"${cluster.socketFolder.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    jit: 'off',
    timezone: 'UTC',
    max_wal_size: '256MB',
    logging_collector: 'on',
    log_filename: 'postgres-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    log_min_messages: 'warning',
  };
}

/** Waits until the server answers; recovery after a crash may take its time, a server that ended may not. */
export async function waitUntilReady(cluster: Cluster, hasEnded: () => boolean): Promise<void> {
  try {
    await untilReady(cluster, hasEnded);
  } finally {
    rmSync(startLog(cluster), { force: true });
  }
}

async function untilReady(cluster: Cluster, hasEnded: () => boolean): Promise<void> {
  const patienceMs = 120_000;
  let lastSignOfLife = Date.now();
  for (;;) {
    const state = await probe(cluster);
    if (state === 'ready') return;
    if (state === 'wrong-password') throw new DatabaseFault('wrong-credentials', { path: cluster.folder });
    if (state === 'starting') lastSignOfLife = Date.now();
    if (hasEnded()) throw faultFrom(new Error(lastWords(cluster)), { path: cluster.folder });
    if (Date.now() - lastSignOfLife > patienceMs)
      throw new DatabaseFault('start-failed', { path: cluster.folder, reason: lastWords(cluster) });
    await sleep(20);
  }
}

/** The end of what the server wrote before it gave up. */
function lastWords(cluster: Cluster): string {
  const logs = [startLog(cluster), join(cluster.folder, 'log', `postgres-${weekday()}.log`)];
  const text = logs
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path, 'utf8').slice(-2_000))
    .join('\n');
  const telling = text
    .split('\n')
    .filter((line) => /FATAL|PANIC|ERROR|could not/.test(line) && !/terminating|starting up/.test(line));
  return telling.slice(-4).join('\n') || 'PostgreSQL ended without a word';
}

function weekday(): string {
  return ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][new Date().getUTCDay()]!;
}

/** Fast shutdown: running statements end, everything acknowledged is on disk. */
export async function stopPostmaster(pid: number): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGINT');
  const immediateAfter = Date.now() + 20_000;
  while (isAlive(pid)) {
    if (Date.now() > immediateAfter) {
      process.kill(pid, 'SIGQUIT');
      await sleep(1_000);
      return;
    }
    await sleep(15);
  }
}
