import { asc, eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import type { Database, Store } from '#platform/db.server';
import type { TenantScope } from '#platform/scope.server';
import { townSettings } from './model.ts';
import type { Town } from './model.ts';
import { domain, tenant } from './tables.server.ts';

/** All towns of this installation with their hosts, by name. */
export function listTowns(database: Database): Promise<Town[]> {
  return database.transaction({ registry: true }, async (store) => {
    const rows = await store.select().from(tenant).orderBy(asc(tenant.name));
    const hosts = await store.select().from(domain).orderBy(asc(domain.host));
    const hostsOf = Map.groupBy(hosts, ({ tenantId }) => tenantId);
    return rows.map((row) =>
      toTown(
        row,
        (hostsOf.get(row.tenantId) ?? []).map(({ host }) => host),
      ),
    );
  });
}

/** The signed-in or visited town with its settings. */
export function readTown(scope: TenantScope): Promise<Town> {
  return scope.read((store) => loadTown(store, scope.tenant.id));
}

export async function loadTown(store: Store, tenantId: string): Promise<Town> {
  // One round trip: every question of every visitor begins with it.
  const hosts = sql<string[]>`array(
    select ${domain.host} from ${domain} where ${domain.tenantId} = ${tenantId} order by ${domain.host}
  )`;
  const [found] = await store
    .select({ row: tenant, hosts })
    .from(tenant)
    .where(eq(tenant.tenantId, tenantId));
  if (!found) throw new Error(`there is no town ${tenantId}`);
  return toTown(found.row, found.hosts);
}

/** Two letters of the Land a town lies in, within a transaction that is already open. */
export async function stateOf(store: Store, tenantId: string): Promise<string> {
  const [row] = await store.select({ state: tenant.state }).from(tenant).where(eq(tenant.tenantId, tenantId));
  return row?.state ?? 'MV';
}

function toTown(row: typeof tenant.$inferSelect, domains: string[]): Town {
  return {
    id: row.tenantId,
    slug: row.slug,
    name: row.name,
    ags: row.ags,
    state: row.state,
    isDefault: row.isDefault,
    domains,
    // Settings written by an older Ortskern lack what came later; the defaults fill in.
    settings: v.parse(townSettings, row.settings),
  };
}
