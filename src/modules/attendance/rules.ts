import { addDays, civilDate, civilTime, instantOf } from '#platform/formats';
import type { DateStatus, Gate, Offer, PlannedDate, Reminder, ToldDate } from './model.ts';

const HOUR_MS = 3_600_000;
export const CONFIRM_WITHIN_HOURS = 24;
export const ANSWER_WITHIN_HOURS = 48;
/** A date without an end is taken to last this long. */
const ASSUMED_HOURS = 3;

type Span = Pick<PlannedDate, 'startsAt' | 'endsAt'>;

export function overAt({ startsAt, endsAt }: Span): Date {
  return endsAt ?? new Date(startsAt.getTime() + ASSUMED_HOURS * HOUR_MS);
}

/** Whether a date takes sign-ups now. */
export function gateOf(
  offer: Pick<Offer, 'isOpen' | 'opensAt' | 'closesHoursBefore'>,
  date: Span & { status: DateStatus },
  now: Date,
): Gate {
  if (date.status === 'cancelled') return 'cancelled';
  if (overAt(date) <= now) return 'over';
  if (!offer.isOpen || now >= closesAt(offer, date)) return 'closed';
  return offer.opensAt && now < offer.opensAt ? 'not-yet' : 'open';
}

export function closesAt(
  offer: Pick<Offer, 'closesHoursBefore'>,
  { startsAt }: Pick<PlannedDate, 'startsAt'>,
): Date {
  return new Date(startsAt.getTime() - offer.closesHoursBefore * HOUR_MS);
}

/** Until when an address has to be confirmed: a day, and not after the beginning. */
export function confirmBy(now: Date, startsAt: Date): Date {
  return earlier(new Date(now.getTime() + CONFIRM_WITHIN_HOURS * HOUR_MS), startsAt);
}

/** Until when who moves up has to say yes: two days, and never more than half of the time left, so that others can follow. */
export function answerBy(now: Date, startsAt: Date): Date {
  const half = new Date(now.getTime() + Math.max(0, startsAt.getTime() - now.getTime()) / 2);
  return earlier(new Date(now.getTime() + ANSWER_WITHIN_HOURS * HOUR_MS), half);
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}

/** Seats nobody has; null = no limit. A capacity that was lowered leaves none, it takes none away. */
export function freeSeats(capacity: number | null, taken: number): number | null {
  return capacity === null ? null : Math.max(0, capacity - taken);
}

/**
 * What a new sign-up gets. Who waits already comes first: seats too few for them may go to a smaller party, seats
 * they could take may not.
 */
export function placeFor(
  seats: number,
  {
    free,
    waiting,
    hasWaitingList,
  }: { free: number | null; waiting: readonly number[]; hasWaitingList: boolean },
): 'seat' | 'waiting' | 'full' {
  const isPromised = free !== null && waiting.some((wanted) => wanted <= free);
  if ((free === null || free >= seats) && !isPromised) return 'seat';
  return hasWaitingList ? 'waiting' : 'full';
}

/** Who of the list moves up, in its order; a party too large for what is free keeps its place. */
export function whoMovesUp<Waiting extends { seats: number }>(
  waiting: readonly Waiting[],
  free: number | null,
): Waiting[] {
  let left = free ?? Infinity;
  return waiting.filter(({ seats }) => {
    if (seats > left) return false;
    left -= seats;
    return true;
  });
}

/** The day personal data goes: so many days after the date is over. */
export function eraseOn(date: Span, days: number): string {
  return addDays(civilDate(overAt(date)), days);
}

const EVENING = '18:00';
const HOURS_BEFORE = 3;

/** The instant a reminder is due, by the clock of the town; null = none is wished. */
export function remindAt(startsAt: Date, reminder: Reminder): Date | null {
  const dayBefore = addDays(civilDate(startsAt), -1);
  if (reminder === 'evening') return instantOf(dayBefore, EVENING);
  if (reminder === 'day') return instantOf(dayBefore, civilTime(startsAt));
  return reminder === 'hours' ? new Date(startsAt.getTime() - HOURS_BEFORE * HOUR_MS) : null;
}

export type DateChange = 'cancelled' | 'restored' | 'moved' | 'relocated';

/** What is different from what people last heard; null when nothing is that they must know. */
export function changeOf(told: ToldDate, planned: ToldDate | null): DateChange | null {
  if (!planned || planned.status === 'cancelled') return told.status === 'cancelled' ? null : 'cancelled';
  if (told.status === 'cancelled') return 'restored';
  if (told.startsAt.getTime() !== planned.startsAt.getTime()) return 'moved';
  return told.venue !== planned.venue && told.venue !== '' ? 'relocated' : null;
}

/**
 * The date as it is planned now. A single event keeps its date wherever it moves; a date of a series is found by its
 * original start, or, when the rule itself was moved to another hour, on the same day.
 */
export function plannedOf<Planned extends Pick<PlannedDate, 'recurrenceId'>>(
  recurrenceId: Date,
  planned: readonly Planned[],
  { isSeries, taken }: { isSeries: boolean; taken: ReadonlySet<number> },
): Planned | null {
  if (!isSeries) return planned[0] ?? null;
  const same = planned.find((date) => date.recurrenceId.getTime() === recurrenceId.getTime());
  if (same) return same;
  const day = civilDate(recurrenceId);
  return (
    planned.find((date) => civilDate(date.recurrenceId) === day && !taken.has(date.recurrenceId.getTime())) ??
    null
  );
}
