import { draftOfEntry } from '#modules/publishing';
import {
  archiveEntry,
  deleteDraft,
  findWorkingCopy,
  publishEntry,
  saveEntry,
} from '#modules/publishing.server';
import { stateOf } from '#modules/tenancy.server';
import { civilDate, holidayCalendar, isMoment } from '#platform/formats';
import type { State } from '#platform/formats';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { eventKind } from '../kind.server.ts';
import type { EventDetails, EventOverride, TownEvent } from '../model.ts';
import { datesOf, isSeries, momentOfDate, spanAround } from './dates.ts';
import { endedBefore, followingSeries, withOverride, withoutOverride } from './edits.ts';
import type { DateEdit } from './edits.ts';

export type DateRefusal = 'forbidden' | 'unknown' | 'invalid' | 'conflict' | 'wrong-state' | 'own-work';

/** One date of an event, and the version of the event the clerk saw. */
export interface DateWish {
  id: string;
  version: number;
  /** The name of the date as a moment (RECURRENCE-ID). */
  recurrenceId: string;
}

/** Moves a single date, cancels it, or gives it another place, title or word to the readers. */
export function changeDate(
  tenant: TenantScope,
  wish: DateWish,
  edit: DateEdit,
): Promise<Outcome<TownEvent, DateRefusal>> {
  return editDate(tenant, wish, (details) => withOverride(details, wish.recurrenceId, edit));
}

/** Makes a date again as the others are. */
export function restoreDate(tenant: TenantScope, wish: DateWish): Promise<Outcome<TownEvent, DateRefusal>> {
  return editDate(tenant, wish, (details) => withoutOverride(details, wish.recurrenceId));
}

/** Takes a date out of the calendar, as if it had never been planned. Whoever noted it down is better told it is cancelled. */
export function removeDate(tenant: TenantScope, wish: DateWish): Promise<Outcome<TownEvent, DateRefusal>> {
  return editDate(tenant, wish, (details) => ({
    ...withoutOverride(details, wish.recurrenceId),
    excluded: [...details.excluded, wish.recurrenceId],
  }));
}

/** Adds a date to a series, or a second one to an event of one date. */
export async function addDate(
  tenant: TenantScope,
  wish: Pick<DateWish, 'id' | 'version'> & { start: string },
): Promise<Outcome<TownEvent, DateRefusal>> {
  const event = await findWorkingCopy(tenant, eventKind, wish.id);
  if (!event) return refuse('unknown');
  if (!isMoment(wish.start)) return refuse('invalid', { fields: { start: 'date-not-understood' } });
  const { added, excluded } = event.details;
  // A date that was taken out comes back by itself.
  const details = excluded.includes(wish.start)
    ? { ...event.details, excluded: excluded.filter((one) => one !== wish.start) }
    : { ...event.details, added: [...new Set([...added, wish.start])] };
  return save(tenant, event, wish.version, details);
}

/** Lets a series end before a date. */
export async function endSeriesBefore(
  tenant: TenantScope,
  wish: DateWish,
): Promise<Outcome<TownEvent, DateRefusal>> {
  const event = await findWorkingCopy(tenant, eventKind, wish.id);
  if (!event || !(await hasDate(tenant, event, wish.recurrenceId))) return refuse('unknown');
  // Before its first date there is no series; who wants none of it cancels or archives it.
  if (wish.recurrenceId <= momentOfDate(event.details, event.details.startsAt)) return refuse('wrong-state');
  return save(tenant, event, wish.version, endedBefore(event.details, wish.recurrenceId));
}

/**
 * Changes a date and all that follow: the series ends before it, and a new one with its own page goes on from there.
 * The new one is public before the old one is shortened, so that at no moment dates are missing.
 */
export async function changeFollowing(
  tenant: TenantScope,
  wish: DateWish,
  edit: Pick<EventOverride, 'start' | 'end' | 'venue' | 'street'>,
): Promise<Outcome<TownEvent, DateRefusal>> {
  const event = await findWorkingCopy(tenant, eventKind, wish.id);
  if (!event || !(await hasDate(tenant, event, wish.recurrenceId))) return refuse('unknown');
  if (!isSeries(event.details) || !event.details.rule) return refuse('wrong-state');
  if (event.version !== wish.version) return refuse('conflict');
  // Nothing comes before its first date: then it is the whole series that changes.
  const following = followingSeries(event.details, wish.recurrenceId, edit);
  if (wish.recurrenceId <= momentOfDate(event.details, event.details.startsAt))
    return save(tenant, event, wish.version, { ...following, uid: event.details.uid });

  const created = await saveEntry(tenant, eventKind, { draft: draftOfEntry(event), details: following });
  if (!created.ok) return created as Outcome<TownEvent, DateRefusal>;
  if (event.state === 'published') {
    const published = await publishEntry(tenant, eventKind, created.value.id);
    if (!published.ok) {
      await deleteDraft(tenant, eventKind, created.value.id);
      return published as Outcome<TownEvent, DateRefusal>;
    }
  }
  const shortened = await save(tenant, event, wish.version, endedBefore(event.details, wish.recurrenceId));
  if (shortened.ok) return done(created.value);
  // Somebody was faster: the new one goes, the old one stays as they left it.
  if (event.state === 'published') await archiveEntry(tenant, eventKind, created.value.id);
  else await deleteDraft(tenant, eventKind, created.value.id);
  return shortened;
}

async function editDate(
  tenant: TenantScope,
  wish: DateWish,
  edit: (details: EventDetails) => EventDetails,
): Promise<Outcome<TownEvent, DateRefusal>> {
  const event = await findWorkingCopy(tenant, eventKind, wish.id);
  if (!event || !(await hasDate(tenant, event, wish.recurrenceId))) return refuse('unknown');
  return save(tenant, event, wish.version, edit(event.details));
}

async function hasDate(tenant: TenantScope, { details }: TownEvent, recurrenceId: string): Promise<boolean> {
  if (!isMoment(recurrenceId)) return false;
  const state = await tenant.read((store) => stateOf(store, tenant.tenant.id));
  const dates = datesOf(details, spanAround(civilDate(tenant.now())), holidayCalendar(state as State));
  return dates.some((date) => momentOfDate(details, date.recurrenceId) === recurrenceId);
}

async function save(
  tenant: TenantScope,
  event: TownEvent,
  version: number,
  details: EventDetails,
): Promise<Outcome<TownEvent, DateRefusal>> {
  return saveEntry(tenant, eventKind, { id: event.id, version, draft: draftOfEntry(event), details });
}
