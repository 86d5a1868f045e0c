import { and, asc, eq, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Store } from '#platform/db.server';
import type { TenantScope } from '#platform/scope.server';
import { lockDateById, toldDate } from '../dates.server.ts';
import type { DateRow } from '../dates.server.ts';
import { post } from '../letters.server.ts';
import { answerBy, freeSeats, overAt, whoMovesUp } from '../rules.ts';
import { changeSignUp, findOfferRow, NOBODY, ofDate, takenSeats, waitingOf } from '../rows.server.ts';
import { signUp } from '../tables.server.ts';

/** Offers free seats to who waits, in order. The caller holds the date. */
export async function moveUp(store: Store, tenant: TenantScope, date: DateRow): Promise<void> {
  const now = tenant.now();
  if (date.toldStatus === 'cancelled' || date.toldStartsAt <= now) return;
  const offer = await findOfferRow(store, tenant, date.eventId);
  const confirmed = (await waitingOf(store, tenant, date.id)).filter((one) => one.confirmedAt);
  if (!offer || confirmed.length === 0) return;
  const free = freeSeats(date.capacity ?? offer.capacity, await takenSeats(store, tenant, date.id));
  for (const row of whoMovesUp(confirmed, free)) {
    await changeSignUp(store, tenant, row, {
      state: 'offered',
      answerBy: answerBy(now, date.toldStartsAt),
    });
    await post(store, tenant, { to: 'sign-up', id: row.id, kind: 'offered' });
  }
}

const AT_ONCE = 200;

/** Ends what nobody confirmed or answered in time, and lets others move up. @returns how many ended. */
export async function endOverdue(tenant: TenantScope): Promise<number> {
  const dates = await tenant.read((store) =>
    store
      .selectDistinct({ id: signUp.dateId })
      .from(signUp)
      .where(and(eq(signUp.tenantId, tenant.tenant.id), isOverdue(tenant.now())))
      .orderBy(asc(signUp.dateId))
      .limit(AT_ONCE),
  );
  let ended = 0;
  for (const { id } of dates)
    ended += await tenant.write(async (store) => {
      const date = await lockDateById(store, tenant, id);
      return date ? endOverdueOf(store, tenant, date) : 0;
    });
  return ended;
}

async function endOverdueOf(store: Store, tenant: TenantScope, date: DateRow): Promise<number> {
  const overdue = await store
    .select()
    .from(signUp)
    .where(and(ofDate(tenant, date.id), isOverdue(tenant.now())));
  for (const row of overdue) {
    const wasOffered = row.state === 'offered';
    // An address nobody confirmed may be somebody else's: it goes at once.
    const erased = wasOffered ? {} : { ...NOBODY, erasedAt: tenant.now() };
    await changeSignUp(store, tenant, row, { state: 'expired', ...erased });
    if (wasOffered && overAt(toldDate(date)) > tenant.now())
      await post(store, tenant, { to: 'sign-up', id: row.id, kind: 'offer-expired' });
  }
  await moveUp(store, tenant, date);
  return overdue.length;
}

function isOverdue(now: Date) {
  return or(
    and(isNull(signUp.confirmedAt), inArray(signUp.state, ['seat', 'waiting']), lte(signUp.confirmBy, now)),
    and(eq(signUp.state, 'offered'), lte(signUp.answerBy, now)),
  );
}
