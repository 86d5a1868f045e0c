import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { newId, openDatabase } from '#platform/db.server';
import type { Database } from '#platform/db.server';
import { openFiles } from '#platform/files.server';
import type { TenantIdentity } from '#platform/scope';
import { testDatabase } from '#tests/database';
import { restoreBackup, writeBackup } from './index.server.ts';

const { database, url, createTenant, emptyDatabase, scope } = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'ortskern-backup-'));
afterAll(() => rm(folder, { recursive: true }));

const MIGRATIONS = join(import.meta.dirname, '../../../database/migrations');
const filesIn = (name: string) => openFiles({ dataFolder: join(folder, name), s3: null });
const files = filesIn('source');
const NOW = new Date('2026-11-23T10:00:00Z');
let copies = 0;
const newPath = () => join(folder, `backup-${copies++}.gz`);

// What breaks careless exports: separators, escapes, nothing, an empty text, other alphabets, dates before the epoch.
const TEXTS = [
  'Tab\there',
  'Zeile\r\nZeile',
  'C:\\Ordner\\n',
  '\\N',
  '',
  '„Grüße“ 👋 عربى',
  "'; drop table x; --",
];

const hagenow = await createTenant('hagenow', 'Hagenow');
const neighbour = await createTenant('nachbarort', 'Nachbarort');
for (const town of [hagenow, neighbour]) await furnish(town);

async function furnish(town: TenantIdentity): Promise<void> {
  const person = newId();
  await database.transaction({ registry: true }, async (store) => {
    await store.execute(
      sql`insert into identity.person (id, name, email) values (${person}, 'Anna', ${`anna@${town.slug}.example`})`,
    );
    await store.execute(sql`insert into identity.credential (id, user_id, account_id, provider_id, password, updated_at)
      values (${newId()}, ${person}, 'x', 'credential', '$argon2id$x', '2026-01-01')`);
  });
  await scope(town).write(async (store) => {
    await store.execute(
      sql`insert into identity.member (tenant_id, user_id, since) values (${town.id}, ${person}, '1969-12-31 23:59:59.123456+00')`,
    );
    for (const text of TEXTS) {
      await store.execute(sql`insert into audit.entry (tenant_id, id, at, actor_name, action, subject_kind, subject_id, details)
        values (${town.id}, ${newId()}, now(), ${text}, 'test', 'test', ${text}, ${JSON.stringify({ text })}::jsonb)`);
    }
  });
  await files.write(
    `${town.id}/ab/1/1600.webp`,
    new Uint8Array(200_000).fill(town.slug.length),
    'image/webp',
  );
}

/** Everything the towns have, as text, table by table. */
async function contents(of: Database): Promise<Record<string, unknown[]>> {
  return of.asOwner(async (client) => {
    const found: Record<string, unknown[]> = {};
    for (const table of [
      'tenancy.tenant',
      'audit.entry',
      'identity.member',
      'identity.person',
      'identity.credential',
    ]) {
      const { rows } = await client.query<{ row: string }>(
        `select t::text as row from ${table} t order by 1`,
      );
      found[table] = rows.map(({ row }) => row);
    }
    return found;
  });
}

test('everything comes back into an empty database, row for row and byte for byte', async () => {
  const path = newPath();
  const report = await writeBackup({ database, files, path, town: null, now: NOW });
  const target = await emptyDatabase();
  const targetFiles = filesIn('everything');
  const restored = await restoreBackup({
    database: target.database,
    files: targetFiles,
    path,
    migrations: MIGRATIONS,
  });

  expect(restored).toEqual(report);
  expect(await contents(target.database)).toEqual(await contents(database));
  const picture = `${hagenow.id}/ab/1/1600.webp`;
  expect((await targetFiles.read(picture))!.bytes).toEqual((await files.read(picture))!.bytes);

  const again = newPath();
  await writeBackup({ database: target.database, files: targetFiles, path: again, town: null, now: NOW });
  expect(gunzipSync(await readFile(again)).equals(gunzipSync(await readFile(path)))).toBe(true);
});

test('one town comes back without the other one and without passwords', async () => {
  const path = newPath();
  await writeBackup({ database, files, path, town: 'hagenow', now: NOW });
  const plain = gunzipSync(await readFile(path)).toString('latin1');
  expect(plain).not.toMatch(/nachbarort|argon2id/);

  const target = await emptyDatabase();
  await restoreBackup({ database: target.database, files: filesIn('one'), path, migrations: MIGRATIONS });
  const all = await contents(database);
  const found = await contents(target.database);
  expect(found['audit.entry']).toEqual(all['audit.entry']!.filter((row) => String(row).includes(hagenow.id)));
  expect([
    found['tenancy.tenant']!.length,
    found['identity.person']!.length,
    found['identity.credential'],
  ]).toEqual([1, 1, []]);
});

test('a town that is already there is not overwritten', async () => {
  const path = newPath();
  await writeBackup({ database, files, path, town: 'hagenow', now: NOW });
  const before = await contents(database);
  await expect(restoreBackup({ database, files, path, migrations: MIGRATIONS })).rejects.toMatchObject({
    code: 'conflict',
  });
  expect(await contents(database)).toEqual(before);
});

test('everything is not restored over something', async () => {
  const path = newPath();
  await writeBackup({ database, files, path, town: null, now: NOW });
  await expect(restoreBackup({ database, files, path, migrations: MIGRATIONS })).rejects.toMatchObject({
    code: 'not-empty',
  });
});

test.each([
  [
    'one changed letter',
    (plain: Buffer) => Buffer.from(plain.toString('latin1').replace('Nachbarort', 'Nachbarorf'), 'latin1'),
  ],
  ['the end missing', (plain: Buffer) => plain.subarray(0, plain.length - 400)],
  [
    'a wrong count of rows',
    (plain: Buffer) => Buffer.from(plain.toString('latin1').replace('"rows":14', '"rows":13'), 'latin1'),
  ],
])('a backup with %s leaves nothing behind', async (_fault, damage) => {
  const path = newPath();
  await writeBackup({ database, files, path, town: null, now: NOW });
  await writeFile(path, gzipSync(damage(gunzipSync(await readFile(path)))));
  const target = await emptyDatabase();
  const targetFiles = filesIn(`damaged-${copies}`);
  const restoring = restoreBackup({
    database: target.database,
    files: targetFiles,
    path,
    migrations: MIGRATIONS,
  });
  await expect(restoring).rejects.toMatchObject({ code: 'damaged' });
  expect(Object.values(await contents(target.database)).flat()).toEqual([]);
  expect(await Array.fromAsync(targetFiles.list(''))).toEqual([]);
});

test.each([
  ['a newer format', '"version":1', '"version":2', 'newer-format'],
  [
    'tables this version does not know',
    '"name":"0001-foundation.sql"',
    '"name":"9999-future.sql"',
    'newer-schema',
  ],
  ['another file altogether', '"format":"ortskern-backup"', '"format":"anything"', 'not-a-backup'],
])('a backup of %s is refused', async (_what, from, to, code) => {
  const path = newPath();
  await writeBackup({ database, files, path, town: null, now: NOW });
  const changed = gunzipSync(await readFile(path))
    .toString('latin1')
    .replace(from, to);
  await writeFile(path, gzipSync(Buffer.from(changed, 'latin1')));
  const target = await emptyDatabase();
  await expect(
    restoreBackup({ database: target.database, files, path, migrations: MIGRATIONS }),
  ).rejects.toMatchObject({ code });
});

test('an owner who is bound by row-level security saves and restores the same', async () => {
  const role = `owner_${newId().slice(-8)}`;
  const path = newPath();
  const { url: targetUrl } = await emptyDatabase();
  const name = new URL(targetUrl.replace('@/', '@socket/')).pathname.slice(1);
  await database.asOwner(async (client) => {
    await client.query(
      `create role ${role} login password 'nur-zum-testen' createrole; grant ortskern_app to ${role}`,
    );
    await client.query(`alter database ${name} owner to ${role}`);
  });
  const bound = openDatabase(targetUrl.replace(/\/\/[^@]*@/, `//${role}:nur-zum-testen@`));
  try {
    await writeBackup({ database, files, path, town: null, now: NOW });
    await restoreBackup({ database: bound, files: filesIn('bound'), path, migrations: MIGRATIONS });
    const again = newPath();
    await writeBackup({ database: bound, files: filesIn('bound'), path: again, town: null, now: NOW });
    expect(gunzipSync(await readFile(again)).equals(gunzipSync(await readFile(path)))).toBe(true);
  } finally {
    await bound.close();
  }
});

test('a town nobody knows cannot be saved, and no file is left', async () => {
  const path = newPath();
  await expect(writeBackup({ database, files, path, town: 'atlantis', now: NOW })).rejects.toMatchObject({
    code: 'unknown-town',
  });
  await expect(readFile(path)).rejects.toMatchObject({ code: 'ENOENT' });
  expect(url).toContain('ortskern_test_');
});
