import { civilDate } from '#platform/formats';
import type { EventDate } from '../model.ts';

/** What became of a date that people may have noted down. */
export interface DateChange {
  recurrenceId: Date;
  /** The name the date has now; null when there is no such date any more. */
  becomes: Date | null;
  what: 'cancelled' | 'resumed' | 'moved' | 'place' | 'removed';
}

/**
 * Compares the dates of an event before and after it was saved. A date that is gone is looked for on the same day:
 * when the whole series begins an hour later, each of its dates has moved and none has ended.
 * @param before dates to come; what is past is nobody's concern.
 */
export function changedDates(before: readonly EventDate[], after: readonly EventDate[]): DateChange[] {
  const byId = new Map(after.map((date) => [date.recurrenceId.getTime(), date]));
  const known = new Set(before.map((date) => date.recurrenceId.getTime()));
  const newByDay = new Map(
    after
      .filter((date) => !known.has(date.recurrenceId.getTime()))
      .map((date) => [civilDate(date.recurrenceId), date]),
  );
  return before.flatMap((was) => {
    const is = byId.get(was.recurrenceId.getTime()) ?? newByDay.get(civilDate(was.recurrenceId)) ?? null;
    const what = whatChanged(was, is);
    return what ? [{ recurrenceId: was.recurrenceId, becomes: is?.recurrenceId ?? null, what }] : [];
  });
}

function whatChanged(was: EventDate, is: EventDate | null): DateChange['what'] | null {
  const tookPlace = takesPlace(was);
  if (!is || is.status === 'skipped') return tookPlace ? 'removed' : null;
  if (!takesPlace(is)) return tookPlace ? 'cancelled' : null;
  if (!tookPlace) return 'resumed';
  if (was.startsAt.getTime() !== is.startsAt.getTime()) return 'moved';
  return was.venue === is.venue ? null : 'place';
}

function takesPlace(date: EventDate): boolean {
  return date.status !== 'cancelled' && date.status !== 'skipped';
}
