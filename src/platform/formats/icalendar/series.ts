import { addDays } from '../dates/berlin.ts';
import { rowFault } from '../rows/faults.ts';
import type { RowFault } from '../rows/faults.ts';
import { momentKey } from './event.ts';
import type { CalendarEvent } from './event.ts';
import { instantOfMoment, partsOf, seriesDates } from './occurrences.ts';
import { parseRecurrence } from './recurrence.ts';

/** Days before and after today that a series is expanded for. */
const HORIZON_DAYS = 366;
/** What all series of a document together may cost: about three hundred daily ones, or two thousand weekly ones. */
const MAX_PERIODS = 200_000;

/**
 * Replaces each series by its single occurrences around today: at the same time of day over both clock changes,
 * without the excluded ones, with those that were moved or cancelled one by one in their own words.
 */
export function expandSeries(
  events: CalendarEvent[],
  { today, limit }: { today: string; limit: number },
  faults: RowFault[],
): CalendarEvent[] {
  const own = new Map(events.filter((event) => event.recurrenceId).map((event) => [event.externalId, event]));
  const expanded: CalendarEvent[] = [];
  const budget = { periods: MAX_PERIODS };
  for (const event of events) {
    if (event.recurrenceId) continue;
    if (!event.rule && event.added.length === 0) {
      expanded.push(event);
      continue;
    }
    // Nobody reads on, so nothing more is worked out.
    if (expanded.length >= limit) {
      faults.push(ruleFault('rules-too-many', event));
      break;
    }
    for (const occurrence of occurrencesOf(event, today, budget, faults)) {
      expanded.push(own.get(occurrence.externalId) ?? occurrence);
      own.delete(occurrence.externalId);
    }
  }
  return [...expanded, ...own.values()];
}

/**
 * Puts the dates that differ to the series they belong to. One without its series (an excerpt, an invitation to a
 * single date) stays an event of its own; a rule that cannot be read leaves the first date.
 */
export function gatherSeries(events: CalendarEvent[], faults: RowFault[]): CalendarEvent[] {
  const masters = new Map(
    events.filter((event) => event.recurrenceId === null).map((event) => [event.uid, { ...event }]),
  );
  const single: CalendarEvent[] = [];
  for (const event of events) {
    if (event.recurrenceId === null) continue;
    const master = masters.get(event.uid);
    if (master) master.overrides = [...master.overrides, event];
    else single.push(event);
  }
  for (const master of masters.values()) {
    const rule = master.rule === null ? null : parseRecurrence(master.rule);
    if (!rule || rule.ok) continue;
    faults.push(ruleFault(rule.reason, master));
    Object.assign(master, { rule: null, added: [], excluded: [], overrides: [] });
  }
  return [...masters.values(), ...single];
}

function occurrencesOf(
  event: CalendarEvent,
  today: string,
  budget: { periods: number },
  faults: RowFault[],
): CalendarEvent[] {
  const { date, time } = event.wallStart;
  const moments = seriesDates(
    {
      start: momentKey({ isDate: event.allDay, date, time }),
      rule: event.rule,
      added: event.added,
      excluded: event.excluded,
    },
    { first: addDays(today, -HORIZON_DAYS), last: addDays(today, HORIZON_DAYS), budget },
  );
  if (!moments.ok) {
    faults.push(ruleFault(moments.reason, event));
    return [event];
  }
  if (budget.periods === 0) faults.push(ruleFault('rules-too-many', event));
  return moments.value.map((moment) => occurrence(event, moment));
}

function ruleFault(reason: string, { line, row, rule }: CalendarEvent): RowFault {
  return rowFault(reason, { line, row, field: 'RRULE', value: (rule ?? '').slice(0, 100) });
}

function occurrence(event: CalendarEvent, moment: string): CalendarEvent {
  const { date, time } = partsOf(moment);
  return {
    ...event,
    externalId: `${event.uid}/${moment}`,
    recurrenceId: moment,
    startsAt: instantOfMoment(moment),
    endsAt: event.endsAt && endOfOccurrence({ ...event, endsAt: event.endsAt }, moment),
    wallStart: { date, time: time ?? '00:00:00' },
    rule: null,
    excluded: [],
    added: [],
  };
}

/** All-day events last whole days, also those of 23 and 25 hours; others the same number of minutes. */
export function endOfOccurrence(
  event: { startsAt: Date; endsAt: Date; allDay: boolean },
  moment: string,
): Date {
  const lengthMs = event.endsAt.getTime() - event.startsAt.getTime();
  if (!event.allDay) return new Date(instantOfMoment(moment).getTime() + lengthMs);
  return instantOfMoment(
    addDays(partsOf(moment).date, Math.max(1, Math.round(lengthMs / 86_400_000))).replaceAll('-', ''),
  );
}
