import type { TownEvent } from '#modules/events';
import { civilDate } from '#platform/formats';

const STATUS = {
  confirmed: 'EventScheduled',
  tentative: 'EventScheduled',
  cancelled: 'EventCancelled',
} as const;

/** An event in the words of schema.org. */
export function eventInSchema(
  { title, summary, slug, details }: TownEvent,
  origin: string,
): Record<string, unknown> {
  const when = (instant: Date) => (details.allDay ? civilDate(instant) : instant.toISOString());
  return {
    '@type': 'Event',
    name: title,
    description: summary || undefined,
    url: `${origin}/veranstaltungen/${slug}`,
    startDate: when(details.startsAt),
    // The end is exclusive with us and inclusive with schema.org.
    endDate: details.endsAt
      ? when(details.allDay ? new Date(details.endsAt.getTime() - 1) : details.endsAt)
      : undefined,
    eventStatus: `https://schema.org/${STATUS[details.status]}`,
    location: details.venue
      ? { '@type': 'Place', name: details.venue, address: details.street || details.venue }
      : undefined,
    organizer: details.organizer ? { '@type': 'Organization', name: details.organizer } : undefined,
  };
}
