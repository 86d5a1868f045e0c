import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const PATIENCE_MS = 180_000;

export interface TownServer {
  /** `http://localhost:<port>`, the default town. */
  url: string;
  /** The same server as another town: `urlOf('augsburg-land')`. */
  urlOf(slug: string): string;
  /** Everything it printed so far: the first administrator's link, the log. */
  output(): string;
  /** The data folder, with database, files and mails. */
  dataFolder: string;
  process: ChildProcess;
  stop(): Promise<void>;
}

export interface TownServerWish {
  /** Environment variables beyond the usual ones. */
  env?: Record<string, string>;
  /** A folder to keep; without one it is temporary and removed at the end. */
  dataFolder?: string;
}

/** Starts the built app with an embedded database of its own and the demo towns, as `npm start` does. */
export async function startTownServer(wish: TownServerWish = {}): Promise<TownServer> {
  const dataFolder = wish.dataFolder ?? (await openFolder());
  const port = await freePort();
  const child = spawn(join(ROOT, 'node_modules/node/bin/node'), [join(ROOT, 'start.mjs')], {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: dataFolder,
      DATABASE_URL: '',
      LOG_LEVEL: 'info',
      RATE_LIMITS: 'off',
      ...wish.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let told = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (told += chunk.toString()));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await ready(`http://localhost:${port}/`, child, () => told);
  return {
    url: `http://localhost:${port}`,
    urlOf: (slug) => `http://${slug}.localhost:${port}`,
    output: () => told,
    dataFolder,
    process: child,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      if (!wish.dataFolder) await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Open, so that also the system user that root hands the database to can reach it. */
async function openFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ortskern-town-'));
  await chmod(folder, 0o755);
  return folder;
}

async function ready(url: string, child: ChildProcess, told: () => string): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (!/Bereit nach|Ready after/.test(told())) {
    if (child.exitCode !== null) throw new Error(`the town server ended with ${child.exitCode}:\n${told()}`);
    if (Date.now() > until) throw new Error(`the town server is not ready at ${url}:\n${told()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
