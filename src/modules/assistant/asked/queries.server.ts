import { asc, eq } from 'drizzle-orm';
import type { Store } from '#platform/db.server';
import type { TenantScope } from '#platform/scope.server';
import type { Searchable } from '../town-pages.ts';
import { withAsked } from './lists.ts';
import type { Asked } from './lists.ts';
import { wayOfAsking } from './tables.server.ts';

/** All ways of asking of a town, by page. */
export function readAllAsked(tenant: TenantScope): Promise<Map<string, Asked[]>> {
  return tenant.read((store) => loadAsked(store, tenant));
}

/** The same within a transaction. */
export async function loadAsked(store: Store, tenant: TenantScope): Promise<Map<string, Asked[]>> {
  const { documentId, question, answeredBy, position } = wayOfAsking;
  const rows = await store
    .select({ documentId, question, answeredBy })
    .from(wayOfAsking)
    .where(eq(wayOfAsking.tenantId, tenant.tenant.id))
    .orderBy(asc(documentId), asc(position));
  const pages = new Map<string, Asked[]>();
  for (const { documentId: id, ...asked } of rows) pages.set(id, [...(pages.get(id) ?? []), asked]);
  return pages;
}

/** Hands the pages of a source on together with how people ask for them. */
export function askedToo(searchable: Searchable): Searchable {
  return async function* (tenant) {
    const asked = await readAllAsked(tenant);
    for await (const pages of searchable(tenant))
      yield asked.size > 0 ? pages.map((page) => withAsked(page, asked.get(page.id))) : pages;
  };
}
