import { fork, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { openDatabase } from '#platform/db.server';
import { startPostgres } from './index.server.ts';

interface Told {
  pid: number;
  adopted: boolean;
  url: string;
  code?: string;
}

const children: ChildProcess[] = [];
const folders: string[] = [];
// Most tests share one data folder; making a new database each time would take most of the time.
const folder = newFolder();

/** A data folder whose path has a space and an umlaut, as home folders do. */
function newFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'ortskern süd-'));
  chmodSync(path, 0o755);
  folders.push(path);
  return path;
}

function begin(folder: string): Promise<{ child: ChildProcess; told: Told }> {
  const child = fork(new URL('./supervised.fixture.ts', import.meta.url), [folder], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  children.push(child);
  return new Promise((resolve) => child.once('message', (told: Told) => resolve({ child, told })));
}

function ended(child: ChildProcess): Promise<void> {
  const isOver = child.exitCode !== null || child.signalCode !== null;
  return new Promise((resolve) => (isOver ? resolve() : child.once('exit', () => resolve())));
}

const isRunning = (folder: string) => existsSync(join(folder, 'postgres/postmaster.pid'));

async function ask(url: string, statement: string): Promise<unknown[]> {
  const database = openDatabase(url, { max: 1 });
  try {
    return (await database.pool.query(statement)).rows as unknown[];
  } finally {
    await database.close();
  }
}

afterEach(async () => {
  for (const child of children.splice(0)) {
    child.kill('SIGTERM');
    await ended(child);
  }
  // A server whose app was killed belongs to nobody any more.
  for (const path of folders)
    if (isRunning(path)) await (await startPostgres({ dataFolder: path, as: 'app' })).stop();
}, 60_000);
afterAll(() => folders.forEach((path) => rmSync(path, { recursive: true, force: true })));

test('SIGTERM ends the app and its database, and nothing is left to recover', async () => {
  const { child } = await begin(folder);
  child.kill('SIGTERM');
  await ended(child);
  expect([child.exitCode, isRunning(folder)]).toEqual([0, false]);
}, 60_000);

test('the database a killed app leaves behind is taken over with all that was acknowledged', async () => {
  const first = await begin(folder);
  await ask(
    first.told.url,
    'create table if not exists kept (n int); truncate kept; insert into kept select generate_series(1, 1000)',
  );
  first.child.kill('SIGKILL');
  await ended(first.child);
  const second = await begin(folder);
  expect(second.told).toMatchObject({ adopted: true, pid: first.told.pid });
  expect(await ask(second.told.url, 'select count(*)::int as count from kept')).toEqual([{ count: 1000 }]);
}, 60_000);

test('app and database killed at once: the next start recovers', async () => {
  const first = await begin(folder);
  await ask(
    first.told.url,
    'create table if not exists kept (n int); truncate kept; insert into kept values (1)',
  );
  first.child.kill('SIGKILL');
  process.kill(first.told.pid, 'SIGKILL');
  const second = await begin(folder);
  expect(second.told.code).toBeUndefined();
  expect(await ask(second.told.url, 'select n from kept')).toEqual([{ n: 1 }]);
}, 60_000);

test('a second app on the same folder is refused, and the first one goes on', async () => {
  const first = await begin(folder);
  const second = await begin(folder);
  expect(second.told).toEqual({ code: 'in-use' });
  expect(await ask(first.told.url, 'select 1 as one')).toEqual([{ one: 1 }]);
}, 60_000);

test('two first starts at the same moment make one database and one app', async () => {
  const folder = newFolder();
  const both = await Promise.all([begin(folder), begin(folder)]);
  expect(both.map(({ told }) => told.code ?? 'runs').sort()).toEqual(['in-use', 'runs']);
}, 60_000);

test('of four starts at the same moment one runs, and the others are told that it does', async () => {
  for (let round = 0; round < 4; round++) {
    const all = await Promise.all([1, 2, 3, 4].map(() => begin(folder)));
    expect(all.map(({ told }) => told.code ?? 'runs').sort()).toEqual(['in-use', 'in-use', 'in-use', 'runs']);
    for (const { child } of all) child.kill('SIGTERM');
    await Promise.all(all.map(({ child }) => ended(child)));
  }
}, 60_000);

test('a guest uses the running database and leaves it running', async () => {
  const { told } = await begin(folder);
  const guest = await startPostgres({ dataFolder: folder, as: 'guest' });
  expect([guest.adopted, guest.pid]).toEqual([true, told.pid]);
  await guest.stop();
  expect(await ask(told.url, 'select 1 as one')).toEqual([{ one: 1 }]);
}, 60_000);

test('a database that dies under its app is there again within seconds', async () => {
  const { told } = await begin(folder);
  process.kill(told.pid, 'SIGKILL');
  await vi.waitFor(async () => expect(await ask(told.url, 'select 1 as one')).toEqual([{ one: 1 }]), {
    timeout: 15_000,
    interval: 300,
  });
}, 60_000);

test('a pid file that names another program does not keep the database from starting', async () => {
  const first = await begin(folder);
  first.child.kill('SIGTERM');
  await ended(first.child);
  writeFileSync(join(folder, 'postgres/postmaster.pid'), `${process.pid}\n${join(folder, 'postgres')}\n`);
  const second = await begin(folder);
  expect([second.told.code, second.told.adopted]).toEqual([undefined, false]);
}, 60_000);

test('nobody else may read the password, and no port is opened', async () => {
  const { told } = await begin(folder);
  const mode = spawnSync('stat', ['-c', '%a', join(folder, 'secrets/database-password')], {
    encoding: 'utf8',
  }).stdout.trim();
  expect(mode).toBe('600');
  expect(await ask(told.url, 'show listen_addresses')).toEqual([{ listen_addresses: '' }]);
  const wrong = told.url.replace(/:[^:@/]+@/, ':falsch@');
  await expect(ask(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' });
}, 60_000);

test('a lost password is named as what it is', async () => {
  const first = await begin(folder);
  first.child.kill('SIGTERM');
  await ended(first.child);
  const path = join(folder, 'secrets/database-password');
  const password = readFileSync(path, 'utf8');
  writeFileSync(path, 'falsch\n');
  expect((await begin(folder)).told).toEqual({ code: 'wrong-credentials' });
  writeFileSync(path, password);
}, 60_000);

test('a data folder that is a file is not writable', async () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'file'), '');
  await expect(startPostgres({ dataFolder: join(folder, 'file'), as: 'app' })).rejects.toMatchObject({
    code: expect.stringMatching(/not-writable|start-failed/),
  });
});

/** Programs of the machine, none of ours. */
function system(program: string, ...args: string[]) {
  return spawnSync(program, args);
}

const mayMount = process.getuid?.() === 0 && system('unshare', '-m', 'true').status === 0;

test.runIf(mayMount)(
  'a disk that is full before the database is complete is named, and nothing half-made stays',
  async () => {
    const small = join(newFolder(), 'small');
    mkdirSync(small);
    system('mount', '-t', 'tmpfs', '-o', 'size=12m,mode=755', 'tmpfs', small);
    try {
      expect((await begin(small)).told).toEqual({ code: 'disk-full' });
      expect(existsSync(join(small, 'postgres'))).toBe(false);
    } finally {
      system('umount', small);
    }
  },
  30_000,
);
