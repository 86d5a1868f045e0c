import { sql } from 'drizzle-orm';
import type { Database, Store } from '#platform/db.server';
import { newId } from '#platform/db.server';
import type { TenantScope } from '#platform/scope.server';
import { allTables } from './all-tables.ts';

interface Column {
  name: string;
  type: string;
  required: boolean;
  /** A check wants it in a certain form, most often that of a key or slug. */
  hasPattern: boolean;
  /** The first value a check allows, e.g. of `check (state in ('new', …))`. */
  allowed: string | null;
  /** Table and column a foreign key asks for a value of. */
  parent: { table: string; column: string } | null;
}

/**
 * Puts one marked row into each table of a town that the doors have left empty, so that a table somebody adds
 * tomorrow has something to leak from its first day.
 */
export async function fillEmptyTables(database: Database, scope: TenantScope, mark: string): Promise<void> {
  let waiting = (await allTables(database)).filter((table) => table.hasTenant).map((table) => table.name);
  // A table waits until the tables its foreign keys ask for have rows.
  for (let round = 0; round < 5 && waiting.length > 0; round++) {
    const left: string[] = [];
    for (const table of waiting) {
      const columns = await columnsOf(database, table);
      const isFull = await scope
        .write(async (store) => {
          const { rows } = await store.execute(sql`select 1 from ${sql.raw(table)} limit 1`);
          return rows.length > 0 || (await insertMarked(store, scope, table, columns, mark));
        })
        // A row with rules of its own has to be written in two-towns.ts; `rows.test.ts` says so.
        .catch(() => true);
      if (!isFull) left.push(table);
    }
    waiting = left;
  }
}

async function insertMarked(
  store: Store,
  scope: TenantScope,
  table: string,
  columns: Column[],
  mark: string,
): Promise<boolean> {
  const filled = columns.filter(
    (column) => column.name !== 'tenant_id' && (column.required || isText(column)),
  );
  const values: ReturnType<typeof sql>[] = [sql`${scope.tenant.id}`];
  for (const column of filled) {
    if (!column.parent) {
      values.push(valueFor(column, mark));
      continue;
    }
    const { rows } = await store.execute<{ value: string }>(
      sql`select ${sql.raw(column.parent.column)} as value from ${sql.raw(column.parent.table)} limit 1`,
    );
    if (!rows[0]) return false;
    values.push(sql`${rows[0].value}`);
  }
  const names = ['tenant_id', ...filled.map((column) => column.name)].join(', ');
  await store.execute(
    sql`insert into ${sql.raw(table)} (${sql.raw(names)}) values (${sql.join(values, sql`, `)})`,
  );
  return true;
}

/** Texts that may stay empty are filled too: they are what leaks. */
function isText(column: Column): boolean {
  return (
    column.type === 'text' && !column.allowed && !column.hasPattern && !/hash|date|url/.test(column.name)
  );
}

function valueFor({ name, type, allowed, hasPattern }: Column, mark: string) {
  if (allowed !== null) return sql`${allowed}`;
  if (type === 'text' && hasPattern) return sql`${`${mark}-${name}`.toLowerCase().replaceAll('_', '-')}`;
  if (type === 'uuid') return sql`${newId()}`;
  if (type === 'text') return sql`${`${mark} ${name}`}`;
  if (type === 'text[]') return sql`array[${mark}]::text[]`;
  if (type === 'jsonb') return sql`${JSON.stringify({ text: mark })}::jsonb`;
  if (type === 'boolean') return sql`false`;
  if (type === 'date') return sql`current_date`;
  if (type.startsWith('timestamp')) return sql`now()`;
  if (type === 'bytea') return sql`''::bytea`;
  return sql`1`;
}

async function columnsOf(database: Database, table: string): Promise<Column[]> {
  const { rows } = await database.asOwner((client) =>
    client.query<Column>(
      `select
         a.attname as name,
         format_type(a.atttypid, a.atttypmod) as type,
         a.attnotnull as required,
         exists (
           select 1
           from pg_constraint k
           where k.conrelid = a.attrelid and k.contype = 'c' and k.conkey = array[a.attnum]
             and pg_get_constraintdef(k.oid) ~ ' ~ '
         ) as "hasPattern",
         (
           select substring(pg_get_constraintdef(k.oid) from 'ARRAY\\[''([^'']+)''')
           from pg_constraint k
           where k.conrelid = a.attrelid and k.contype = 'c' and k.conkey = array[a.attnum]
             and pg_get_constraintdef(k.oid) ~ 'ARRAY'
           limit 1
         ) as allowed,
         (
           select json_build_object('table', k.confrelid::regclass::text, 'column', f.attname)
           from pg_constraint k
           join lateral unnest(k.conkey, k.confkey) as pair (mine, theirs) on pair.mine = a.attnum
           join pg_attribute f on f.attrelid = k.confrelid and f.attnum = pair.theirs
           where k.conrelid = a.attrelid and k.contype = 'f'
           limit 1
         ) as parent
       from pg_attribute a
       where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped
       order by a.attnum`,
      [table],
    ),
  );
  return rows;
}
