import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { filesIn, ROOT } from './source-files.ts';

const { database } = await testDatabase();

/** Tables better-auth reads and writes; our code describes only the columns it uses itself. */
const OF_BETTER_AUTH = ['person', 'session', 'credential', 'verification', 'second_factor'].map(
  (name) => `identity.${name}`,
);

interface Column {
  name: string;
  type: string;
  required: boolean;
}

const described = await Promise.all(
  filesIn('src', /\/tables\.server\.ts$/).map(async ({ path }) => {
    const exports: Record<string, unknown> = await import(join(ROOT, path));
    return Object.values(exports).flatMap((value) => (is(value, PgTable) ? [{ path, table: value }] : []));
  }),
).then((found) => found.flat());

test.each(described.map(({ path, table }) => [tableName(table), path, table] as const))(
  'the columns of %s in the code are those of the database',
  async (name, _path, table) => {
    const inCode = getTableConfig(table).columns.map((column) => ({
      name: column.name,
      type: column.getSQLType(),
      required: column.notNull,
    }));
    const inDatabase = await columnsOf(name);
    const used = new Set(inCode.map((column) => column.name));
    expect(byName(inCode)).toEqual(
      byName(
        OF_BETTER_AUTH.includes(name) ? inDatabase.filter((column) => used.has(column.name)) : inDatabase,
      ),
    );
  },
);

test('rooms that keep something describe their tables', async () => {
  const { rows } = await database.pool.query<{ name: string }>(`
    select table_schema || '.' || table_name as name
    from information_schema.tables
    where table_schema not in ('pg_catalog', 'information_schema', 'migrations', 'pgboss')
      and table_type = 'BASE TABLE'
    order by 1`);
  // Written and read by the platform in plain SQL.
  const inPlatform = /^(audit|jobs)\./;
  const known = [...described.map(({ table }) => tableName(table)), ...OF_BETTER_AUTH];
  const unknown = rows
    .map((row) => row.name)
    .filter((name) => !known.includes(name) && !inPlatform.test(name));
  expect(unknown).toEqual([]);
});

function tableName(table: PgTable): string {
  const { schema, name } = getTableConfig(table);
  return `${schema}.${name}`;
}

async function columnsOf(table: string): Promise<Column[]> {
  const { rows } = await database.asOwner((client) =>
    client.query<Column>(
      `select attname as name, format_type(atttypid, atttypmod) as type, attnotnull as required
       from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
      [table],
    ),
  );
  return rows;
}

function byName(columns: Column[]): Column[] {
  return [...columns].sort((a, b) => (a.name < b.name ? -1 : 1));
}
