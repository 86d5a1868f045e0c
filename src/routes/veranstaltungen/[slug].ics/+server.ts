import { error } from '@sveltejs/kit';
import { toCalendarEvent } from '#modules/events';
import { findEvent } from '#modules/events.server';
import { writeCalendar } from '#platform/formats.server';
import { taggedResponse } from '#platform/headers.server';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals, url, request }) => {
  const event = await findEvent(locals.tenant, params.slug);
  if (!event) error(404);
  const body = writeCalendar({ name: event.title, events: [toCalendarEvent(event, url.origin)] });
  return taggedResponse(request, body, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': `attachment; filename="${event.slug}.ics"`,
  });
};
