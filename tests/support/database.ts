import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, inject } from 'vitest';
import { newId, openDatabase } from '#platform/db.server';
import type { Database } from '#platform/db.server';
import { createScope, SYSTEM_ACTOR } from '#platform/scope.server';
import type { TenantScope } from '#platform/scope.server';
import type { Actor, Locale, TenantIdentity } from '#platform/scope';
import { cloneTemplate, createEmpty, dropDatabase } from './database-server.ts';

export interface ScopeWishes {
  /** What the actor may do; without it the scope may do everything, as jobs and imports do. */
  permissions?: string[];
  /** The clock of the scope. */
  now?: Date | (() => Date);
  locale?: Locale;
  actor?: Partial<Actor>;
}

export interface TestDatabase {
  database: Database;
  url: string;
  createTenant(slug: string, name?: string): Promise<TenantIdentity>;
  /** A scope for doors; ended by itself after the file. */
  scope(tenant: TenantIdentity, wishes?: ScopeWishes): TenantScope;
  /** A database of the same server without any table; gone after the file. */
  emptyDatabase(): Promise<{ database: Database; url: string }>;
  /** How many statements `work` sends, apart from the beginning and end of transactions. */
  countQueries(work: () => Promise<unknown>): Promise<number>;
}

/**
 * A fresh database with all migrations, for this test file alone. Call it once at the top of the file:
 * `const { database, createTenant, scope } = await testDatabase();`
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('databaseServer');
  const name = `ortskern_test_${randomBytes(8).toString('hex')}`;
  const url = await cloneTemplate(server, name);
  const statements: string[] = [];
  const others: { database: Database; name: string }[] = [];
  const database = openDatabase(url, { onQuery: (statement) => void statements.push(statement) });
  const towns = townsIn(database);

  afterAll(async () => {
    await towns.end();
    for (const opened of [{ database, name }, ...others]) {
      await opened.database.close();
      await dropDatabase(server.url, opened.name);
    }
  });

  return {
    database,
    url,
    createTenant: towns.createTenant,
    scope: towns.scope,
    async emptyDatabase() {
      const emptyName = `${name}_${others.length}`;
      const emptyUrl = await createEmpty(server, emptyName);
      const opened = openDatabase(emptyUrl);
      others.push({ database: opened, name: emptyName });
      return { database: opened, url: emptyUrl };
    },
    async countQueries(work) {
      const before = statements.length;
      await work();
      return statements.length - before;
    },
  };
}

/** Makes towns in a database, and scopes that are ended together. */
export function townsIn(database: Database): Pick<TestDatabase, 'createTenant' | 'scope'> & {
  end(): Promise<void>;
} {
  const scopes: TenantScope[] = [];
  return {
    createTenant: (slug, title) => createTenant(database, slug, title),
    scope(tenant, wishes = {}) {
      const scope = makeScope(database, tenant, wishes);
      scopes.push(scope);
      return scope;
    },
    async end() {
      await Promise.all(scopes.map((scope) => scope.end()));
    },
  };
}

/** A town with nothing in it but its row. */
async function createTenant(database: Database, slug: string, name = slug): Promise<TenantIdentity> {
  const tenant = { id: newId(), slug, name };
  await database.transaction({ registry: true }, (store) =>
    store.execute(
      sql`insert into tenancy.tenant (tenant_id, slug, name) values (${tenant.id}, ${slug}, ${name})`,
    ),
  );
  return tenant;
}

function makeScope(database: Database, tenant: TenantIdentity, wishes: ScopeWishes): TenantScope {
  const { permissions, now, locale } = wishes;
  const standard: Actor = permissions
    ? { id: newId(), name: 'Mitarbeiterin', kind: 'staff', permissions: new Set(permissions) }
    : SYSTEM_ACTOR;
  return createScope({
    database,
    tenant,
    actor: { ...standard, ...wishes.actor },
    ...(locale ? { locale } : {}),
    ...(now ? { now: typeof now === 'function' ? now : () => now } : {}),
  });
}
