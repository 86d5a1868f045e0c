import { addDays } from '#platform/formats';
import type { PlaceDetails } from '../model.ts';
import { OWNER_FIELDS } from './model.ts';
import type { Changes, OwnerForm } from './model.ts';

/** Days after the question: the two reminders, and when an entry nobody confirmed counts as such. */
const REMIND_AFTER_DAYS = [7, 21] as const;
const STALE_AFTER_DAYS = 35;
/** The address of an owner who never answers goes after half a year. */
const ERASE_AFTER_DAYS = 180;

export interface OwnerState {
  askedOn: string;
  confirmedOn: string | null;
  dueOn: string;
  reminders: number;
}

/** The day so many months later; the last of a short month, where it has no such day. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** Whether an owner has not yet answered the last question. */
export function isPending({ askedOn, confirmedOn }: OwnerState): boolean {
  return confirmedOn === null || confirmedOn < askedOn;
}

/** What is due today for an owner: a new question, a reminder of the last, or nothing. */
export function dueStep(owner: OwnerState, today: string): 'ask' | 'remind' | null {
  if (!isPending(owner)) return today >= owner.dueOn ? 'ask' : null;
  const after = REMIND_AFTER_DAYS[owner.reminders];
  return after !== undefined && today >= addDays(owner.askedOn, after) ? 'remind' : null;
}

/** The days that follow from a question. The entry keeps its last confirmation until the reminders are through. */
export function daysOfAsking(today: string) {
  return {
    askedOn: today,
    dueOn: today,
    staleOn: addDays(today, STALE_AFTER_DAYS),
    eraseOn: addDays(today, ERASE_AFTER_DAYS),
  };
}

/** The days that follow from a confirmation. */
export function daysOfConfirming(today: string, months: number) {
  const dueOn = addMonths(today, months);
  return {
    confirmedOn: today,
    dueOn,
    staleOn: addDays(dueOn, STALE_AFTER_DAYS),
    eraseOn: addDays(dueOn, ERASE_AFTER_DAYS),
  };
}

export interface Confirmation {
  isStale: boolean;
  /** Null: never confirmed. */
  on: string | null;
}

/** What a reader is told of a confirmation; null for entries whose owner nobody asks. */
export function confirmationOn(
  { confirmedOn, staleOn }: Pick<PlaceDetails, 'confirmedOn' | 'staleOn'>,
  today: string,
): Confirmation | null {
  if (!staleOn) return null;
  return { on: confirmedOn ?? null, isStale: today >= staleOn };
}

export type Correctable = { summary: string; details: PlaceDetails };

/** A field of the entry as the owner's form shows it. */
export function valuesOf({ summary, details }: Correctable): Omit<OwnerForm, 'note'> {
  return {
    summary,
    openingHours: details.openingHours ?? '',
    hoursNote: details.hoursNote,
    exceptions: details.exceptions.join('\n'),
    phone: details.phone,
    email: details.email,
    website: details.website ?? '',
  };
}

/** What differs from the entry. */
export function changesOf(form: Omit<OwnerForm, 'note'>, entry: Correctable): Changes {
  const before = valuesOf(entry);
  return Object.fromEntries(
    OWNER_FIELDS.filter((field) => form[field] !== before[field]).map((field) => [field, form[field]]),
  );
}

/** The entry with what should be different. */
export function withChanges(entry: Correctable, changes: Changes): Correctable {
  const { summary = entry.summary, openingHours, exceptions, website, ...texts } = changes;
  return {
    summary,
    details: {
      ...entry.details,
      ...texts,
      ...(openingHours === undefined ? {} : { openingHours: openingHours || null }),
      ...(exceptions === undefined
        ? {}
        : {
            exceptions: exceptions
              .split('\n')
              .map((line) => line.trim())
              .filter(Boolean),
          }),
      ...(website === undefined ? {} : { website: website || null }),
    },
  };
}
