import { and, eq, inArray, sql } from 'drizzle-orm';
import type { TownEvent } from '#modules/events';
import type { TenantScope } from '#platform/scope.server';
import { nextIn, publicPlan } from '../dates.server.ts';
import type { Plan } from '../dates.server.ts';
import type { Opening, PlannedDate } from '../model.ts';
import { freeSeats, gateOf, overAt } from '../rules.ts';
import { findOfferRow } from '../rows.server.ts';
import { date, signUp } from '../tables.server.ts';

/** What an event page says of seats: its coming dates, the next first; null when the event takes no sign-ups. */
export async function findOpenings(tenant: TenantScope, eventId: string): Promise<Opening[] | null> {
  const offered = await tenant.read((store) => findOfferRow(store, tenant, eventId));
  const plan = offered && (await publicPlan(tenant, eventId));
  if (!offered || !plan) return null;
  const now = tenant.now();
  const coming = plan.dates.filter((one) => overAt(one) > now).slice(0, 12);
  const counts = await countsOf(tenant, eventId, coming);
  return coming.map((planned) => {
    const counted = counts.get(planned.recurrenceId.getTime());
    const capacity = counted?.capacity ?? offered.capacity;
    return {
      date: planned,
      offer: offered,
      gate: gateOf(offered, planned, now),
      capacity,
      free: freeSeats(capacity, counted?.taken ?? 0),
      waiting: counted?.waiting ?? 0,
    };
  });
}

/** The opening of one date of an event: the named one, else the next. */
export async function findOpening(
  tenant: TenantScope,
  eventId: string,
  recurrenceId: Date | null,
): Promise<Opening | null> {
  const openings = await findOpenings(tenant, eventId);
  const named = openings?.find(({ date: one }) => one.recurrenceId.getTime() === recurrenceId?.getTime());
  return named ?? (recurrenceId ? null : openings?.[0]) ?? null;
}

/** Whether somebody can still follow an event, and what its next date is. */
export async function findFollowable(
  tenant: TenantScope,
  eventId: string,
): Promise<{ event: TownEvent; next: PlannedDate | null; isSeries: boolean } | null> {
  const plan: Plan | null = await publicPlan(tenant, eventId);
  return plan && { event: plan.event, next: nextIn(plan, tenant.now()), isSeries: plan.isSeries };
}

interface Counts {
  capacity: number | null;
  taken: number;
  waiting: number;
}

/** Seats by original start. A single event keeps its one date, wherever it has moved. */
async function countsOf(
  tenant: TenantScope,
  eventId: string,
  planned: readonly PlannedDate[],
): Promise<Map<number, Counts>> {
  if (planned.length === 0) return new Map();
  const seats = (states: string[]) =>
    sql<number>`coalesce(sum(${signUp.seats}) filter (where ${inArray(signUp.state, states as never)}), 0)::int`;
  const rows = await tenant.read((store) =>
    store
      .select({
        recurrenceId: date.recurrenceId,
        capacity: date.capacity,
        taken: seats(['seat', 'offered']),
        waiting: seats(['waiting']),
      })
      .from(date)
      .leftJoin(signUp, and(eq(signUp.tenantId, date.tenantId), eq(signUp.dateId, date.id)))
      .where(
        and(
          eq(date.tenantId, tenant.tenant.id),
          eq(date.eventId, eventId),
          inArray(
            date.recurrenceId,
            planned.map((one) => one.recurrenceId),
          ),
        ),
      )
      .groupBy(date.recurrenceId, date.capacity),
  );
  return new Map(rows.map(({ recurrenceId, ...counts }) => [recurrenceId.getTime(), counts]));
}
