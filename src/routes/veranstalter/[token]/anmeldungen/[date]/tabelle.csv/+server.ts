import { error } from '@sveltejs/kit';
import { suggestions } from '#wiring/modules.server';
import { guestTable } from '../../../../../guest-table.server.ts';
import type { RequestHandler } from './$types';

/** Who comes on one date of an organiser's own event, as a table. */
export const GET: RequestHandler = async ({ params: { token, date }, locals: { tenant, t } }) => {
  const list = await suggestions.findGuestList(tenant, token, { dateId: date, takesAlong: true });
  if (!list) error(404, t('suggestions.organiser.gone'));
  return guestTable(t, { ...list, hasAddresses: false });
};
