import type { TenantScope } from '#platform/scope.server';
import { actingAs } from './acting.server.ts';
import { owns } from './commands/organising.server.ts';
import { findOrganiser } from './organiser-links.server.ts';
import type { OrganiserRow } from './organiser-links.server.ts';
import type { Guest, GuestDate, GuestList, Parts } from './parts.server.ts';

type GuestParts = Pick<Parts, 'secret' | 'guests'>;

const asDesk = (tenant: TenantScope, own: OrganiserRow) => actingAs(tenant, own.name, ['attendance.manage']);

/** Which of the organiser's own events take sign-ups. */
export async function eventsWithSignUp(
  parts: GuestParts,
  tenant: TenantScope,
  own: OrganiserRow,
): Promise<Set<string>> {
  return new Set((await parts.guests.listOffers(asDesk(tenant, own))).map(({ eventId }) => eventId));
}

export interface GuestDates {
  name: string;
  event: { id: string; title: string };
  dates: GuestDate[];
}

/** The dates of an event of one's own that takes sign-ups; null for every other event. */
export async function findGuestDates(
  parts: GuestParts,
  tenant: TenantScope,
  token: string,
  eventId: string,
): Promise<GuestDates | null> {
  const own = await findOrganiser(parts, tenant, token);
  if (!own || !(await owns(tenant, own, eventId))) return null;
  const found = await parts.guests.findOffer(asDesk(tenant, own), eventId);
  if (!found?.offer) return null;
  const { id, title } = found.event;
  return { name: own.name, event: { id, title }, dates: found.dates };
}

export interface OwnGuestList {
  startsAt: Date;
  question: string;
  guests: Guest[];
}

/**
 * Who comes on one date of an event of one's own; null for every other date. Addresses stay with the town, which writes
 * for the organiser. With `takesAlong` it stands in the trail that this organiser took the list.
 */
export async function findGuestList(
  parts: GuestParts,
  tenant: TenantScope,
  token: string,
  wish: { dateId: string; takesAlong: boolean },
): Promise<OwnGuestList | null> {
  const own = await findOrganiser(parts, tenant, token);
  if (!own) return null;
  const desk = asDesk(tenant, own);
  const list = await parts.guests.findList(desk, wish.dateId);
  if (!list || !(await owns(tenant, own, list.event.id))) return null;
  const taken = wish.takesAlong ? await parts.guests.exportList(desk, wish.dateId) : list;
  return taken && shownTo(taken);
}

function shownTo({ date, question, attendees }: GuestList): OwnGuestList {
  const guests = attendees.map(({ id, name, seats, state, answer, isConfirmed, attendedSeats }) => ({
    id,
    name,
    seats,
    state,
    answer,
    isConfirmed,
    attendedSeats,
  }));
  return { startsAt: date.startsAt, question, guests };
}
