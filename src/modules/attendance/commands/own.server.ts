import type { Store } from '#platform/db.server';
import { addDays, civilDate } from '#platform/formats';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { lockDateById, toldDate } from '../dates.server.ts';
import type { DateRow } from '../dates.server.ts';
import { post } from '../letters.server.ts';
import { freeSeats, overAt } from '../rules.ts';
import { changeSignUp, findByToken, findOfferRow, takenSeats, waitingOf } from '../rows.server.ts';
import type { SignUpRow } from '../rows.server.ts';
import { moveUp } from './moving-up.server.ts';

export type OwnRefusal = 'unknown' | 'wrong-state' | 'too-late' | 'full' | 'invalid';

/** Confirms the address. Whoever waits may move up at once. */
export function confirmSignUp(tenant: TenantScope, token: string): Promise<Outcome<null, OwnRefusal>> {
  return change(tenant, token, async (store, row, date) => {
    if (row.confirmedAt && (row.state === 'seat' || row.state === 'waiting')) return done(null);
    if (row.confirmedAt || (row.state !== 'seat' && row.state !== 'waiting')) return refuse('too-late');
    await changeSignUp(store, tenant, row, { confirmedAt: tenant.now() });
    await post(store, tenant, {
      to: 'sign-up',
      id: row.id,
      kind: row.state === 'seat' ? 'confirmed' : 'waiting',
    });
    if (row.state === 'waiting') await moveUp(store, tenant, date);
    return done(null);
  });
}

/** Takes the seats offered to who waited. */
export function acceptOffer(tenant: TenantScope, token: string): Promise<Outcome<null, OwnRefusal>> {
  return change(tenant, token, async (store, row) => {
    if (row.state === 'seat') return done(null);
    if (row.state !== 'offered') return refuse('too-late');
    await changeSignUp(store, tenant, row, { state: 'seat', answerBy: null });
    await post(store, tenant, { to: 'sign-up', id: row.id, kind: 'confirmed' });
    return done(null);
  });
}

/** Gives the seats back, or leaves the waiting list; who waits moves up. */
export function cancelSignUp(tenant: TenantScope, token: string): Promise<Outcome<null, OwnRefusal>> {
  return change(tenant, token, async (store, row, date) => {
    if (row.state === 'cancelled') return done(null);
    if (row.state === 'expired') return refuse('wrong-state');
    await endSignUp(store, tenant, row, date);
    await post(store, tenant, { to: 'sign-up', id: row.id, kind: 'ended' });
    return done(null);
  });
}

/** Ends a sign-up: its data is needed for one more letter only. */
export async function endSignUp(
  store: Store,
  tenant: TenantScope,
  row: SignUpRow,
  date: DateRow,
): Promise<void> {
  await changeSignUp(store, tenant, row, {
    state: 'cancelled',
    answerBy: null,
    eraseOn: addDays(civilDate(tenant.now()), 1),
  });
  await moveUp(store, tenant, date);
}

/** Takes more or fewer seats. More only from those that are free and that nobody waits for. */
export function changeSeats(
  tenant: TenantScope,
  token: string,
  seats: number,
): Promise<Outcome<null, OwnRefusal>> {
  return change(tenant, token, async (store, row, date) => {
    if (row.state !== 'seat' && row.state !== 'waiting') return refuse('wrong-state');
    const offer = await findOfferRow(store, tenant, date.eventId);
    if (!offer) return refuse('unknown');
    if (!Number.isInteger(seats) || seats < 1 || seats > offer.seatsEach)
      return refuse('invalid', {
        fields: { seats: 'attendance.fault.seats' },
        values: { most: offer.seatsEach },
      });
    if (row.state === 'seat' && seats > row.seats) {
      const free = freeSeats(date.capacity ?? offer.capacity, await takenSeats(store, tenant, date.id));
      const isWaitedFor = (await waitingOf(store, tenant, date.id)).length > 0;
      if (free !== null && (isWaitedFor || seats - row.seats > free))
        return refuse('full', { values: { free } });
    }
    await changeSignUp(store, tenant, row, { seats });
    if (seats < row.seats) await moveUp(store, tenant, date);
    return done(null);
  });
}

/** One change by who holds the link, while nobody else can change the date. Locks are taken date first, always. */
function change(
  tenant: TenantScope,
  token: string,
  work: (store: Store, row: SignUpRow, date: DateRow) => Promise<Outcome<null, OwnRefusal>>,
): Promise<Outcome<null, OwnRefusal>> {
  return tenant.write(async (store) => {
    const seen = await findByToken(store, tenant, token);
    const date = seen && (await lockDateById(store, tenant, seen.dateId));
    const row = date && (await findByToken(store, tenant, token));
    if (!row || !date) return refuse('unknown');
    if (overAt(toldDate(date)) <= tenant.now()) return refuse('too-late');
    return work(store, row, date);
  });
}
