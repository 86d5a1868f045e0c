import { and, asc, eq, gt, lt, ne, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { draftOfEntry } from '#modules/publishing';
import {
  archiveEntry,
  entry,
  findDeskEntry,
  findWorkingCopy,
  publicRows,
  saveEntry,
} from '#modules/publishing.server';
import { recordAudit } from '#platform/audit.server';
import { isId } from '#platform/db';
import { civilDate } from '#platform/formats';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { eventKind } from '../kind.server.ts';
import type { EventDetails, TownEvent } from '../model.ts';
import { distinction, event, merger, occurrence } from '../tables.server.ts';
import { looksAlike } from './likeness.ts';

/** Two events that are probably one, on the first day on which they meet. */
export interface Duplicate {
  first: DuplicateEvent;
  second: DuplicateEvent;
}

export interface DuplicateEvent {
  id: string;
  title: string;
  state: string;
  startsAt: Date;
  endsAt: Date | null;
  allDay: boolean;
  venue: string;
  street: string;
  sourceName: string;
  sourceUrl: string | null;
  exchangeSourceId: string | null;
}

const AHEAD_DAYS = 180;
const DATES_COMPARED = 5000;
const PAIRS_SHOWN = 50;

/** Pairs of events from different sources that look like one, the next first; those decided about are left out. */
export async function listDuplicates(tenant: TenantScope): Promise<Duplicate[]> {
  if (tenant.actor.kind === 'public') return [];
  const [dates, apart] = await tenant.read(async (store) => [
    await store
      .select({
        id: entry.id,
        title: entry.title,
        state: entry.state,
        startsAt: occurrence.startsAt,
        endsAt: occurrence.endsAt,
        allDay: event.allDay,
        venue: event.venue,
        street: event.street,
        sourceName: entry.sourceName,
        sourceUrl: entry.sourceUrl,
        exchangeSourceId: entry.exchangeSourceId,
      })
      .from(occurrence)
      .innerJoin(event, and(eq(event.tenantId, occurrence.tenantId), eq(event.entryId, occurrence.entryId)))
      .innerJoin(entry, and(eq(entry.tenantId, occurrence.tenantId), eq(entry.id, occurrence.entryId)))
      .where(
        and(
          eq(occurrence.tenantId, tenant.tenant.id),
          gt(occurrence.overAt, tenant.now()),
          lt(occurrence.startsAt, new Date(tenant.now().getTime() + AHEAD_DAYS * 86_400_000)),
          ne(occurrence.status, 'skipped'),
          ne(entry.state, 'archived'),
        ),
      )
      .orderBy(asc(occurrence.startsAt), asc(entry.id))
      .limit(DATES_COMPARED),
    await store.select().from(distinction).where(eq(distinction.tenantId, tenant.tenant.id)).limit(10_000),
  ]);
  const settled = new Set(apart.map((pair) => pairKey(pair.entryId, pair.otherEntryId)));
  return pairsIn(dates, settled).slice(0, PAIRS_SHOWN);
}

function pairsIn(dates: readonly DuplicateEvent[], settled: Set<string>): Duplicate[] {
  const pairs: Duplicate[] = [];
  for (const day of Map.groupBy(dates, (date) => civilDate(date.startsAt)).values())
    for (const [index, first] of day.entries())
      for (const second of day.slice(index + 1)) {
        const key = pairKey(first.id, second.id);
        const isOneSource =
          first.exchangeSourceId !== null && first.exchangeSourceId === second.exchangeSourceId;
        if (first.id === second.id || isOneSource || settled.has(key) || !looksAlike(first, second)) continue;
        settled.add(key);
        pairs.push({ first, second });
      }
  return pairs;
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

export type MergeRefusal = 'forbidden' | 'unknown' | 'wrong-state' | 'invalid' | 'conflict' | 'own-work';

/**
 * Makes one event of two. The one that goes is archived: its address leads to the one that stays, its source is named
 * there, and its source finds it again and leaves it archived. What a hand-written one that stays does not say, it takes
 * over; one that is imported says what its source says.
 */
export async function mergeEvents(
  tenant: TenantScope,
  ids: { keep: string; merge: string },
): Promise<Outcome<null, MergeRefusal>> {
  if (!tenant.may('events.publish')) return refuse('forbidden');
  const kept = await findWorkingCopy(tenant, eventKind, ids.keep);
  const merged = await findDeskEntry(tenant, eventKind, ids.merge);
  if (!kept || !merged || kept.id === merged.id) return refuse('unknown');
  if (kept.state === 'archived') return refuse('wrong-state');

  if (kept.exchangeSourceId === null) {
    const filled = await fillFrom(tenant, kept, merged);
    if (!filled.ok) return filled;
  }
  // The way to the one that stays is there before the address of the other is empty.
  await tenant.write(async (store) => {
    const row = {
      tenantId: tenant.tenant.id,
      entryId: merged.id,
      intoEntryId: kept.id,
      mergedAt: tenant.now(),
      mergedBy: tenant.actor.name,
    };
    await store
      .insert(merger)
      .values(row)
      .onConflictDoUpdate({ target: [merger.tenantId, merger.entryId], set: row });
    await recordAudit(store, tenant, {
      action: 'events.merged',
      subject: { kind: 'event', id: kept.id },
      details: { merged: merged.id, title: merged.title },
    });
  });
  if (merged.state === 'archived') return done(null);
  const archived = await archiveEntry(tenant, eventKind, merged.id);
  return archived.ok ? done(null) : archived;
}

/** What an event does not say is taken from the other. */
async function fillFrom(tenant: TenantScope, kept: TownEvent, merged: TownEvent) {
  const details: EventDetails = { ...kept.details };
  const texts = ['venue', 'street', 'organizer', 'contact', 'price'] as const;
  for (const name of texts) details[name] ||= merged.details[name];
  details.link ??= merged.details.link;
  details.endsAt ??= endTakenOver(kept.details, merged.details);
  if (details.accessibility.length === 0) details.accessibility = merged.details.accessibility;
  const draft = draftOfEntry(kept);
  return saveEntry(tenant, eventKind, {
    id: kept.id,
    version: kept.version,
    draft: { ...draft, summary: kept.summary || merged.summary, body: kept.body || merged.body },
    details,
  });
}

function endTakenOver(kept: EventDetails, merged: EventDetails): Date | null {
  return merged.endsAt && merged.endsAt > kept.startsAt && kept.rule === null && merged.rule === null
    ? merged.endsAt
    : null;
}

/** Notes that two events only look alike. */
export async function keepApart(
  tenant: TenantScope,
  ids: { first: string; second: string },
): Promise<Outcome<null, 'forbidden' | 'unknown'>> {
  if (!tenant.may('events.edit')) return refuse('forbidden');
  const both = [ids.first, ids.second].sort();
  if (!both.every(isId) || both[0] === both[1]) return refuse('unknown');
  return tenant.write(async (store) => {
    const known = await store
      .select({ id: event.entryId })
      .from(event)
      .where(
        and(
          eq(event.tenantId, tenant.tenant.id),
          or(eq(event.entryId, both[0]!), eq(event.entryId, both[1]!)),
        ),
      );
    if (known.length < 2) return refuse('unknown');
    await store
      .insert(distinction)
      .values({
        tenantId: tenant.tenant.id,
        entryId: both[0]!,
        otherEntryId: both[1]!,
        decidedAt: tenant.now(),
        decidedBy: tenant.actor.name,
      })
      .onConflictDoNothing();
    return done(null);
  });
}

const gone = alias(entry, 'gone');

/** Where a merged event lives now: the address of the public one it became a part of. */
export async function findMergedInto(tenant: TenantScope, slug: string): Promise<string | null> {
  return tenant.read(async (store) => {
    const [row] = await store
      .select({ slug: entry.slug })
      .from(merger)
      .innerJoin(gone, and(eq(gone.tenantId, merger.tenantId), eq(gone.id, merger.entryId)))
      .innerJoin(entry, and(eq(entry.tenantId, merger.tenantId), eq(entry.id, merger.intoEntryId)))
      .where(
        and(eq(merger.tenantId, tenant.tenant.id), eq(gone.slug, slug), publicRows(tenant, eventKind.kind)),
      )
      .limit(1);
    return row?.slug ?? null;
  });
}

export interface FurtherSource {
  name: string;
  url: string | null;
  licence: string | null;
  attribution: string | null;
}

/** The other sources of a public event: those of the events that were merged into it. */
export async function listFurtherSources(tenant: TenantScope, entryId: string): Promise<FurtherSource[]> {
  if (!isId(entryId)) return [];
  return tenant.read((store) =>
    store
      .select({
        name: gone.sourceName,
        url: gone.sourceUrl,
        licence: gone.licence,
        attribution: gone.attribution,
      })
      .from(merger)
      .innerJoin(gone, and(eq(gone.tenantId, merger.tenantId), eq(gone.id, merger.entryId)))
      .innerJoin(entry, and(eq(entry.tenantId, merger.tenantId), eq(entry.id, merger.intoEntryId)))
      .where(
        and(
          eq(merger.tenantId, tenant.tenant.id),
          eq(merger.intoEntryId, entryId),
          eq(gone.state, 'archived'),
          publicRows(tenant, eventKind.kind),
        ),
      )
      .orderBy(asc(gone.sourceName))
      .limit(20),
  );
}
