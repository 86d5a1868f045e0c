import { expect, test } from 'vitest';
import { PUBLIC_ROLE } from '#platform/db.server';
import { testDatabase } from '#tests/database';

const { database } = await testDatabase();

// Those of PostgreSQL, of the job queue and of the migration runner are not ours to write.
const OURS = `n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'pgboss', 'migrations')`;

async function ask<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const { rows } = await database.asOwner((client) => client.query(sql, values));
  return rows as Row[];
}

const names = async (sql: string) => (await ask<{ name: string }>(sql)).map((row) => row.name);

test('every table is closed by row-level security, for its owner too, with a policy', async () => {
  const open = await names(`
    select n.nspname || '.' || c.relname as name
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and ${OURS}
      and not (
        c.relrowsecurity and c.relforcerowsecurity
        and exists (select 1 from pg_policy p where p.polrelid = c.oid)
      )
    order by 1`);
  expect(open).toEqual([]);
});

test('every policy asks for the town or for the registry, and checks what is written too', async () => {
  const policies = await ask<{ name: string; command: string; seen: string | null; written: string | null }>(`
    select
      p.polrelid::regclass || ' ' || p.polname as name,
      p.polcmd as command,
      pg_get_expr(p.polqual, p.polrelid) as seen,
      pg_get_expr(p.polwithcheck, p.polrelid) as written
    from pg_policy p
    join pg_class c on c.oid = p.polrelid
    join pg_namespace n on n.oid = c.relnamespace
    where ${OURS}`);
  const asks = (expression: string | null) => /app\.(current_tenant|in_registry)\(\)/.test(expression ?? '');
  const careless = policies.filter(
    (policy) => !asks(policy.seen) || (policy.command !== 'r' && !asks(policy.written)),
  );
  expect(policies.length).toBeGreaterThan(10);
  expect(careless).toEqual([]);
});

/** Keys that do not start with the town, and why they may not. */
const ACROSS_TOWNS: Readonly<Record<string, string>> = {
  'tenancy.tenant tenant_slug_key': 'the slug is the address of a town among all towns',
  'tenancy.tenant tenant_default': 'one default town an installation',
  'tenancy.domain domain_host': 'a host leads to one town only',
};

test('primary and unique keys of a town’s table start with the town', async () => {
  const across = await names(`
    select c.oid::regclass || ' ' || i.indexrelid::regclass::text as name
    from pg_index i
    join pg_class c on c.oid = i.indrelid
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute tenant on tenant.attrelid = c.oid and tenant.attname = 'tenant_id' and not tenant.attisdropped
    where i.indisunique and ${OURS} and i.indkey[0] <> tenant.attnum`);
  const known = Object.keys(ACROSS_TOWNS).sort();
  expect(across.map((name) => name.replace(/ \w+\./, ' ')).sort()).toEqual(known);
});

test('foreign keys between tables of a town start with the town on both sides', async () => {
  const across = await names(`
    select k.conrelid::regclass || ' ' || k.conname as name
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute mine on mine.attrelid = k.conrelid and mine.attname = 'tenant_id'
    join pg_attribute theirs on theirs.attrelid = k.confrelid and theirs.attname = 'tenant_id'
    where k.contype = 'f' and ${OURS}
      and (k.conkey[1] <> mine.attnum or k.confkey[1] <> theirs.attnum)`);
  expect(across).toEqual([]);
});

test('an index of a town’s table starts with the town, unless it serves the registry', async () => {
  const across = await names(`
    select i.indexrelid::regclass::text as name
    from pg_index i
    join pg_class c on c.oid = i.indrelid
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute tenant on tenant.attrelid = c.oid and tenant.attname = 'tenant_id' and not tenant.attisdropped
    where not i.indisunique and ${OURS} and i.indkey[0] <> tenant.attnum`);
  // The foreign key from a membership to the person is followed when a person is deleted.
  expect(across).toEqual(['identity.member_by_user']);
});

test('tables without a town belong to the registry', async () => {
  const stray = await names(`
    select c.oid::regclass::text as name
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and ${OURS}
      and not exists (
        select 1
        from pg_attribute a
        where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
      )
      and not exists (
        select 1
        from pg_policy p
        where p.polrelid = c.oid and pg_get_expr(p.polqual, p.polrelid) = 'app.in_registry()'
      )`);
  expect(stray).toEqual([]);
});

test('the role of requests owns nothing and cannot step over row-level security', async () => {
  const [role] = await ask(
    `select rolsuper, rolbypassrls, rolcanlogin, rolcreatedb, rolcreaterole from pg_roles where rolname = $1`,
    [PUBLIC_ROLE],
  );
  expect(role).toEqual({
    rolsuper: false,
    rolbypassrls: false,
    rolcanlogin: false,
    rolcreatedb: false,
    rolcreaterole: false,
  });
  const owned = await names(`
    select c.oid::regclass::text as name
    from pg_class c
    where c.relowner = '${PUBLIC_ROLE}'::regrole
    union all
    select n.nspname
    from pg_namespace n
    where n.nspowner = '${PUBLIC_ROLE}'::regrole
    union all
    select p.oid::regprocedure::text
    from pg_proc p
    where p.proowner = '${PUBLIC_ROLE}'::regrole`);
  expect(owned).toEqual([]);
});

test('the role of requests may change rows and nothing else', async () => {
  const [rights] = await ask(`
    select
      bool_or(has_table_privilege('${PUBLIC_ROLE}', c.oid, 'truncate, references, trigger')) as tables,
      bool_or(has_schema_privilege('${PUBLIC_ROLE}', n.oid, 'create')) as schemas
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and ${OURS}`);
  expect(rights).toEqual({ tables: false, schemas: false });
});

test('no function or view works with the rights of its owner', async () => {
  const stronger = await names(`
    select p.oid::regprocedure::text as name
    from pg_proc p
    join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and ${OURS}
    union all
    select c.oid::regclass::text
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('v', 'm') and ${OURS}
      and not coalesce(c.reloptions @> '{security_invoker=true}', false)`);
  expect(stronger).toEqual([]);
});
