import { and, asc, eq, isNotNull, lt } from 'drizzle-orm';
import { raiseEdition } from '#modules/publishing.server';
import { stateOf } from '#modules/tenancy.server';
import { addDays, civilDate, holidayCalendar } from '#platform/formats';
import type { State } from '#platform/formats';
import type { Store } from '#platform/db.server';
import { announce, defineCron } from '#platform/jobs.server';
import type { CronJob } from '#platform/jobs.server';
import type { TenantScope } from '#platform/scope.server';
import type { EventDate, EventDetails } from '../model.ts';
import { endOf } from '../rules.ts';
import { event, occurrence } from '../tables.server.ts';
import { changedDates } from './changes.ts';
import { AHEAD_DAYS, datesOf, isSeries, spanAround } from './dates.ts';
import type { Series } from './dates.ts';

/**
 * Announced with `{ entryId, changes }` whenever dates to come were cancelled, moved or taken out; `changes` are
 * those of `changedDates` with instants as ISO texts.
 */
export const DATES_CHANGED = 'events.dates-changed';

/** No insert carries more parameters than PostgreSQL takes. */
const AT_ONCE = 500;

/** Works the dates of an event out and tells those who noted them down what has changed. */
export async function layOutDates(
  store: Store,
  scope: TenantScope,
  entryId: string,
  details: Series & Pick<EventDetails, 'venue'>,
  venueBefore: string | null,
): Promise<void> {
  const before = await storedDates(store, scope, entryId);
  const dates = await workedOut(store, scope, details);
  const after = isSeries(details) ? dates : keptNames(before, dates);
  await replaceDates(store, scope, entryId, after);
  await store
    .update(event)
    .set({ datedUntil: isSeries(details) ? horizonOf(scope) : null })
    .where(and(eq(event.tenantId, scope.tenant.id), eq(event.entryId, entryId)));

  const toCome = before.filter((date) => endOf({ ...date, allDay: details.allDay }) > scope.now());
  const at = (venue: string | null) => (date: EventDate) => ({ ...date, venue: date.venue ?? venue });
  const changes = changedDates(toCome.map(at(venueBefore)), after.map(at(details.venue)));
  if (changes.length > 0) await announce(store, scope, DATES_CHANGED, { entryId, changes });
}

async function workedOut(store: Store, scope: TenantScope, details: Series): Promise<EventDate[]> {
  const holidays = holidayCalendar((await stateOf(store, scope.tenant.id)) as State);
  const dates = datesOf(details, spanAround(civilDate(scope.now())), holidays);
  // Two wall times can be one instant: 02:30 and 03:30 in the night the clock goes forward.
  return [...new Map(dates.map((date) => [date.recurrenceId.getTime(), date])).values()];
}

/** The one date of a single event keeps its name when the event moves. */
function keptNames(before: EventDate[], after: EventDate[]): EventDate[] {
  const [was] = before;
  const [is] = after;
  return before.length === 1 && was && is ? [{ ...is, recurrenceId: was.recurrenceId }] : after;
}

async function storedDates(store: Store, scope: TenantScope, entryId: string): Promise<EventDate[]> {
  const rows = await store
    .select()
    .from(occurrence)
    .where(and(eq(occurrence.tenantId, scope.tenant.id), eq(occurrence.entryId, entryId)))
    .orderBy(asc(occurrence.recurrenceId))
    .limit(5000);
  return rows.map(toEventDate);
}

export function toEventDate(row: typeof occurrence.$inferSelect): EventDate {
  const { tenantId: _, entryId: __, overAt: ___, ...date } = row;
  return date;
}

async function replaceDates(
  store: Store,
  scope: TenantScope,
  entryId: string,
  dates: EventDate[],
): Promise<void> {
  const tenantId = scope.tenant.id;
  await store
    .delete(occurrence)
    .where(and(eq(occurrence.tenantId, tenantId), eq(occurrence.entryId, entryId)));
  for (let from = 0; from < dates.length; from += AT_ONCE) {
    const rows = dates.slice(from, from + AT_ONCE);
    await store
      .insert(occurrence)
      .values(
        rows.map((date) => ({ tenantId, entryId, ...date, overAt: endOf({ ...date, allDay: false }) })),
      );
  }
}

function horizonOf(scope: TenantScope): string {
  return addDays(civilDate(scope.now()), AHEAD_DAYS);
}

// A week of the two years may be missing before the night works a series out again.
const MISSING_DAYS = 7;

/** Every night the dates of series are worked out on, so that two years ahead stay known. */
export const datesCron: CronJob = defineCron({
  name: 'events.lay-out-dates',
  schedule: '40 2 * * *',
  handle: ({ eachTown }) => eachTown(async (scope) => void (await layOutDueDates(scope))),
});

/** @returns how many series were worked out again. */
export async function layOutDueDates(scope: TenantScope): Promise<number> {
  const due = await scope.read((store) =>
    store
      .select({ entryId: event.entryId })
      .from(event)
      .where(
        and(
          eq(event.tenantId, scope.tenant.id),
          isNotNull(event.datedUntil),
          lt(event.datedUntil, addDays(horizonOf(scope), -MISSING_DAYS)),
        ),
      )
      .orderBy(asc(event.datedUntil))
      .limit(20_000),
  );
  for (const { entryId } of due)
    await scope.write(async (store) => {
      const [row] = await store
        .select()
        .from(event)
        .where(and(eq(event.tenantId, scope.tenant.id), eq(event.entryId, entryId)))
        .for('update');
      if (row) await layOutDates(store, scope, entryId, row, row.venue);
    });
  if (due.length > 0) await scope.write((store) => raiseEdition(store, scope));
  return due.length;
}
