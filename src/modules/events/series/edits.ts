import {
  addDays,
  daysBetween,
  instantOfMoment,
  momentOf,
  partsOf,
  seriesDates,
  wallMoment,
} from '#platform/formats';
import type { EventDetails, EventOverride } from '../model.ts';

/** What a clerk says about one date; what is null is as in the series. */
export type DateEdit = Omit<EventOverride, 'recurrenceId'>;

/** A series in which one date is different. */
export function withOverride(details: EventDetails, recurrenceId: string, edit: DateEdit): EventDetails {
  const override = { ...edit, recurrenceId, start: edit.start === recurrenceId ? null : edit.start };
  const others = details.overrides.filter((one) => one.recurrenceId !== recurrenceId);
  return {
    ...details,
    overrides: [...others, override].sort((a, b) => (a.recurrenceId < b.recurrenceId ? -1 : 1)),
  };
}

/** A series in which one date is again as the others are. */
export function withoutOverride(details: EventDetails, recurrenceId: string): EventDetails {
  return {
    ...details,
    overrides: details.overrides.filter((one) => one.recurrenceId !== recurrenceId),
  };
}

/** A series that ends before a date; of a series by number those that are left stay. */
export function endedBefore(details: EventDetails, recurrenceId: string): EventDetails {
  const dayBefore = addDays(partsOf(recurrenceId).date, -1);
  const isBefore = (moment: string) => moment < recurrenceId;
  return {
    ...details,
    rule: details.rule && withEnd(details.rule, `UNTIL=${dayBefore.replaceAll('-', '')}`),
    added: details.added.filter(isBefore),
    excluded: details.excluded.filter(isBefore),
    overrides: details.overrides.filter((one) => isBefore(one.recurrenceId)),
  };
}

/**
 * The rest of a series from a date on, as a series of its own: at another time or place if so wished, with the
 * exceptions that lie ahead, and as many dates as the old one had left.
 */
export function followingSeries(
  details: EventDetails,
  recurrenceId: string,
  edit: Pick<EventOverride, 'start' | 'end' | 'venue' | 'street'>,
): EventDetails {
  const start = edit.start ?? recurrenceId;
  const startsAt = instantOfMoment(start);
  const shift = daysBetween(partsOf(recurrenceId).date, partsOf(start).date);
  const renamed = (moment: string) => wallMoment(addDays(partsOf(moment).date, shift), partsOf(start).time);
  const isAhead = (moment: string) => moment > recurrenceId;
  return {
    ...details,
    startsAt,
    endsAt: edit.end ? instantOfMoment(edit.end) : endAfter(details, startsAt, start),
    venue: edit.venue ?? details.venue,
    street: edit.street ?? details.street,
    rule: details.rule && movedRule(restOf(details, recurrenceId), shift),
    added: details.added.filter(isAhead),
    excluded: details.excluded.filter(isAhead).map(renamed),
    overrides: details.overrides
      .filter((one) => isAhead(one.recurrenceId))
      .map((one) => ({ ...one, recurrenceId: renamed(one.recurrenceId) })),
    // Subscribers know the old one by its UID; the new one gets its own.
    uid: '',
    sequence: 0,
  };
}

function endAfter(details: EventDetails, startsAt: Date, start: string): Date | null {
  if (!details.endsAt) return null;
  const lengthMs = details.endsAt.getTime() - details.startsAt.getTime();
  if (!details.allDay) return new Date(startsAt.getTime() + lengthMs);
  const days = Math.max(1, Math.round(lengthMs / 86_400_000));
  return instantOfMoment(wallMoment(addDays(partsOf(start).date, days), null));
}

/** The rule with what is left of its count. */
function restOf(details: EventDetails, recurrenceId: string): string {
  const rule = details.rule!;
  const count = /(?:^|;)COUNT=(\d+)/i.exec(rule)?.[1];
  if (!count) return rule;
  const start = momentOf(details.startsAt, details.allDay);
  const before = seriesDates(
    { start, rule, added: [], excluded: [] },
    { first: partsOf(start).date, last: addDays(partsOf(recurrenceId).date, -1), limit: 100_000 },
  );
  const given = before.ok ? before.value.length : 0;
  return withEnd(rule, `COUNT=${Math.max(1, Number(count) - given)}`);
}

function withEnd(rule: string, end: string): string {
  return [...rule.split(';').filter((part) => !/^(COUNT|UNTIL)=/i.test(part)), end].join(';');
}

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** A rule whose first date moves to another day: its days of the week move along, its days of the month are left to the start. */
function movedRule(rule: string, shift: number): string {
  if (shift === 0) return rule;
  const moveDay = (text: string) =>
    text.replace(/[A-Z]{2}$/, (code) => CODES[(((CODES.indexOf(code) + shift) % 7) + 7) % 7]!);
  return rule
    .split(';')
    .filter((part) => !/^BYMONTHDAY=/i.test(part))
    .map((part) => {
      const [name, value = ''] = part.toUpperCase().split('=');
      return name === 'BYDAY' ? `BYDAY=${value.split(',').map(moveDay).join(',')}` : part;
    })
    .join(';');
}
