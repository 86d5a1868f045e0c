import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { isDatabaseAway, openDatabase } from './index.server.ts';
import { testDatabase } from '#tests/database';

const { createTenant, scope } = await testDatabase();
const servers: Server[] = [];
afterAll(() => servers.forEach((server) => server.close()));

/** Takes connections and never says a word, as a server behind a broken line does. */
async function silentServer(): Promise<string> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => void sockets.push(socket));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `postgresql://nobody@127.0.0.1:${(server.address() as AddressInfo).port}/none`;
}

test('a statement that takes too long ends its connection, and the next reader gets another', async () => {
  const town = await createTenant('stille', 'Stille');
  const reader = scope(town);
  const slow = reader
    .read((store) => store.execute(sql`select pg_sleep(30)`))
    .catch((error: unknown) => error);
  expect(isDatabaseAway(await slow)).toBe(true);
  // For a moment nobody else waits for the same silence.
  const atOnce = scope(town).read((store) => store.execute(sql`select 1`));
  expect(isDatabaseAway(await atOnce.catch((error: unknown) => error))).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  const { rows } = await scope(town).read((store) => store.execute(sql`select 1 as one`));
  expect(rows).toEqual([{ one: 1 }]);
});

test('a server that takes connections and says nothing is away, and so is one that is not there', async () => {
  const silent = openDatabase(await silentServer());
  const gone = openDatabase('postgresql://nobody@127.0.0.1:1/none');
  for (const database of [silent, gone]) {
    const tried = database.transaction({ registry: true }, async () => undefined);
    expect(isDatabaseAway(await tried.catch((error: unknown) => error))).toBe(true);
  }
  await gone.close();
});

test('a fault of our own is no outage', async () => {
  const town = await createTenant('fehler', 'Fehler');
  const wrong = scope(town).read((store) => store.execute(sql`select from nowhere.at_all`));
  expect(isDatabaseAway(await wrong.catch((error: unknown) => error))).toBe(false);
  expect(isDatabaseAway(Object.assign(new Error('no file'), { code: 'ENOENT', syscall: 'open' }))).toBe(
    false,
  );
});
