import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '#platform/db.server';
import { startPostgres } from '#platform/supervisor.server';
import { freePort, startTownServer } from './town-server.ts';
import type { TownServer } from './town-server.ts';

const ROOT = join(import.meta.dirname, '../..');
const dataFolder = mkdtempSync(join(tmpdir(), 'ortskern start '));
// Open, so that also the system user that root hands the database to can reach it.
chmodSync(dataFolder, 0o755);
let town: TownServer;

beforeAll(async () => {
  town = await startTownServer({ dataFolder });
});
afterAll(async () => {
  await town.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

interface Ended {
  code: number | null;
  told: string;
}

/** A start that is expected to give up. */
function start(env: Record<string, string>, ...args: string[]): Promise<Ended> {
  const child = spawn(join(ROOT, 'node_modules/node/bin/node'), [join(ROOT, 'start.mjs'), ...args], {
    env: { ...process.env, DATABASE_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let told = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (told += chunk.toString()));
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, told })));
}

/** Sends a form as a browser does that stands on `origin`. */
function sendForm(host: string, origin: string): Promise<number> {
  const { port } = new URL(town.url);
  const headers = { host: `${host}:${port}`, origin, 'content-type': 'application/x-www-form-urlencoded' };
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path: '/verwaltung/anmelden', method: 'POST', headers },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    );
    sent.on('error', reject).end('email=niemand%40example.org&password=falsch');
  });
}

test('forms are accepted on every host of the house and refused from foreign pages', async () => {
  const { port } = new URL(town.url);
  for (const host of ['localhost', 'hagenow.localhost', 'augsburg-land.localhost']) {
    expect(await sendForm(host, `http://${host}:${port}`)).not.toBe(403);
  }
  expect(await sendForm('hagenow.localhost', 'https://evil.example')).toBe(403);
  expect(await sendForm('hagenow.localhost', `http://augsburg-land.localhost:${port}`)).toBe(403);
});

test('a page arrives compressed, with the id of its request', async () => {
  const response = await fetch(town.url, { headers: { 'accept-encoding': 'br' } });
  expect([response.status, response.headers.get('content-encoding')]).toEqual([200, 'br']);
  expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});

test('a second start on the same data folder gives up and says where the first one is', async () => {
  const second = await start({ PORT: String(await freePort()), DATA_DIR: dataFolder });
  expect(second.code).toBe(1);
  expect(second.told).toContain('läuft schon ein Ortskern');
  expect(second.told).toContain(town.url);
  expect((await fetch(town.url)).status).toBe(200);
});

test('a second start on the same port gives up and names it', async () => {
  const { port } = new URL(town.url);
  const second = await start({ PORT: port, DATA_DIR: join(dataFolder, 'other') });
  expect([second.code, second.told.includes(`Port ${port} ist schon belegt`)]).toEqual([1, true]);
});

test(
  'told to, a second start takes the next port with a data folder of its own',
  { timeout: 120_000 },
  async () => {
    const { port } = new URL(town.url);
    const second = await startTownServer({ dataFolder, env: { PORT: port, NEXT_PORT: 'on', DEMO: 'off' } });
    try {
      expect(second.output()).toContain(`http://localhost:${Number(port) + 1}`);
      expect(readdirSync(dataFolder)).toContain(`port-${Number(port) + 1}`);
    } finally {
      await second.stop();
    }
  },
);

test('all faults of the settings are told at once', async () => {
  const { code, told } = await start({ PORT: 'abc', DEMO: 'ja', DATA_DIR: dataFolder });
  expect(code).toBe(1);
  expect(told).toMatch(/PORT: .*\n.*DEMO: /);
});

test(
  'a killed app is followed by one that takes its database over and serves within seconds',
  { timeout: 120_000 },
  async () => {
    const exited = new Promise((resolve) => town.process.once('exit', resolve));
    town.process.kill('SIGKILL');
    await exited;
    town = await startTownServer({ dataFolder });
    expect(town.output()).toContain('lief noch');
    expect((await fetch(town.url)).status).toBe(200);
  },
);

test('a database of a newer version is not touched', { timeout: 120_000 }, async () => {
  await town.stop();
  await change(`insert into migrations.applied (name, checksum) values ('9999-future.sql', 'x')`);
  const older = await start({ PORT: String(await freePort()), DATA_DIR: dataFolder });
  expect([older.code, older.told.includes('neueren Version (9999-future.sql)')]).toEqual([1, true]);
  await change(`delete from migrations.applied where name = '9999-future.sql'`);
  town = await startTownServer({ dataFolder });
});

/** Changes the database of the data folder while no app runs. */
async function change(statement: string): Promise<void> {
  const server = await startPostgres({ dataFolder, as: 'guest' });
  const database = openDatabase(server.url(), { max: 1 });
  await database.pool.query(statement);
  await database.close();
  await server.stop();
}
