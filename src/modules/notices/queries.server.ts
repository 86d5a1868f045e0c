import { and, asc, eq, gte } from 'drizzle-orm';
import { entry, findPublic, listNewest, publicRows, withDetails } from '#modules/publishing.server';
import type { ContentFilter, Page } from '#modules/publishing.server';
import { civilDate } from '#platform/formats';
import type { TenantScope } from '#platform/scope.server';
import { noticeKind } from './kind.server.ts';
import type { Notice } from './model.ts';
import { notice } from './tables.server.ts';

export function listNotices(tenant: TenantScope, filter: ContentFilter = {}): Promise<Page<Notice>> {
  return listNewest(tenant, noticeKind, filter);
}

export function findNotice(tenant: TenantScope, slug: string): Promise<Notice | null> {
  return findPublic(tenant, noticeKind, slug);
}

/** Notices one can still object to, the nearest deadline first. */
export function listOpenDeadlines(tenant: TenantScope, limit = 3): Promise<Notice[]> {
  return tenant.read(async (store) => {
    const rows = await store
      .select({ entry })
      .from(notice)
      .innerJoin(entry, and(eq(entry.tenantId, notice.tenantId), eq(entry.id, notice.entryId)))
      .where(
        and(
          eq(notice.tenantId, tenant.tenant.id),
          gte(notice.deadline, civilDate(tenant.now())),
          publicRows(tenant, noticeKind.kind),
        ),
      )
      .orderBy(asc(notice.deadline))
      .limit(limit);
    return withDetails(
      store,
      tenant,
      noticeKind,
      rows.map((row) => row.entry),
    );
  });
}
