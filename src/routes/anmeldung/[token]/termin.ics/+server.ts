import { error } from '@sveltejs/kit';
import { linkOrigin } from '#modules/identity';
import { attendance } from '#wiring/modules.server';
import type { RequestHandler } from './$types';

/** The date of one's own sign-up for the calendar, the same entry as in the letter: by its UID it replaces that one. */
export const GET: RequestHandler = async ({ params, locals: { tenant, town, t }, url }) => {
  const calendar = await attendance.findOwnCalendar(tenant, params.token, linkOrigin(url, town.domains));
  if (!calendar) error(404, t('attendance.own.gone'));
  return new Response(calendar.content, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${calendar.fileName}"`,
      // The address is the key: it is neither kept on the way nor told to other sites.
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
    },
  });
};
