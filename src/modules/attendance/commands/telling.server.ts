import { and, asc, eq, gt, inArray, isNotNull } from 'drizzle-orm';
import type { Store } from '#platform/db.server';
import type { TenantScope } from '#platform/scope.server';
import { keepDates, toldDate, wholePlan } from '../dates.server.ts';
import type { DateRow, Plan } from '../dates.server.ts';
import { post } from '../letters.server.ts';
import type { ToldChange } from '../letters.server.ts';
import type { PlannedDate } from '../model.ts';
import { changeOf, eraseOn, overAt, plannedOf } from '../rules.ts';
import { findOfferRow, ofDate } from '../rows.server.ts';
import { date, follower, signUp } from '../tables.server.ts';
import { moveUp } from './moving-up.server.ts';

/**
 * Compares the dates of an event with what people last heard, and writes to everybody whom a difference concerns.
 * Dates are held meanwhile and what was told is written down with it, so that it may run as often as it likes.
 * @returns how many letters were announced.
 */
export async function tellChanges(tenant: TenantScope, eventId: string): Promise<number> {
  const plan = await wholePlan(tenant, eventId);
  if (!plan || plan.event.publishedAt === null) return 0;
  return tenant.write(async (store) => {
    const rows = await store
      .select()
      .from(date)
      .where(and(eq(date.tenantId, tenant.tenant.id), eq(date.eventId, eventId)))
      .orderBy(asc(date.recurrenceId))
      .for('update');
    if (rows.length === 0) return 0;
    // What is past of a series is nobody's concern, and stands in no plan.
    const open = rows.filter((row) => !plan.isSeries || overAt(toldDate(row)) > tenant.now());
    const changed = await noteChanges(store, tenant, open, plan);
    // Only events somebody follows or signed up for have dates here; new ones of the series join them.
    await keepDates(store, tenant, plan.dates);
    return writeToAll(store, tenant, eventId, changed);
  });
}

interface Changed {
  row: DateRow;
  told: ToldChange;
}

/** Writes down what is told from now on. @returns what people have to hear of. */
async function noteChanges(
  store: Store,
  tenant: TenantScope,
  rows: readonly DateRow[],
  plan: Plan,
): Promise<Changed[]> {
  const taken = new Set(rows.map((row) => row.recurrenceId.getTime()));
  const changed: Changed[] = [];
  for (const row of rows) {
    const before = toldDate(row);
    const planned = plannedOf(row.recurrenceId, plan.dates, { isSeries: plan.isSeries, taken });
    if (planned) taken.add(planned.recurrenceId.getTime());
    const change = changeOf(before, planned);
    await noteDate(store, tenant, row, planned);
    const isUpcoming = overAt(before) > tenant.now() || (planned && overAt(planned) > tenant.now());
    if (!change || !isUpcoming) continue;
    const told = { startsAt: before.startsAt.toISOString(), venue: before.venue };
    changed.push({ row, told: { dateId: row.id, change, before: told } });
  }
  return changed;
}

async function noteDate(
  store: Store,
  tenant: TenantScope,
  row: DateRow,
  planned: PlannedDate | null,
): Promise<void> {
  const now = planned
    ? {
        recurrenceId: planned.recurrenceId,
        toldStartsAt: planned.startsAt,
        toldEndsAt: planned.endsAt,
        toldVenue: planned.venue,
        toldStatus: planned.status,
      }
    : { toldStatus: 'cancelled' as const };
  await store
    .update(date)
    .set(now)
    .where(and(eq(date.tenantId, tenant.tenant.id), eq(date.id, row.id)));
  if (!planned || planned.startsAt.getTime() === row.toldStartsAt.getTime()) return;
  const offer = await findOfferRow(store, tenant, row.eventId);
  if (offer)
    await store
      .update(signUp)
      .set({ eraseOn: eraseOn(planned, offer.eraseAfterDays) })
      .where(and(ofDate(tenant, row.id), inArray(signUp.state, ['seat', 'waiting', 'offered'])));
  await moveUp(store, tenant, { ...row, ...now });
}

/** One letter a person, whatever changed; who signed up for a changed date hears of it as such and not a second time. */
async function writeToAll(
  store: Store,
  tenant: TenantScope,
  eventId: string,
  changed: readonly Changed[],
): Promise<number> {
  if (changed.length === 0) return 0;
  const told = new Set<string>();
  const people = await store
    .select()
    .from(signUp)
    .where(
      and(
        eq(signUp.tenantId, tenant.tenant.id),
        inArray(
          signUp.dateId,
          changed.map(({ row }) => row.id),
        ),
        inArray(signUp.state, ['seat', 'waiting', 'offered']),
        isNotNull(signUp.confirmedAt),
      ),
    )
    .orderBy(asc(signUp.signedUpAt), asc(signUp.id));
  for (const { id, dateId, email } of people) {
    const changes = changed.filter(({ row }) => row.id === dateId).map((one) => one.told);
    await post(store, tenant, { to: 'sign-up', id, kind: 'changed', changes });
    if (email) told.add(email.toLowerCase());
  }
  const followers = (await followersOf(store, tenant, eventId)).filter(
    ({ email }) => !told.has(email.toLowerCase()),
  );
  const changes = changed.map((one) => one.told);
  for (const { id } of followers) await post(store, tenant, { to: 'follower', id, kind: 'changed', changes });
  return people.length + followers.length;
}

export function followersOf(store: Store, tenant: TenantScope, eventId: string) {
  return store
    .select()
    .from(follower)
    .where(
      and(
        eq(follower.tenantId, tenant.tenant.id),
        eq(follower.eventId, eventId),
        isNotNull(follower.confirmedAt),
      ),
    )
    .orderBy(asc(follower.id));
}

/** Events somebody follows, whose coming dates are to be known in time. */
export async function followedEvents(tenant: TenantScope): Promise<string[]> {
  const rows = await tenant.read((store) =>
    store
      .selectDistinct({ eventId: follower.eventId })
      .from(follower)
      .where(and(eq(follower.tenantId, tenant.tenant.id), isNotNull(follower.confirmedAt)))
      .limit(5_000),
  );
  return rows.map(({ eventId }) => eventId);
}

/** Dates that begin between now and `until` and take place, as told. */
export function comingDates(tenant: TenantScope, until: Date): Promise<DateRow[]> {
  return tenant.read(async (store) => {
    const rows = await store
      .select()
      .from(date)
      .where(and(eq(date.tenantId, tenant.tenant.id), gt(date.toldStartsAt, tenant.now())))
      .orderBy(asc(date.toldStartsAt))
      .limit(2_000);
    return rows.filter((row) => row.toldStartsAt <= until && row.toldStatus !== 'cancelled');
  });
}
