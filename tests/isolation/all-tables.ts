import type { Database } from '#platform/db.server';

export interface TableName {
  /** With its schema. */
  name: string;
  /** False for the registry: people, sessions and what guards them belong to no town. */
  hasTenant: boolean;
}

/** Every table of ours: not those of PostgreSQL, of the job queue, of the migrations. */
export async function allTables(database: Database): Promise<TableName[]> {
  const { rows } = await database.asOwner((client) =>
    client.query<TableName>(`
      select
        n.nspname || '.' || c.relname as name,
        exists (
          select 1
          from pg_attribute a
          where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
        ) as "hasTenant"
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p')
        and n.nspname not like 'pg\\_%'
        and n.nspname not in ('information_schema', 'pgboss', 'migrations')
      order by 1`),
  );
  return rows;
}
