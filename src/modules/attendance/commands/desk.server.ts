import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import * as v from 'valibot';
import { recordAudit } from '#platform/audit.server';
import { isId } from '#platform/db';
import type { Store } from '#platform/db.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { dateIn, keepDates, lockDate, lockDateById, wholePlan } from '../dates.server.ts';
import type { DateRow } from '../dates.server.ts';
import { faultsOf } from '../faults.ts';
import { post } from '../letters.server.ts';
import { messageDraft, offerDraft } from '../model.ts';
import { findDeskList } from '../queries/lists.server.ts';
import type { DeskList } from '../queries/lists.server.ts';
import { changeSignUp, findSignUp, ofDate } from '../rows.server.ts';
import { date, message, offer, signUp } from '../tables.server.ts';
import { endSignUp } from './own.server.ts';
import { moveUp } from './moving-up.server.ts';

export type DeskRefusal = 'forbidden' | 'unknown' | 'invalid' | 'wrong-state';

/** Opens the sign-up of an event, or changes how it works. More seats are offered to who waits. */
export async function saveOffer(
  tenant: TenantScope,
  eventId: string,
  fields: unknown,
): Promise<Outcome<null, DeskRefusal>> {
  if (!tenant.may('attendance.manage')) return refuse('forbidden');
  const checked = v.safeParse(offerDraft, fields);
  if (!checked.success) return refuse('invalid', { fields: faultsOf(checked.issues) });
  const plan = isId(eventId) ? await wholePlan(tenant, eventId) : null;
  if (!plan) return refuse('unknown');
  const draft = { ...checked.output, updatedAt: tenant.now() };
  return tenant.write(async (store) => {
    await store
      .insert(offer)
      .values({ tenantId: tenant.tenant.id, eventId, ...draft })
      .onConflictDoUpdate({ target: [offer.tenantId, offer.eventId], set: draft });
    await keepDates(store, tenant, plan.dates);
    for (const row of await lockDates(store, tenant, eventId)) await moveUp(store, tenant, row);
    await audit(store, tenant, 'offer-saved', { kind: 'event', id: eventId }, { isOpen: draft.isOpen });
    return done(null);
  });
}

function lockDates(store: Store, tenant: TenantScope, eventId: string): Promise<DateRow[]> {
  return store
    .select()
    .from(date)
    .where(and(eq(date.tenantId, tenant.tenant.id), eq(date.eventId, eventId)))
    .orderBy(date.id)
    .for('update');
}

/** Gives one date more or fewer seats than the others; null = as the others. */
export async function changeCapacity(
  tenant: TenantScope,
  wish: { eventId: string; recurrenceId: Date | null; capacity: number | null },
): Promise<Outcome<null, DeskRefusal>> {
  if (!tenant.may('attendance.manage')) return refuse('forbidden');
  const { capacity } = wish;
  if (capacity !== null && !(Number.isInteger(capacity) && capacity >= 1 && capacity <= 100_000))
    return refuse('invalid', { fields: { capacity: 'attendance.fault.capacity' } });
  const plan = isId(wish.eventId) ? await wholePlan(tenant, wish.eventId) : null;
  const planned = plan && dateIn(plan, wish.recurrenceId);
  if (!planned) return refuse('unknown');
  return tenant.write(async (store) => {
    const row = await lockDate(store, tenant, planned);
    await store
      .update(date)
      .set({ capacity })
      .where(and(eq(date.tenantId, tenant.tenant.id), eq(date.id, row.id)));
    await moveUp(store, tenant, { ...row, capacity });
    await audit(store, tenant, 'capacity-changed', { kind: 'event', id: wish.eventId }, { capacity });
    return done(null);
  });
}

/** Writes down who came. Whoever is not named did not. */
export async function noteAttendance(
  tenant: TenantScope,
  dateId: string,
  present: readonly string[],
): Promise<Outcome<null, DeskRefusal>> {
  return withDate(tenant, dateId, async (store) => {
    const seated = await store
      .select({ id: signUp.id, seats: signUp.seats })
      .from(signUp)
      .where(and(ofDate(tenant, dateId), eq(signUp.state, 'seat')));
    for (const { id, seats } of seated)
      await store
        .update(signUp)
        .set({ attendedSeats: present.includes(id) ? seats : 0 })
        .where(and(eq(signUp.tenantId, tenant.tenant.id), eq(signUp.id, id)));
    await audit(store, tenant, 'attendance-noted', { kind: 'attendance-date', id: dateId });
    return done(null);
  });
}

/** Takes somebody off the list, who is told so. */
export async function removeSignUp(
  tenant: TenantScope,
  dateId: string,
  id: string,
): Promise<Outcome<null, DeskRefusal>> {
  return withDate(tenant, dateId, async (store, row) => {
    const found = isId(id) ? await findSignUp(store, tenant, id) : null;
    if (!found || found.dateId !== dateId) return refuse('unknown');
    if (found.state === 'cancelled' || found.state === 'expired') return refuse('wrong-state');
    await endSignUp(store, tenant, found, row);
    if (found.confirmedAt) await post(store, tenant, { to: 'sign-up', id, kind: 'removed' });
    await audit(store, tenant, 'removed', { kind: 'sign-up', id });
    return done(null);
  });
}

/** Says yes for somebody who cannot, for instance by telephone: to their sign-up, or to seats that were offered. */
export async function confirmForPerson(
  tenant: TenantScope,
  dateId: string,
  id: string,
): Promise<Outcome<null, DeskRefusal>> {
  return withDate(tenant, dateId, async (store, row) => {
    const found = isId(id) ? await findSignUp(store, tenant, id) : null;
    if (!found || found.dateId !== dateId) return refuse('unknown');
    if (found.state === 'offered') {
      await changeSignUp(store, tenant, found, { state: 'seat', answerBy: null });
      await post(store, tenant, { to: 'sign-up', id, kind: 'confirmed' });
    } else {
      if (found.confirmedAt || !['seat', 'waiting'].includes(found.state)) return refuse('wrong-state');
      await changeSignUp(store, tenant, found, { confirmedAt: tenant.now() });
      if (found.state === 'waiting') await moveUp(store, tenant, row);
    }
    await audit(store, tenant, 'confirmed', { kind: 'sign-up', id });
    return done(null);
  });
}

/** A word to all who come or wait. `id` comes with the form, so that a form sent twice is one letter. */
export async function writeToDate(
  tenant: TenantScope,
  { dateId, id: messageId, fields }: { dateId: string; id: string; fields: unknown },
): Promise<Outcome<{ recipients: number }, DeskRefusal>> {
  const checked = v.safeParse(messageDraft, fields);
  if (!checked.success) {
    if (!tenant.may('attendance.manage')) return refuse('forbidden');
    return refuse('invalid', { fields: faultsOf(checked.issues) });
  }
  if (!isId(messageId)) return refuse('unknown');
  return withDate(tenant, dateId, async (store) => {
    const people = await store
      .select({ id: signUp.id })
      .from(signUp)
      .where(
        and(
          ofDate(tenant, dateId),
          inArray(signUp.state, ['seat', 'waiting', 'offered']),
          isNotNull(signUp.confirmedAt),
          isNotNull(signUp.email),
        ),
      );
    const written = await store
      .insert(message)
      .values({
        tenantId: tenant.tenant.id,
        id: messageId,
        dateId,
        ...checked.output,
        sentAt: tenant.now(),
        actorName: tenant.actor.name,
        recipients: people.length,
      })
      .onConflictDoNothing()
      .returning({ id: message.id });
    if (written.length === 0) return done({ recipients: people.length });
    for (const { id } of people) await post(store, tenant, { to: 'sign-up', id, kind: 'message', messageId });
    await audit(
      store,
      tenant,
      'message-sent',
      { kind: 'attendance-date', id: dateId },
      { recipients: people.length },
    );
    return done({ recipients: people.length });
  });
}

/** The whole list to take along; that somebody took it stands in the trail. */
export async function exportList(tenant: TenantScope, dateId: string): Promise<DeskList | null> {
  const list = await findDeskList(tenant, dateId);
  if (list)
    await tenant.write((store) =>
      audit(
        store,
        tenant,
        'exported',
        { kind: 'attendance-date', id: dateId },
        { people: list.attendees.length },
      ),
    );
  return list;
}

/** One change of one date by somebody who may. */
async function withDate<T>(
  tenant: TenantScope,
  dateId: string,
  work: (store: Store, row: DateRow) => Promise<Outcome<T, DeskRefusal>>,
): Promise<Outcome<T, DeskRefusal>> {
  if (!tenant.may('attendance.manage')) return refuse('forbidden');
  if (!isId(dateId)) return refuse('unknown');
  return tenant.write(async (store) => {
    const row = await lockDateById(store, tenant, dateId);
    return row ? work(store, row) : refuse('unknown');
  });
}

function audit(
  store: Store,
  tenant: TenantScope,
  what: string,
  subject: { kind: string; id: string },
  details: Record<string, unknown> = {},
): Promise<void> {
  return recordAudit(store, tenant, { action: `attendance.${what}`, subject, details });
}
