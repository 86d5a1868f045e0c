import { plainText } from '#platform/formats';
import type { EventToWrite } from '#platform/formats.server';
import type { TownEvent } from './model.ts';

/** An event as subscribers' calendars take it. */
export function toCalendarEvent(event: TownEvent, origin: string): EventToWrite {
  const { uid, sequence, startsAt, endsAt, allDay, status, venue, street } = event.details;
  return {
    uid,
    sequence,
    startsAt,
    endsAt,
    allDay,
    status,
    title: event.isExample ? `Beispiel: ${event.title}` : event.title,
    description: [event.summary, plainText(event.body)].filter(Boolean).join('\n\n'),
    location: [venue, street].filter(Boolean).join(', '),
    url: `${origin}/veranstaltungen/${event.slug}`,
    categories: event.category ? [event.category] : [],
    updatedAt: event.updatedAt,
  };
}
