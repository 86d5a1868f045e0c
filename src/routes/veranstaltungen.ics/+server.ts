import { toCalendarEvent } from '#modules/events';
import { listCalendar } from '#modules/events.server';
import { holidayCalendar } from '#platform/formats';
import type { State } from '#platform/formats';
import { writeCalendar } from '#platform/formats.server';
import { taggedResponse } from '#platform/headers.server';
import { readWish } from '../(town)/veranstaltungen/filter.ts';
import type { RequestHandler } from './$types';

// Subscribers keep what is past for a while; half a year back is enough to see what was cancelled.
const BACK_DAYS = 180;

/** The calendar to subscribe to, whole or of one kind, place, village or host; the same events under the same UIDs. */
export const GET: RequestHandler = async ({ locals: { tenant, town, t }, url, request }) => {
  const { category, area, venue, organizer, accessibility } = readWish(url.searchParams);
  const now = tenant.now();
  const from = new Date(now.getTime() - BACK_DAYS * 86_400_000);
  const events = await listCalendar(tenant, { from, category, area, venue, organizer, accessibility });
  const chosen = [category && t(`events.category.${category}`), venue, area, organizer].filter(Boolean);
  const context = { origin: url.origin, now, holidays: holidayCalendar(town.state as State) };
  const body = writeCalendar({
    name: [t('events.feed.title', { town: town.name }), ...chosen].join(' – '),
    refreshHours: 4,
    events: events.map((event) => toCalendarEvent(event, context)),
  });
  return taggedResponse(request, body, { 'content-type': 'text/calendar; charset=utf-8' });
};
