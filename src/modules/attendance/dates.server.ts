import { and, eq, inArray } from 'drizzle-orm';
import { isSeries } from '#modules/events';
import type { TownEvent } from '#modules/events';
import { eventKind, listDates } from '#modules/events.server';
import { findDeskEntry, loadPublic } from '#modules/publishing.server';
import { newId } from '#platform/db';
import type { Store } from '#platform/db.server';
import type { TenantScope } from '#platform/scope.server';
import type { PlannedDate } from './model.ts';
import { overAt } from './rules.ts';
import { date } from './tables.server.ts';

export type DateRow = typeof date.$inferSelect;

/** An event with its dates, the next first. */
export interface Plan {
  event: TownEvent;
  isSeries: boolean;
  dates: PlannedDate[];
}

/** The plan of an event as the public may know it; null when there is none. */
export async function publicPlan(tenant: TenantScope, eventId: string): Promise<Plan | null> {
  const [event] = await tenant.read((store) => loadPublic(store, tenant, eventKind, [eventId]));
  return event ? planOf(tenant, event) : null;
}

/** The plan of an event in any state, for the desk and for jobs. What was taken off the pages takes place no more. */
export async function wholePlan(tenant: TenantScope, eventId: string): Promise<Plan | null> {
  const event = await findDeskEntry(tenant, eventKind, eventId);
  if (!event) return null;
  const plan = await planOf(tenant, event);
  if (event.state !== 'archived') return plan;
  return { ...plan, dates: plan.dates.map((planned) => ({ ...planned, status: 'cancelled' as const })) };
}

/** Of a series what is to come, of a single event its date, also when it is past. */
async function planOf(tenant: TenantScope, event: TownEvent): Promise<Plan> {
  const repeats = isSeries(event.details);
  const from = repeats ? tenant.now() : new Date(0);
  const dates = await listDates(tenant, event.id, { from, limit: 1000 });
  return {
    event,
    isSeries: repeats,
    dates: dates.map(({ recurrenceId, startsAt, endsAt, status, venue }) => ({
      eventId: event.id,
      recurrenceId,
      startsAt,
      endsAt,
      status: status === 'skipped' ? 'cancelled' : status,
      venue: venue ?? event.details.venue,
    })),
  };
}

/** The date somebody means: by its original start, or the only one there is. */
export function dateIn({ dates, isSeries }: Plan, recurrenceId: Date | null): PlannedDate | null {
  if (!isSeries) return dates[0] ?? null;
  return dates.find((one) => one.recurrenceId.getTime() === recurrenceId?.getTime()) ?? null;
}

/** The next date that is not over. */
export function nextIn({ dates }: Plan, now: Date): PlannedDate | null {
  return dates.find((one) => overAt(one) > now && one.status !== 'cancelled') ?? null;
}

/** The row of a date, held until the end of the transaction; made when nobody has asked for it before. */
export async function lockDate(store: Store, tenant: TenantScope, planned: PlannedDate): Promise<DateRow> {
  await keepDates(store, tenant, [planned]);
  const [row] = await store
    .select()
    .from(date)
    .where(
      and(
        eq(date.tenantId, tenant.tenant.id),
        eq(date.eventId, planned.eventId),
        eq(date.recurrenceId, planned.recurrenceId),
      ),
    )
    .for('update');
  return row!;
}

/** Of a weekly series a year; the night takes later ones in. */
const KEPT_AHEAD = 60;

/** Remembers dates as they are planned now, so that a later change can be told. Known ones stay as they were told. */
export async function keepDates(
  store: Store,
  tenant: TenantScope,
  planned: readonly PlannedDate[],
): Promise<void> {
  const kept = planned.slice(0, KEPT_AHEAD);
  if (kept.length === 0) return;
  await store
    .insert(date)
    .values(
      kept.map((one) => ({
        tenantId: tenant.tenant.id,
        id: newId(),
        eventId: one.eventId,
        recurrenceId: one.recurrenceId,
        toldStartsAt: one.startsAt,
        toldEndsAt: one.endsAt,
        toldVenue: one.venue,
        toldStatus: one.status,
      })),
    )
    .onConflictDoNothing();
}

export async function lockDateById(store: Store, tenant: TenantScope, id: string): Promise<DateRow | null> {
  const [row] = await store
    .select()
    .from(date)
    .where(and(eq(date.tenantId, tenant.tenant.id), inArray(date.id, [id])))
    .for('update');
  return row ?? null;
}

/** A date as people know it. */
export function toldDate(row: DateRow): PlannedDate {
  return {
    eventId: row.eventId,
    recurrenceId: row.recurrenceId,
    startsAt: row.toldStartsAt,
    endsAt: row.toldEndsAt,
    status: row.toldStatus,
    venue: row.toldVenue,
  };
}
