import { error } from '@sveltejs/kit';
import { findArea, listCollections } from '#modules/waste.server';
import { addDays, civilDate } from '#platform/formats';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { tenant }, params }) => {
  const month = `${params.year}-${params.month}`;
  if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(month)) error(404);
  const area = await findArea(tenant, params.area);
  if (!area) error(404);
  const from = `${month}-01`;
  // Day 32 of a month lies in the next, whatever the month.
  const following = addDays(from, 31).slice(0, 7);
  const before = addDays(from, -1).slice(0, 7);
  const isCovered = (one: string) =>
    one >= area.coveredFrom.slice(0, 7) && one <= area.coveredUntil.slice(0, 7);
  return {
    area,
    month,
    today: civilDate(tenant.now()),
    before: isCovered(before) ? before : null,
    following: isCovered(following) ? following : null,
    collections: (await listCollections(tenant, area, { from, to: addDays(`${following}-01`, -1) })).filter(
      (one) => one.rhythm === 'standard',
    ),
  };
};
