import { and, arrayContains, asc, eq, lt, or, sql } from 'drizzle-orm';
import {
  entry,
  findPublic,
  publicRows,
  readCursor,
  withDetails,
  writeCursor,
} from '#modules/publishing.server';
import type { ContentFilter, Page } from '#modules/publishing.server';
import type { TenantScope } from '#platform/scope.server';
import { eventKind } from './kind.server.ts';
import type { EventDetails, TownEvent } from './model.ts';
import { event } from './tables.server.ts';

export interface EventFilter extends ContentFilter {
  /** Events that are not over at this instant; the clock's now by default. */
  from?: Date | null;
  /** Events that begin before this instant. */
  to?: Date | null;
  accessibility?: EventDetails['accessibility'];
}

/** Events of a span of time, the next first; without a span those that are not over yet. */
export function listEvents(tenant: TenantScope, filter: EventFilter = {}): Promise<Page<TownEvent>> {
  const limit = Math.min(filter.limit ?? 30, 500);
  const from = filter.from ?? tenant.now();
  const after = readCursor(filter.cursor);
  return tenant.read(async (store) => {
    const rows = await store
      .select({ entry, at: sql<string>`${event.startsAt}::text` })
      .from(event)
      .innerJoin(entry, and(eq(entry.tenantId, event.tenantId), eq(entry.id, event.entryId)))
      .where(
        and(
          eq(event.tenantId, tenant.tenant.id),
          publicRows(tenant, eventKind.kind, filter),
          // Three hours are the assumed length of an event without an end (see rules.ts).
          sql`coalesce(${event.endsAt}, ${event.startsAt} + interval '3 hours') > ${from.toISOString()}::timestamptz`,
          filter.to ? lt(event.startsAt, filter.to) : undefined,
          filter.accessibility?.length ? arrayContains(event.accessibility, filter.accessibility) : undefined,
          after
            ? or(sql`(${event.startsAt}, ${entry.id}) > (${after.at}::timestamptz, ${after.id}::uuid)`)
            : undefined,
        ),
      )
      .orderBy(asc(event.startsAt), asc(entry.id))
      .limit(limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: await withDetails(
        store,
        tenant,
        eventKind,
        shown.map((row) => row.entry),
      ),
      next: rows.length > limit && last ? writeCursor(last.at, last.entry.id) : null,
    };
  });
}

export function findEvent(tenant: TenantScope, slug: string): Promise<TownEvent | null> {
  return findPublic(tenant, eventKind, slug);
}
