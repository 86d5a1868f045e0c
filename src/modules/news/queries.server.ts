import { and, desc, eq } from 'drizzle-orm';
import { entry, findPublic, listNewest, publicRows, withDetails } from '#modules/publishing.server';
import type { ContentFilter, Page } from '#modules/publishing.server';
import type { TenantScope } from '#platform/scope.server';
import { newsKind } from './kind.server.ts';
import type { NewsItem } from './model.ts';
import { item } from './tables.server.ts';

export function listNews(tenant: TenantScope, filter: ContentFilter = {}): Promise<Page<NewsItem>> {
  return listNewest(tenant, newsKind, filter);
}

export function findNews(tenant: TenantScope, slug: string): Promise<NewsItem | null> {
  return findPublic(tenant, newsKind, slug);
}

const ALERTS_SHOWN = 3;

/** What every page shows on top until it expires: a burst main, a closed school. */
export function listAlerts(tenant: TenantScope): Promise<NewsItem[]> {
  return tenant.read(async (store) => {
    const rows = await store
      .select({ entry })
      .from(item)
      .innerJoin(entry, and(eq(entry.tenantId, item.tenantId), eq(entry.id, item.entryId)))
      .where(
        and(eq(item.tenantId, tenant.tenant.id), eq(item.isAlert, true), publicRows(tenant, newsKind.kind)),
      )
      .orderBy(desc(entry.updatedAt))
      .limit(ALERTS_SHOWN);
    return withDetails(
      store,
      tenant,
      newsKind,
      rows.map((row) => row.entry),
    );
  });
}
