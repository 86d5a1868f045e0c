import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, openDatabase } from '#platform/db.server';
import { startPostgres } from '#platform/supervisor.server';

/** What the test files of a run share: a server and the name of a database with all migrations applied. */
export interface SharedServer {
  url: string;
  template: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: SharedServer;
  }
}

// Nothing of a test outlives its run, so that nothing has to reach the disk.
const CARELESS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
  max_connections: '200',
};

const MIGRATIONS = join(import.meta.dirname, '../../database/migrations');

interface Running extends SharedServer {
  stop(): Promise<void>;
}

// Several projects of one vitest run ask for the server; they are told apart only by their module caches.
const shared = globalThis as { ortskernTestServer?: { server: Promise<Running>; users: number } };

/** Vitest's global set-up of every project that needs a database. */
export default async function setup(project: { provide(key: 'databaseServer', value: SharedServer): void }) {
  const current = (shared.ortskernTestServer ??= { server: startServer(), users: 0 });
  current.users++;
  const { url, template, stop } = await current.server;
  project.provide('databaseServer', { url, template });
  return async () => {
    if (--current.users > 0) return;
    delete shared.ortskernTestServer;
    await stop();
  };
}

/** The server of `TEST_DATABASE_URL`, or an embedded one in a temporary folder. */
async function startServer(): Promise<Running> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    const template = await prepareTemplate(given);
    return { url: given, template, stop: () => dropDatabase(given, template) };
  }
  const dataFolder = mkdtempSync(join(tmpdir(), 'ortskern-test-'));
  chmodSync(dataFolder, 0o755);
  const server = await startPostgres({ dataFolder, as: 'guest', settings: CARELESS });
  const url = server.url('postgres');
  return {
    url,
    template: await prepareTemplate(url),
    async stop() {
      await server.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

async function prepareTemplate(url: string): Promise<string> {
  const name = `ortskern_template_${process.pid}_${Date.now()}`;
  await runOn(url, `create database ${name} encoding 'UTF8' template template0`);
  const database = openDatabase(addressOf(url, name), { max: 1 });
  try {
    await migrate(database, MIGRATIONS);
  } finally {
    await database.close();
  }
  return name;
}

export async function cloneTemplate(server: SharedServer, name: string): Promise<string> {
  await runOn(server.url, `create database ${name} template ${server.template}`);
  return addressOf(server.url, name);
}

export async function createEmpty(server: SharedServer, name: string): Promise<string> {
  await runOn(server.url, `create database ${name} encoding 'UTF8' template template0`);
  return addressOf(server.url, name);
}

export function dropDatabase(url: string, name: string): Promise<void> {
  return runOn(url, `drop database if exists ${name} with (force)`);
}

/** The same server and person, another database. */
export function addressOf(url: string, name: string): string {
  return url.replace(/^(\w+:\/\/[^/]*\/)[^?]*/, `$1${name}`);
}

async function runOn(url: string, statement: string): Promise<void> {
  const database = openDatabase(url, { max: 1 });
  try {
    await database.pool.query(statement);
  } finally {
    await database.close();
  }
}
