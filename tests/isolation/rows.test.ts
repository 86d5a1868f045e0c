import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { PUBLIC_ROLE } from '#platform/db.server';
import { allTables } from './all-tables.ts';
import { seedTwoTowns } from './two-towns.ts';

const { database, url } = await testDatabase();
const towns = await seedTwoTowns(database, url);
const { a, b, scopeOf } = towns;
const tables = await allTables(database);
afterAll(() => towns.close());

const ofTowns = tables.filter((table) => table.hasTenant);
const ofRegistry = tables.filter((table) => !table.hasTenant);

test.each(ofTowns.map((table) => table.name))(
  '%s holds rows of both towns, so that there is something to leak',
  async (name) => {
    const counts = await Promise.all(
      [a, b].map((town) => scopeOf(town).read((store) => countRows(store, name))),
    );
    expect(Math.min(...counts)).toBeGreaterThan(0);
  },
);

test.each(ofRegistry.map((table) => table.name))('%s of the registry holds rows', async (name) => {
  const count = await database.transaction({ registry: true }, (store) => countRows(store, name));
  expect(count).toBeGreaterThan(0);
});

test.each(ofTowns.map((table) => table.name))(
  '%s without a where clause shows the own town only',
  async (name) => {
    const { rows } = await scopeOf(a).read((store) =>
      store.execute<{ tenant_id: string }>(sql`select distinct tenant_id from ${sql.raw(name)}`),
    );
    expect(rows).toEqual([{ tenant_id: a.tenant.id }]);
  },
);

test.each(ofTowns.map((table) => table.name))(
  '%s cannot be asked for rows of the other town',
  async (name) => {
    const { rows } = await scopeOf(a).read((store) =>
      store.execute(sql`select 1 from ${sql.raw(name)} where tenant_id = ${b.tenant.id}`),
    );
    expect(rows).toEqual([]);
  },
);

test.each(tables.map((table) => table.name))('%s is empty for a connection without a town', async (name) => {
  const client = await database.pool.connect();
  try {
    await client.query(`begin; set local role ${PUBLIC_ROLE}`);
    expect(await client.query(`select 1 from ${name} limit 1`).then((result) => result.rows)).toEqual([]);
  } finally {
    await client.query('rollback');
    client.release();
  }
});

test('people are seen by the registry, and by a town only its own', async () => {
  const { rows } = await scopeOf(a).read((store) =>
    store.execute<{ email: string }>(sql`select email from identity.person`),
  );
  expect(rows).toEqual([{ email: a.person.email }]);
});

const SECRETS = ['session', 'credential', 'verification', 'second_factor', 'attempt'];

test.each(SECRETS)('identity.%s is closed to towns', async (name) => {
  const { rows } = await scopeOf(a).read((store) =>
    store.execute(sql`select 1 from ${sql.raw(`identity.${name}`)}`),
  );
  expect(rows).toEqual([]);
});

/** Rooms whose rows the registry needs to find a town, or to do its work. */
const OPEN_TO_REGISTRY = ['tenancy.tenant', 'tenancy.domain', 'jobs.announcement'];

test.each(ofTowns.map((table) => table.name).filter((name) => !OPEN_TO_REGISTRY.includes(name)))(
  '%s is closed to the registry',
  async (name) => {
    expect(await database.transaction({ registry: true }, (store) => countRows(store, name))).toBe(0);
  },
);

test.each(ofTowns.map((table) => table.name))('%s takes no row for the other town', async (name) => {
  const columns = (await columnsOf(name)).filter((column) => column !== 'tenant_id').join(', ');
  const writing = scopeOf(a).write((store) =>
    store.execute(
      sql.raw(
        `insert into ${name} (tenant_id${columns && `, ${columns}`})
         select '${b.tenant.id}'${columns && `, ${columns}`} from ${name} limit 1`,
      ),
    ),
  );
  await expect(writing).rejects.toMatchObject({
    cause: { message: expect.stringMatching(/row-level security/) },
  });
});

test.each(ofTowns.map((table) => table.name))(
  '%s lets no row of the other town be changed or deleted',
  async (name) => {
    const before = await scopeOf(b).read((store) => countRows(store, name));
    for (const statement of [
      `update ${name} set tenant_id = tenant_id where tenant_id = '${b.tenant.id}'`,
      `delete from ${name} where tenant_id = '${b.tenant.id}'`,
    ]) {
      const changed = await scopeOf(a)
        .write((store) => store.execute(sql.raw(statement)))
        .then((result) => result.rowCount)
        // The audit trail may not be changed at all, not even one's own.
        .catch((error: { cause?: { code?: string } }) =>
          error.cause?.code === '42501' ? 0 : Promise.reject(error),
        );
      expect(changed).toBe(0);
    }
    expect(await scopeOf(b).read((store) => countRows(store, name))).toBe(before);
  },
);

async function countRows(
  store: Parameters<Parameters<ReturnType<typeof scopeOf>['read']>[0]>[0],
  name: string,
) {
  const { rows } = await store.execute<{ count: number }>(
    sql`select count(*)::int as count from ${sql.raw(name)}`,
  );
  return rows[0]!.count;
}

async function columnsOf(name: string): Promise<string[]> {
  const { rows } = await database.asOwner((client) =>
    client.query<{ attname: string }>(
      `select attname from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
      [name],
    ),
  );
  return rows.map((row) => row.attname);
}
