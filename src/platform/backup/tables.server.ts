import type { OwnerClient } from '#platform/db.server';

/** A table as the catalogue of the database describes it. */
export interface Table {
  /** Schema and name, e.g. `events.event`. */
  name: string;
  columns: string[];
  key: string[];
  /** Rows belong to towns; else to the registry. */
  isOfTowns: boolean;
  /** Tables its rows point to, and by which columns. */
  references: { table: string; columns: string[]; targets: string[] }[];
}

// pg-boss keeps its own house and rebuilds it; the migrations are told in the header.
const NOT_OURS = ['pg_catalog', 'information_schema', 'migrations', 'pgboss'];

/** All tables of the rooms, each after those it points to, so that they can be filled in this order. */
export async function listTables(client: OwnerClient): Promise<Table[]> {
  const { rows } = await client.query<Omit<Table, 'isOfTowns' | 'references'>>(
    `select format('%I.%I', n.nspname, c.relname) as name,
       (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
       coalesce((select array_agg(a.attname::text order by k.position)
         from pg_index i cross join lateral unnest(i.indkey) with ordinality k (number, position)
         join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
         where i.indrelid = c.oid and i.indisprimary), '{}') as key
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition
       and n.nspname <> all ($1) and n.nspname not like 'pg_%'
     order by 1`,
    [NOT_OURS],
  );
  const references = await listReferences(client);
  const tables = rows.map((row) => ({
    ...row,
    isOfTowns: row.columns.includes('tenant_id'),
    references: references.filter(({ from }) => from === row.name),
  }));
  return inOrder(tables);
}

async function listReferences(client: OwnerClient) {
  const names = (oid: string, numbers: string) =>
    `(select array_agg(a.attname::text order by k.position) from unnest(${numbers}) with ordinality k (number, position)
      join pg_attribute a on a.attrelid = ${oid} and a.attnum = k.number)`;
  const { rows } = await client.query<{ from: string; table: string; columns: string[]; targets: string[] }>(
    `select format('%I.%I', fn.nspname, f.relname) as "from", format('%I.%I', tn.nspname, t.relname) as "table",
       ${names('r.conrelid', 'r.conkey')} as columns, ${names('r.confrelid', 'r.confkey')} as targets
     from pg_constraint r
     join pg_class f on f.oid = r.conrelid join pg_namespace fn on fn.oid = f.relnamespace
     join pg_class t on t.oid = r.confrelid join pg_namespace tn on tn.oid = t.relnamespace
     where r.contype = 'f'`,
  );
  return rows;
}

function inOrder(tables: Table[]): Table[] {
  const placed: Table[] = [];
  let waiting = tables;
  while (waiting.length > 0) {
    const isFree = (table: Table) =>
      table.references.every(
        ({ table: target }) => target === table.name || !waiting.some(({ name }) => name === target),
      );
    const free = waiting.filter(isFree);
    if (free.length === 0)
      throw new Error(
        `tables point at each other in a circle: ${waiting.map(({ name }) => name).join(', ')}`,
      );
    placed.push(...free);
    waiting = waiting.filter((table) => !free.includes(table));
  }
  return placed;
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
