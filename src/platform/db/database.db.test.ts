import { join } from 'node:path';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { newId, openDatabase, migrate, readiness, SchemaNewerThanCode } from './index.server.ts';
import { testDatabase } from '#tests/database';

const { database, createTenant, emptyDatabase, scope, url } = await testDatabase();
const MIGRATIONS = join(import.meta.dirname, '../../../database/migrations');

test('without a tenant not a single row of any town can be read', async () => {
  await createTenant('hagenow');
  const client = await database.pool.connect();
  await client.query('set role ortskern_app');
  const { rows } = await client.query('select count(*)::int as count from tenancy.tenant');
  client.release(true);
  expect(rows).toEqual([{ count: 0 }]);
});

test('a tenant id that is none never reaches the database', async () => {
  const settings = { tenantId: `x'; reset role; --` };
  await expect(database.transaction(settings, async () => undefined)).rejects.toThrow('not a tenant id');
});

test('what a transaction that fails wrote is gone, and its connection serves the next one', async () => {
  const town = await createTenant('bruchstadt');
  const failing = database.transaction({ tenantId: town.id }, async (store) => {
    await store.execute(sql`update tenancy.tenant set name = 'kaputt'`);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  const { rows } = await scope(town).read((store) => store.execute(sql`select name from tenancy.tenant`));
  expect(rows).toEqual([{ name: 'bruchstadt' }]);
});

test('a second migration applies nothing and reports nothing', async () => {
  expect(await migrate(database, MIGRATIONS)).toEqual([]);
});

test('two processes that migrate at once apply each step once', async () => {
  const empty = await emptyDatabase();
  const steps = await Promise.all([migrate(empty.database, MIGRATIONS), migrate(empty.database, MIGRATIONS)]);
  expect(steps.map((list) => list.length).sort((a, b) => a - b)[0]).toBe(0);
});

test('a database of a newer version is left alone', async () => {
  const empty = await emptyDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'ortskern-migrations-'));
  await writeFile(join(folder, '0001-start.sql'), 'create table start (id int);');
  await writeFile(join(folder, '0002-future.sql'), 'create table future (id int);');
  await migrate(empty.database, folder);
  await rm(join(folder, '0002-future.sql'));
  await expect(migrate(empty.database, folder)).rejects.toThrow(SchemaNewerThanCode);
  await rm(folder, { recursive: true });
});

test('a migration that fails leaves nothing of itself and says which one it was', async () => {
  const empty = await emptyDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'ortskern-migrations-'));
  await writeFile(join(folder, '0001-half.sql'), 'create table half (id int); create table half (id int);');
  await expect(migrate(empty.database, folder)).rejects.toThrow('0001-half.sql');
  const { rows } = await empty.database.pool.query(`select to_regclass('half') as found`);
  expect(rows).toEqual([{ found: null }]);
  await rm(folder, { recursive: true });
});

test('ready means: the database answers and has the tables of this version', async () => {
  expect(await readiness(database, MIGRATIONS)).toMatchObject({ isReady: true, reason: null });
  const empty = await emptyDatabase();
  expect(await readiness(empty.database, MIGRATIONS)).toMatchObject({
    isReady: false,
    reason: 'schema-behind',
  });
  const gone = openDatabase(url.replace(/ortskern_test_\w+/, 'ortskern_nowhere'));
  expect(await readiness(gone)).toMatchObject({ isReady: false, reason: 'unreachable' });
  await gone.close();
});

test('ids are UUIDs of version 7, sort by time and do not repeat', () => {
  const ids = Array.from({ length: 20_000 }, () => newId());
  expect(new Set(ids).size).toBe(ids.length);
  expect(
    ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
  ).toBe(true);
  expect(newId(1_000) < newId(2_000)).toBe(true);
});
