import type { EventDetails, TownEvent } from '#modules/events';
import type { EntryDraft } from '#modules/publishing';
import { namesTitle } from '#modules/publishing';
import { addDays, civilDate, civilTime, instantOf } from '#platform/formats';
import type { OrganiserEventDraft, SuggestionDraft } from './model.ts';

export const PREVIEW_KEPT_DAYS = 1;
export const ERASE_AFTER_DAYS = 30;
export const ERASE_AT_LATEST_AFTER_DAYS = 180;
/** Long enough to give the trust back to who still publishes next season. */
export const ERASE_ORGANISER_AFTER_DAYS = 90;

const DAY_MS = 86_400_000;

type Said = OrganiserEventDraft & Partial<Pick<SuggestionDraft, 'organizer'>>;

/** The times of an event as its form says them: without a beginning it takes the whole day, an end before it is the next day's. */
export function spanOf(said: Pick<Said, 'day' | 'from' | 'untilDay' | 'until'>): {
  startsAt: Date;
  endsAt: Date | null;
  allDay: boolean;
} {
  const { day, from, untilDay, until } = said;
  const lastDay = untilDay && untilDay > day ? untilDay : day;
  if (!from) return { startsAt: instantOf(day), endsAt: instantOf(addDays(lastDay, 1)), allDay: true };
  const startsAt = instantOf(day, from);
  if (!until && lastDay === day) return { startsAt, endsAt: null, allDay: false };
  const end = instantOf(lastDay, until || '23:59');
  return { startsAt, endsAt: end > startsAt ? end : instantOf(addDays(lastDay, 1), until), allDay: false };
}

/** What the form becomes: the shared part of an entry, and what only events know. */
export function entryOf(
  said: Said,
  organiser = said.organizer ?? '',
): {
  draft: EntryDraft;
  details: Partial<EventDetails> & Pick<EventDetails, 'startsAt'>;
} {
  const { venue, street, contact, price, accessibility } = said;
  return {
    draft: {
      title: said.title,
      body: said.description,
      category: said.category || null,
      sourceName: organiser,
    },
    details: {
      ...spanOf(said),
      venue,
      street,
      organizer: organiser,
      contact,
      price,
      link: said.link || null,
      accessibility,
    },
  };
}

/** An event as the form shows it. */
export function eventValues({
  title,
  body,
  category,
  details,
}: Pick<TownEvent, 'title' | 'body' | 'category' | 'details'>): Record<string, string | string[]> {
  const { startsAt, endsAt, allDay, venue, street, contact, price, link, accessibility } = details;
  const day = civilDate(startsAt);
  const last = endsAt && civilDate(new Date(endsAt.getTime() - 1));
  return {
    title,
    day,
    from: allDay ? '' : civilTime(startsAt),
    untilDay: last && last > day && (allDay || endsAt.getTime() - startsAt.getTime() > DAY_MS) ? last : '',
    until: allDay || !endsAt ? '' : civilTime(endsAt),
    venue,
    street,
    description: body,
    category: category ?? '',
    contact,
    price,
    link: link ?? '',
    accessibility: [...accessibility],
  };
}

/** Whether an event that is there may be the one somebody writes about. */
export function mayBeSame(
  said: Pick<Said, 'title' | 'venue'>,
  known: { title: string; details: Pick<EventDetails, 'venue'> },
): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\d]+/gu, ' ')
      .trim();
  return (
    namesTitle(said.title, known.title) ||
    (plain(said.venue) !== '' && plain(said.venue) === plain(known.details.venue))
  );
}
