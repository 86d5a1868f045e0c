import { addDays, instantOfMoment, momentOf, partsOf, seriesDates, wallMoment } from '#platform/formats';
import type { HolidayCalendar } from '#platform/formats';
import type { EventDate, EventDetails, EventOverride } from '../model.ts';

/** What decides when an event takes place. */
export type Series = Pick<
  EventDetails,
  'startsAt' | 'endsAt' | 'allDay' | 'status' | 'rule' | 'added' | 'excluded' | 'skips' | 'overrides'
>;

/** How far ahead the dates of a series are worked out, and how far back they are kept. */
export const AHEAD_DAYS = 731;
export const BACK_DAYS = 400;

/** Whether an event has more than one date. */
export function isSeries(event: Pick<Series, 'rule' | 'added'>): boolean {
  return event.rule !== null || event.added.length > 0;
}

/** The span around a day that dates are worked out for. */
export function spanAround(today: string): { first: string; last: string } {
  return { first: addDays(today, -BACK_DAYS), last: addDays(today, AHEAD_DAYS) };
}

/**
 * The dates of an event in a span of days, in the order of its rule: at the same time of day over both clock
 * changes, those on days without it marked as skipped with the name of the holiday, moved and cancelled ones as
 * they are. An event of one date has this one, whenever it is.
 */
export function datesOf(
  event: Series,
  span: { first: string; last: string },
  holidays: HolidayCalendar,
): EventDate[] {
  const start = momentOf(event.startsAt, event.allDay);
  if (!isSeries(event)) return [singleDate(event)];
  const { rule, added, excluded } = event;
  const moments = seriesDates({ start, rule, added, excluded }, span);
  // The rule was checked when the event was saved.
  if (!moments.ok) throw new Error(`the rule ${rule} cannot be read`);
  const overrides = new Map(event.overrides.map((override) => [override.recurrenceId, override]));
  return moments.value.map((moment) => {
    const override = overrides.get(moment);
    if (override) return overriddenDate(event, moment, override);
    const holiday = skippedFor(event, partsOf(moment).date, holidays);
    return holiday
      ? { ...plainDate(event, moment), status: 'skipped', note: holiday }
      : plainDate(event, moment);
  });
}

/** Also the only date of an event can be moved or cancelled with a word to the readers. */
function singleDate(event: Series): EventDate {
  const { startsAt, endsAt, status } = event;
  const moment = momentOf(startsAt, event.allDay);
  const override = event.overrides.find((one) => one.recurrenceId === moment);
  if (override) return overriddenDate(event, moment, override);
  return { ...UNCHANGED, recurrenceId: startsAt, startsAt, endsAt, status };
}

const UNCHANGED = { isMoved: false, title: null, venue: null, street: null, note: '' };

function plainDate(event: Series, moment: string): EventDate {
  const startsAt = instantOfMoment(moment);
  return {
    ...UNCHANGED,
    recurrenceId: startsAt,
    startsAt,
    endsAt: endOfDate(event, moment),
    status: event.status,
  };
}

/** All-day events last whole days, also those of 23 and 25 hours; others the same number of minutes. */
function endOfDate(event: Series, moment: string): Date | null {
  if (!event.endsAt) return null;
  const lengthMs = event.endsAt.getTime() - event.startsAt.getTime();
  if (!event.allDay) return new Date(instantOfMoment(moment).getTime() + lengthMs);
  const days = Math.max(1, Math.round(lengthMs / 86_400_000));
  return instantOfMoment(wallMoment(addDays(partsOf(moment).date, days), null));
}

function overriddenDate(event: Series, moment: string, override: EventOverride): EventDate {
  const startsAt = instantOfMoment(override.start ?? moment);
  const end = override.end ? instantOfMoment(override.end) : endOfDate(event, override.start ?? moment);
  return {
    recurrenceId: instantOfMoment(moment),
    startsAt,
    // An end before the start is a slip of the pen; the date then lasts as long as the others.
    endsAt: end && end > startsAt ? end : endOfDate(event, override.start ?? moment),
    status: event.status === 'cancelled' ? 'cancelled' : override.status,
    isMoved: override.start !== null && override.start !== moment,
    title: override.title,
    venue: override.venue,
    street: override.street,
    note: override.note,
  };
}

/** The name of the holiday that a series leaves out on a day; null when it takes place. */
export function skippedFor(
  event: Pick<Series, 'skips'>,
  day: string,
  holidays: HolidayCalendar,
): string | null {
  const byLaw = event.skips.includes('public-holidays') ? holidays.publicHoliday(day) : null;
  return byLaw ?? (event.skips.includes('school-holidays') ? holidays.schoolHoliday(day) : null);
}

/** Names a date of a series as the exceptions do. */
export function momentOfDate(event: Pick<Series, 'allDay'>, recurrenceId: Date): string {
  return momentOf(recurrenceId, event.allDay);
}

/** The exceptions of a series whose time of day has changed: a date keeps its name by its day. */
export function renamedExceptions(
  before: Pick<Series, 'startsAt' | 'allDay'>,
  after: Series,
): Pick<Series, 'excluded' | 'overrides'> {
  const was = partsOf(momentOf(before.startsAt, before.allDay)).time;
  const is = partsOf(momentOf(after.startsAt, after.allDay)).time;
  if (was === is) return after;
  const rename = (moment: string) => {
    const { date, time } = partsOf(moment);
    return time === was ? wallMoment(date, is) : moment;
  };
  return {
    excluded: after.excluded.map(rename),
    overrides: after.overrides.map((override) => ({
      ...override,
      recurrenceId: rename(override.recurrenceId),
    })),
  };
}
