import { error } from '@sveltejs/kit';
import { STREAMS, toCalendarEvent } from '#modules/waste';
import { findArea, listCollections } from '#modules/waste.server';
import { addDays, civilDate } from '#platform/formats';
import { writeCalendar } from '#platform/formats.server';
import { taggedResponse } from '#platform/headers.server';
import type { RequestHandler } from './$types';

const BACK_DAYS = 60;
const REMINDER_HOUR = 19;

/** `?tonne=paper&tonne=organic` for some streams only, `?uhr=18` for the reminder's hour, `?uhr=aus` for none. */
export const GET: RequestHandler = async ({ params, locals: { tenant, t }, url, request }) => {
  const area = await findArea(tenant, params.area);
  if (!area) error(404);
  const wished = new Set(url.searchParams.getAll('tonne'));
  const streams = STREAMS.filter((stream) => wished.size === 0 || wished.has(stream));
  const from = addDays(civilDate(tenant.now()), -BACK_DAYS);
  const collections = await listCollections(tenant, area, { from, to: '9999-12-31' });
  const reminderHour = readHour(url.searchParams.get('uhr'));
  const body = writeCalendar({
    name: t('waste.feed.title', { area: area.name }),
    refreshHours: 12,
    events: collections
      .filter((one) => one.rhythm === 'standard' && streams.includes(one.stream))
      .map((one) =>
        toCalendarEvent(one, area, {
          title: t('waste.feed.event', { stream: t(`waste.stream.${one.stream}`) }),
          town: tenant.tenant.slug,
          origin: url.origin,
          reminderHour,
        }),
      ),
  });
  return taggedResponse(request, body, { 'content-type': 'text/calendar; charset=utf-8' });
};

function readHour(wish: string | null): number | null {
  if (wish === 'aus') return null;
  return wish !== null && /^(\d|1\d|2[0-3])$/.test(wish) ? Number(wish) : REMINDER_HOUR;
}
