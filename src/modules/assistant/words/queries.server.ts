import { asc, eq } from 'drizzle-orm';
import type { Store } from '#platform/db.server';
import type { TenantScope } from '#platform/scope.server';
import { MOST_GROUPS } from './groups.ts';
import type { SynonymGroup } from './groups.ts';
import { synonymGroup } from './tables.server.ts';

/** The groups of a town for its desk, the newest first. */
export async function listSynonyms(tenant: TenantScope): Promise<SynonymGroup[]> {
  if (!tenant.may('assistant.manage')) return [];
  return (await tenant.read((store) => loadSynonyms(store, tenant.tenant.id))).reverse();
}

/** What the index of a town takes: the words alone. */
export async function readSynonyms(tenant: TenantScope): Promise<string[][]> {
  const groups = await tenant.read((store) => loadSynonyms(store, tenant.tenant.id));
  return groups.map(({ words }) => words);
}

/** In the order of coming; ids grow with time. */
export function loadSynonyms(store: Store, tenantId: string): Promise<SynonymGroup[]> {
  return store
    .select({ id: synonymGroup.id, words: synonymGroup.words })
    .from(synonymGroup)
    .where(eq(synonymGroup.tenantId, tenantId))
    .orderBy(asc(synonymGroup.id))
    .limit(MOST_GROUPS);
}
