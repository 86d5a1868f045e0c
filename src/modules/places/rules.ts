import { describeOpeningHours, holidayCalendar, openingState, parseOpeningHours } from '#platform/formats';
import type { OpeningHoursRow, State } from '#platform/formats';
import type { PlaceDetails } from './model.ts';

/** What a reader wants to know of opening hours at an instant. */
export interface Opening {
  /** Whether hours are documented and say something about now. */
  known: boolean;
  open: boolean;
  /** When it closes, when it opens next; null where that is not known. */
  until: Date | null;
  next: Date | null;
  rows: { day: string; text: string; closed: boolean }[];
  /** What the hours say in words about now, e.g. `nach Vereinbarung`. */
  note: string | null;
  /** Name of today's public holiday. */
  holidayNote: string | null;
}

const UNKNOWN: Opening = {
  known: false,
  open: false,
  until: null,
  next: null,
  rows: [],
  note: null,
  holidayNote: null,
};

/** Opening hours of a place at an instant, with the public holidays of its Land. */
export function openingAt(
  place: Pick<PlaceDetails, 'openingHours'>,
  state: string,
  now: Date,
  locale = 'de',
): Opening {
  if (!place.openingHours) return UNKNOWN;
  const hours = parseOpeningHours(place.openingHours);
  if (!hours.ok) return UNKNOWN;
  const today = openingState(hours.value, now, holidayCalendar(state as State));
  return {
    known: today.state !== 'unknown',
    open: today.open,
    until: today.until,
    next: today.next,
    rows: describeOpeningHours(hours.value, locale).map((row) => ({
      day: row.label,
      text: timesOf(row),
      closed: row.closed,
    })),
    note: today.note,
    holidayNote: today.holiday,
  };
}

/** `Dienstag 09:00–12:00, 14:00–17:00; …` – hours as one line of text. */
export function hoursInWords(openingHours: string): string {
  const hours = parseOpeningHours(openingHours);
  if (!hours.ok) return openingHours;
  return describeOpeningHours(hours.value)
    .filter((row) => !row.closed || row.note)
    .map((row) => `${row.label} ${timesOf(row)}`)
    .join('; ');
}

function timesOf(row: OpeningHoursRow): string {
  return [row.times.join(', '), row.note].filter(Boolean).join(' ');
}
