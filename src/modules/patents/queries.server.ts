import { and, desc, eq, ilike, or, sql } from 'drizzle-orm';
import { entry, findPublic, publicRows, withDetails } from '#modules/publishing.server';
import type { ContentFilter, Page } from '#modules/publishing.server';
import type { TenantScope } from '#platform/scope.server';
import { classesCalled } from './ipc.ts';
import { patentKind } from './kind.server.ts';
import type { Patent } from './model.ts';
import { patent } from './tables.server.ts';

export interface PatentFilter extends ContentFilter {
  /** Part of title or applicant, or of the words for a class. */
  q?: string | null;
  /** Beginning of a class, e.g. `B60`. */
  ipc?: string | null;
}

/** Industrial property rights, the newest application first. The cursor is the number of rights before the page. */
export function listPatents(tenant: TenantScope, filter: PatentFilter = {}): Promise<Page<Patent>> {
  const limit = Math.min(filter.limit ?? 20, 100);
  const offset = Math.max(0, Math.min(Number(filter.cursor ?? 0) || 0, 100_000));
  const like = `%${(filter.q ?? '').trim().replace(/[\\%_]/g, '\\$&')}%`;
  // Section letters and two digits of our own list, so that nothing of what was typed gets here.
  const called = classesCalled(filter.q ?? '');
  const ipc = /^[A-H](\d\d)?$/.test(filter.ipc ?? '') ? filter.ipc : null;
  return tenant.read(async (store) => {
    const rows = await store
      .select({ entry })
      .from(patent)
      .innerJoin(entry, and(eq(entry.tenantId, patent.tenantId), eq(entry.id, patent.entryId)))
      .where(
        and(
          eq(patent.tenantId, tenant.tenant.id),
          publicRows(tenant, patentKind.kind, filter),
          filter.q?.trim()
            ? or(
                ilike(entry.title, like),
                sql`array_to_string(${patent.applicants}, ' ') ilike ${like}`,
                called.length > 0
                  ? sql`exists (select 1 from unnest(${patent.ipc}) as class where class ~ ${`^(${called.join('|')})`})`
                  : undefined,
              )
            : undefined,
          ipc
            ? sql`exists (select 1 from unnest(${patent.ipc}) as class where class like ${`${ipc}%`})`
            : undefined,
        ),
      )
      .orderBy(sql`${patent.applicationDate} desc nulls last`, desc(entry.id))
      .limit(limit + 1)
      .offset(offset);
    return {
      items: await withDetails(
        store,
        tenant,
        patentKind,
        rows.slice(0, limit).map((row) => row.entry),
      ),
      next: rows.length > limit ? String(offset + limit) : null,
    };
  });
}

export function findPatent(tenant: TenantScope, slug: string): Promise<Patent | null> {
  return findPublic(tenant, patentKind, slug);
}
