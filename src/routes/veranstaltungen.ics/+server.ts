import { toCalendarEvent } from '#modules/events';
import { listEvents } from '#modules/events.server';
import { writeCalendar } from '#platform/formats.server';
import { taggedResponse } from '#platform/headers.server';
import type { RequestHandler } from './$types';

// Subscribers keep what is past for a while; half a year back is enough to see what was cancelled.
const BACK_DAYS = 180;

export const GET: RequestHandler = async ({ locals, url, request }) => {
  const { items } = await listEvents(locals.tenant, {
    from: new Date(locals.tenant.now().getTime() - BACK_DAYS * 86_400_000),
    category: url.searchParams.get('kategorie'),
    area: url.searchParams.get('ortsteil'),
    limit: 500,
  });
  const body = writeCalendar({
    name: locals.t('events.feed.title', { town: locals.town.name }),
    refreshHours: 4,
    events: items.map((event) => toCalendarEvent(event, url.origin)),
  });
  return taggedResponse(request, body, { 'content-type': 'text/calendar; charset=utf-8' });
};
