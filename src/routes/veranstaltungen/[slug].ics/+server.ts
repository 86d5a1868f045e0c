import { error } from '@sveltejs/kit';
import { toCalendarEvent } from '#modules/events';
import { findEvent } from '#modules/events.server';
import { holidayCalendar } from '#platform/formats';
import type { State } from '#platform/formats';
import { writeCalendar } from '#platform/formats.server';
import { taggedResponse } from '#platform/headers.server';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals: { tenant, town }, url, request }) => {
  const event = await findEvent(tenant, params.slug);
  if (!event) error(404);
  const context = {
    origin: url.origin,
    now: tenant.now(),
    holidays: holidayCalendar(town.state as State),
  };
  const body = writeCalendar({ name: event.title, events: [toCalendarEvent(event, context)] });
  return taggedResponse(request, body, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': `attachment; filename="${event.slug}.ics"`,
  });
};
