import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { entry } from '#modules/publishing.server';
import { isId } from '#platform/db';
import type { TenantScope } from '#platform/scope.server';
import { toldDate, wholePlan } from '../dates.server.ts';
import type { Attendee, Offer, PlannedDate } from '../model.ts';
import { overAt } from '../rules.ts';
import { findOfferRow, ofDate } from '../rows.server.ts';
import { date, message, offer, signUp } from '../tables.server.ts';

export interface OfferLine {
  eventId: string;
  title: string;
  isExample: boolean;
  isOpen: boolean;
  nextStartsAt: Date | null;
  taken: number;
  waiting: number;
  capacity: number | null;
}

const seats = (states: string[]) =>
  sql<number>`coalesce(sum(${signUp.seats}) filter (where ${inArray(signUp.state, states as never)}), 0)::int`;

/** Events that take sign-ups, with their next date, the next first; what is over stands last. */
export async function listOffers(tenant: TenantScope): Promise<OfferLine[]> {
  if (!tenant.may('attendance.manage')) return [];
  const now = tenant.now();
  const rows = await tenant.read((store) =>
    store
      .select({
        eventId: offer.eventId,
        title: entry.title,
        isExample: entry.isExample,
        isOpen: offer.isOpen,
        offered: offer.capacity,
        own: date.capacity,
        startsAt: date.toldStartsAt,
        endsAt: date.toldEndsAt,
        taken: seats(['seat', 'offered']),
        waiting: seats(['waiting']),
      })
      .from(offer)
      .innerJoin(entry, and(eq(entry.tenantId, offer.tenantId), eq(entry.id, offer.eventId)))
      .leftJoin(date, and(eq(date.tenantId, offer.tenantId), eq(date.eventId, offer.eventId)))
      .leftJoin(signUp, and(eq(signUp.tenantId, date.tenantId), eq(signUp.dateId, date.id)))
      .where(eq(offer.tenantId, tenant.tenant.id))
      .groupBy(
        offer.eventId,
        entry.title,
        entry.isExample,
        offer.isOpen,
        offer.capacity,
        date.capacity,
        date.toldStartsAt,
        date.toldEndsAt,
      )
      .orderBy(desc(date.toldStartsAt))
      .limit(2_000),
  );
  const lines = [...Map.groupBy(rows, ({ eventId }) => eventId).values()].map((dates) => {
    const isComing = ({ startsAt, endsAt }: (typeof rows)[number]) =>
      startsAt !== null && overAt({ startsAt, endsAt }) > now;
    const shown = dates.findLast(isComing) ?? dates[0]!;
    const { eventId, title, isExample, isOpen, offered, own, startsAt, taken, waiting } = shown;
    const nextStartsAt = isComing(shown) ? startsAt : null;
    return { eventId, title, isExample, isOpen, nextStartsAt, taken, waiting, capacity: own ?? offered };
  });
  return lines.sort(
    (a, b) => at(a.nextStartsAt) - at(b.nextStartsAt) || a.title.localeCompare(b.title, 'de'),
  );
}

const at = (instant: Date | null) => instant?.getTime() ?? Number.MAX_SAFE_INTEGER;

export interface DeskDate extends PlannedDate {
  id: string;
  capacity: number | null;
  taken: number;
  waiting: number;
  cameSeats: number;
}

export interface DeskOffer {
  event: { id: string; title: string; slug: string; state: string };
  offer: Offer | null;
  dates: DeskDate[];
}

/** The sign-up of one event for the desk, with all its dates; null when there is no such event. */
export async function findDeskOffer(tenant: TenantScope, eventId: string): Promise<DeskOffer | null> {
  if (!tenant.may('attendance.manage') || !isId(eventId)) return null;
  const plan = await wholePlan(tenant, eventId);
  if (!plan) return null;
  const { id, title, slug, state } = plan.event;
  return tenant.read(async (store) => {
    const rows = await store
      .select({
        date,
        taken: seats(['seat', 'offered']),
        waiting: seats(['waiting']),
        cameSeats: sql<number>`coalesce(sum(${signUp.attendedSeats}), 0)::int`,
      })
      .from(date)
      .leftJoin(signUp, and(eq(signUp.tenantId, date.tenantId), eq(signUp.dateId, date.id)))
      .where(and(eq(date.tenantId, tenant.tenant.id), eq(date.eventId, eventId)))
      .groupBy(...Object.values(dateColumns))
      .orderBy(asc(date.toldStartsAt))
      .limit(500);
    return {
      event: { id, title, slug, state },
      offer: await findOfferRow(store, tenant, eventId),
      dates: rows.map(({ date: row, ...counts }) => ({
        ...toldDate(row),
        id: row.id,
        capacity: row.capacity,
        ...counts,
      })),
    };
  });
}

const { tenantId, id, eventId, recurrenceId, capacity, toldStartsAt, toldEndsAt, toldVenue, toldStatus } =
  date;
const dateColumns = {
  tenantId,
  id,
  eventId,
  recurrenceId,
  capacity,
  toldStartsAt,
  toldEndsAt,
  toldVenue,
  toldStatus,
};

export interface DeskList {
  event: { id: string; title: string };
  date: PlannedDate & { id: string };
  question: string;
  capacity: number | null;
  eraseAfterDays: number;
  /** Seats one person may take; 0 when the event takes no sign-ups. */
  seatsEach: number;
  attendees: Attendee[];
  messages: { id: string; subject: string; sentAt: Date; actorName: string; recipients: number }[];
}

/** Everybody of one date: who comes by name, then who was offered seats, then who waits in order. */
export async function findDeskList(tenant: TenantScope, dateId: string): Promise<DeskList | null> {
  if (!tenant.may('attendance.manage') || !isId(dateId)) return null;
  return tenant.read(async (store) => {
    const [found] = await store
      .select({ date, title: entry.title })
      .from(date)
      .innerJoin(entry, and(eq(entry.tenantId, date.tenantId), eq(entry.id, date.eventId)))
      .where(and(eq(date.tenantId, tenant.tenant.id), eq(date.id, dateId)));
    if (!found) return null;
    const offered = await findOfferRow(store, tenant, found.date.eventId);
    const people = await store
      .select()
      .from(signUp)
      .where(and(ofDate(tenant, dateId), inArray(signUp.state, ['seat', 'offered', 'waiting'])))
      .orderBy(asc(signUp.signedUpAt), asc(signUp.id))
      .limit(5_000);
    const messages = await store
      .select({
        id: message.id,
        subject: message.subject,
        sentAt: message.sentAt,
        actorName: message.actorName,
        recipients: message.recipients,
      })
      .from(message)
      .where(and(eq(message.tenantId, tenant.tenant.id), eq(message.dateId, dateId)))
      .orderBy(desc(message.sentAt))
      .limit(50);
    return {
      event: { id: found.date.eventId, title: found.title },
      date: { ...toldDate(found.date), id: dateId },
      question: offered?.question ?? '',
      capacity: found.date.capacity ?? offered?.capacity ?? null,
      eraseAfterDays: offered?.eraseAfterDays ?? 14,
      seatsEach: offered?.seatsEach ?? 0,
      attendees: people.map(toAttendee).sort(byPlace),
      messages,
    };
  });
}

function toAttendee(row: typeof signUp.$inferSelect): Attendee {
  const { id, state, seats: taken, name, email, phone, answer, signedUpAt, confirmedAt, attendedSeats } = row;
  return {
    id,
    state,
    seats: taken,
    name: name ?? '',
    email: email ?? '',
    phone: phone ?? '',
    answer: answer ?? '',
    signedUpAt,
    isConfirmed: confirmedAt !== null,
    attendedSeats,
  };
}

const ORDER = ['seat', 'offered', 'waiting'];

function byPlace(a: Attendee, b: Attendee): number {
  const byState = ORDER.indexOf(a.state) - ORDER.indexOf(b.state);
  if (byState !== 0 || a.state === 'waiting') return byState;
  return a.name.localeCompare(b.name, 'de');
}
