import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Store } from '#platform/db.server';
import { hashToken } from '#platform/forms.server';
import type { TenantScope } from '#platform/scope.server';
import type { DateRow } from './dates.server.ts';
import type { Offer } from './model.ts';
import { freeSeats, placeFor } from './rules.ts';
import { offer, signUp } from './tables.server.ts';

export type SignUpRow = typeof signUp.$inferSelect;

const HOLDING = ['seat', 'offered'] as const;

export const ofDate = (tenant: TenantScope, dateId: string) =>
  and(eq(signUp.tenantId, tenant.tenant.id), eq(signUp.dateId, dateId));

export async function findOfferRow(
  store: Store,
  tenant: TenantScope,
  eventId: string,
): Promise<Offer | null> {
  const [row] = await store
    .select()
    .from(offer)
    .where(and(eq(offer.tenantId, tenant.tenant.id), eq(offer.eventId, eventId)));
  if (!row) return null;
  const { tenantId: _, eventId: _event, updatedAt: _at, ...shown } = row;
  return shown;
}

/** Seats that are held, also by those who have not confirmed their address yet. */
export async function takenSeats(store: Store, tenant: TenantScope, dateId: string): Promise<number> {
  const [row] = await store
    .select({ taken: sql<number>`coalesce(sum(${signUp.seats}), 0)::int` })
    .from(signUp)
    .where(and(ofDate(tenant, dateId), inArray(signUp.state, [...HOLDING])));
  return row!.taken;
}

/** The waiting list, in its order. */
export function waitingOf(store: Store, tenant: TenantScope, dateId: string): Promise<SignUpRow[]> {
  return store
    .select()
    .from(signUp)
    .where(and(ofDate(tenant, dateId), eq(signUp.state, 'waiting')))
    .orderBy(asc(signUp.signedUpAt), asc(signUp.id))
    .limit(5_000);
}

/** What so many seats get on a date the caller holds: seats, a place on the list, or nothing. */
export async function placeIn(
  store: Store,
  tenant: TenantScope,
  { date, offer: offered, seats }: { date: DateRow; offer: Offer; seats: number },
): Promise<{ place: 'seat' | 'waiting' | 'full'; free: number | null; waiting: number }> {
  const waiting = await waitingOf(store, tenant, date.id);
  const free = freeSeats(date.capacity ?? offered.capacity, await takenSeats(store, tenant, date.id));
  const place = placeFor(seats, {
    free,
    waiting: waiting.map((one) => one.seats),
    hasWaitingList: offered.hasWaitingList,
  });
  return { place, free, waiting: waiting.length };
}

/** Who has a sign-up on a date with this address. */
export async function findByAddress(
  store: Store,
  tenant: TenantScope,
  dateId: string,
  email: string,
): Promise<SignUpRow | null> {
  const [row] = await store
    .select()
    .from(signUp)
    .where(
      and(
        ofDate(tenant, dateId),
        inArray(signUp.state, ['seat', 'waiting', 'offered']),
        eq(sql`lower(${signUp.email})`, email.toLowerCase()),
      ),
    )
    .limit(1);
  return row ?? null;
}

export async function findByToken(
  store: Store,
  tenant: TenantScope,
  token: string,
): Promise<SignUpRow | null> {
  const [row] = await store
    .select()
    .from(signUp)
    .where(and(eq(signUp.tenantId, tenant.tenant.id), eq(signUp.tokenHash, hashToken(token))))
    .limit(1);
  return row ?? null;
}

export async function findSignUp(store: Store, tenant: TenantScope, id: string): Promise<SignUpRow | null> {
  const [row] = await store
    .select()
    .from(signUp)
    .where(and(eq(signUp.tenantId, tenant.tenant.id), eq(signUp.id, id)))
    .limit(1);
  return row ?? null;
}

export async function changeSignUp(
  store: Store,
  tenant: TenantScope,
  row: SignUpRow,
  change: Partial<SignUpRow>,
): Promise<SignUpRow> {
  await store
    .update(signUp)
    .set(change)
    .where(and(eq(signUp.tenantId, tenant.tenant.id), eq(signUp.id, row.id)));
  return { ...row, ...change };
}

/** Everything that could say who it was; seats and state stay for the figures. */
export const NOBODY = { tokenHash: null, name: null, email: null, phone: null, answer: null } as const;
