import { and, arrayContains, asc, desc, eq, exists, gt, lt, ne, or, sql } from 'drizzle-orm';
import {
  entry,
  findPublic,
  publicRows,
  readCursor,
  withDetails,
  writeCursor,
} from '#modules/publishing.server';
import type { ContentFilter, Page } from '#modules/publishing.server';
import { isId } from '#platform/db';
import type { Store } from '#platform/db.server';
import type { TenantScope } from '#platform/scope.server';
import { eventKind } from './kind.server.ts';
import type { DatedEvent, EventDate, EventDetails, TownEvent } from './model.ts';
import { onDate } from './rules.ts';
import { toEventDate } from './series/dates.server.ts';
import { event, occurrence } from './tables.server.ts';

export interface EventFilter extends ContentFilter {
  /** Dates that are not over at this instant; the clock's now by default. */
  from?: Date | null;
  /** Dates that begin before this instant. */
  to?: Date | null;
  accessibility?: EventDetails['accessibility'];
  /** Where it takes place and who invites, as the event says it. */
  venue?: string | null;
  organizer?: string | null;
}

/** The dates of a span of time, the next first, each as its event on that day; without a span those to come. */
export function listEvents(tenant: TenantScope, filter: EventFilter = {}): Promise<Page<DatedEvent>> {
  const limit = Math.min(filter.limit ?? 30, 500);
  const after = readCursor(filter.cursor);
  return tenant.read(async (store) => {
    const rows = await datedEntries(store)
      .where(
        and(
          ofTenantAndSpan(tenant, filter),
          ofFilter(tenant, filter),
          after
            ? sql`(${occurrence.startsAt}, ${entry.id}) > (${after.at}::timestamptz, ${after.id}::uuid)`
            : undefined,
        ),
      )
      .orderBy(asc(occurrence.startsAt), asc(entry.id), asc(occurrence.recurrenceId))
      .limit(limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: await onTheirDates(store, tenant, shown),
      next: rows.length > limit && last ? writeCursor(last.at, last.entry.id) : null,
    };
  });
}

function ofFilter(tenant: TenantScope, filter: EventFilter) {
  return and(
    publicRows(tenant, eventKind.kind, filter),
    filter.accessibility?.length ? arrayContains(event.accessibility, filter.accessibility) : undefined,
    filter.venue ? eq(event.venue, filter.venue) : undefined,
    filter.organizer ? eq(event.organizer, filter.organizer) : undefined,
  );
}

function datedEntries(store: Store) {
  return store
    .select({ entry, occurrence, at: sql<string>`${occurrence.startsAt}::text` })
    .from(occurrence)
    .innerJoin(event, and(eq(event.tenantId, occurrence.tenantId), eq(event.entryId, occurrence.entryId)))
    .innerJoin(entry, and(eq(entry.tenantId, occurrence.tenantId), eq(entry.id, occurrence.entryId)));
}

function ofTenantAndSpan(tenant: TenantScope, filter: EventFilter) {
  return and(
    eq(occurrence.tenantId, tenant.tenant.id),
    ne(occurrence.status, 'skipped'),
    gt(occurrence.overAt, filter.from ?? tenant.now()),
    filter.to ? lt(occurrence.startsAt, filter.to) : undefined,
  );
}

async function onTheirDates(
  store: Store,
  tenant: TenantScope,
  rows: { entry: typeof entry.$inferSelect; occurrence: typeof occurrence.$inferSelect }[],
): Promise<DatedEvent[]> {
  const unique = new Map(rows.map((row) => [row.entry.id, row.entry]));
  const contents = await withDetails(store, tenant, eventKind, [...unique.values()]);
  const byId = new Map(contents.map((content) => [content.id, content]));
  return rows.flatMap((row) => {
    const content = byId.get(row.entry.id);
    return content ? [onDate(content, toEventDate(row.occurrence))] : [];
  });
}

/** Events with a date that is not over at `from`, each once, for calendars that work out the dates by themselves. */
export function listCalendar(tenant: TenantScope, filter: EventFilter = {}): Promise<TownEvent[]> {
  return tenant.read(async (store) => {
    const rows = await store
      .select({ entry })
      .from(occurrence)
      .innerJoin(event, and(eq(event.tenantId, occurrence.tenantId), eq(event.entryId, occurrence.entryId)))
      .innerJoin(entry, and(eq(entry.tenantId, occurrence.tenantId), eq(entry.id, occurrence.entryId)))
      .where(and(ofTenantAndSpan(tenant, filter), ofFilter(tenant, filter)))
      .groupBy(entry.tenantId, entry.id)
      .orderBy(sql`min(${occurrence.startsAt})`, asc(entry.id))
      .limit(Math.min(filter.limit ?? 500, 500));
    return withDetails(
      store,
      tenant,
      eventKind,
      rows.map((row) => row.entry),
    );
  });
}

/** Where what is to come takes place, the thirty most named: what a reader can choose from. */
export function listVenues(tenant: TenantScope): Promise<string[]> {
  return tenant.read(async (store) => {
    const rows = await store
      .select({ venue: event.venue, count: sql<number>`count(*)` })
      .from(event)
      .innerJoin(entry, and(eq(entry.tenantId, event.tenantId), eq(entry.id, event.entryId)))
      .where(
        and(
          publicRows(tenant, eventKind.kind),
          ne(event.venue, ''),
          exists(
            store
              .select({ one: sql`1` })
              .from(occurrence)
              .where(
                and(
                  eq(occurrence.tenantId, event.tenantId),
                  eq(occurrence.entryId, event.entryId),
                  gt(occurrence.overAt, tenant.now()),
                ),
              ),
          ),
        ),
      )
      .groupBy(event.venue)
      .orderBy(desc(sql`count(*)`), asc(event.venue))
      .limit(30);
    return rows.map((row) => row.venue).sort((a, b) => a.localeCompare(b, 'de'));
  });
}

/** One public event with its rule and exceptions; its dates tell `listDates`. */
export function findEvent(tenant: TenantScope, slug: string): Promise<TownEvent | null> {
  return findPublic(tenant, eventKind, slug);
}

/**
 * One date of a public event by the name it has in the series (RECURRENCE-ID); null when there is none. The only
 * date of a single event is found by any name, so that one who noted it down finds it after it has moved.
 */
export async function findOccurrence(
  tenant: TenantScope,
  entryId: string,
  recurrenceId: Date | null,
): Promise<DatedEvent | null> {
  if (!isId(entryId)) return null;
  return tenant.read(async (store) => {
    const rows = await datedEntries(store)
      .where(
        and(
          eq(occurrence.tenantId, tenant.tenant.id),
          eq(occurrence.entryId, entryId),
          publicRows(tenant, eventKind.kind),
          or(
            sql`${event.datedUntil} is null`,
            recurrenceId ? eq(occurrence.recurrenceId, recurrenceId) : undefined,
          ),
        ),
      )
      .limit(1);
    return (await onTheirDates(store, tenant, rows))[0] ?? null;
  });
}

export interface DatesWish {
  /** Dates that are not over at this instant; the clock's now by default. */
  from?: Date;
  limit?: number;
}

/** The dates of one event, the next first, with cancelled and left-out ones; of a draft only for the desk. */
export function listDates(tenant: TenantScope, entryId: string, wish: DatesWish = {}): Promise<EventDate[]> {
  return tenant.read(async (store) => {
    const rows = await datedEntries(store)
      .where(
        and(
          eq(occurrence.tenantId, tenant.tenant.id),
          eq(occurrence.entryId, entryId),
          gt(occurrence.overAt, wish.from ?? tenant.now()),
          tenant.actor.kind === 'public' ? publicRows(tenant, eventKind.kind) : undefined,
        ),
      )
      .orderBy(asc(occurrence.startsAt), asc(occurrence.recurrenceId))
      .limit(Math.min(wish.limit ?? 50, 1000));
    return rows.map((row) => toEventDate(row.occurrence));
  });
}
