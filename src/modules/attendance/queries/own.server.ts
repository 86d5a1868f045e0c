import { and, eq } from 'drizzle-orm';
import type { TownEvent } from '#modules/events';
import { eventKind } from '#modules/events.server';
import { loadPublic } from '#modules/publishing.server';
import { hashToken } from '#platform/forms.server';
import type { TenantScope } from '#platform/scope.server';
import { calendarOf } from '../calendar.server.ts';
import { toldDate } from '../dates.server.ts';
import type { Offer, OwnSignUp, PlannedDate, Reminder } from '../model.ts';
import { findByToken, findOfferRow, waitingOf } from '../rows.server.ts';
import { date, follower } from '../tables.server.ts';

export interface OwnView {
  signUp: OwnSignUp;
  date: PlannedDate;
  /** Null when the event is not public any more. */
  event: TownEvent | null;
  offer: Offer | null;
}

/** What somebody sees behind the link of their sign-up. */
export async function findOwn(tenant: TenantScope, token: string): Promise<OwnView | null> {
  const found = await tenant.read(async (store) => {
    const row = await findByToken(store, tenant, token);
    if (!row) return null;
    const [dated] = await store
      .select()
      .from(date)
      .where(and(eq(date.tenantId, tenant.tenant.id), eq(date.id, row.dateId)));
    const waiting = row.state === 'waiting' ? await waitingOf(store, tenant, row.dateId) : [];
    return {
      row,
      dated: dated!,
      position: waiting.findIndex(({ id }) => id === row.id) + 1 || null,
      offer: await findOfferRow(store, tenant, dated!.eventId),
      events: await loadPublic(store, tenant, eventKind, [dated!.eventId]),
    };
  });
  if (!found) return null;
  const { row, dated, position, offer, events } = found;
  const { id, state, seats, name, email, answer, confirmBy, confirmedAt, answerBy, eraseOn } = row;
  return {
    signUp: {
      id,
      state,
      seats,
      name: name ?? '',
      email: email ?? '',
      answer: answer ?? '',
      confirmBy,
      confirmedAt,
      answerBy,
      position,
      eraseOn,
    },
    date: toldDate(dated),
    event: events[0] ?? null,
    offer,
  };
}

/** The entry for one's own calendar, for who has a seat; null for everybody else. */
export async function findOwnCalendar(
  tenant: TenantScope,
  token: string,
  origin: string,
): Promise<{ fileName: string; content: string } | null> {
  const own = await findOwn(tenant, token);
  if (!own?.event || own.signUp.state !== 'seat') return null;
  return calendarOf(own.event, own.date, origin);
}

export interface FollowView {
  email: string;
  reminder: Reminder;
  isConfirmed: boolean;
  event: TownEvent | null;
}

/** What a follower sees behind the link. */
export async function findFollow(tenant: TenantScope, token: string): Promise<FollowView | null> {
  return tenant.read(async (store) => {
    const [row] = await store
      .select()
      .from(follower)
      .where(and(eq(follower.tenantId, tenant.tenant.id), eq(follower.tokenHash, hashToken(token))))
      .limit(1);
    if (!row) return null;
    const [event] = await loadPublic(store, tenant, eventKind, [row.eventId]);
    const { email, reminder, confirmedAt } = row;
    return { email, reminder, isConfirmed: confirmedAt !== null, event: event ?? null };
  });
}
