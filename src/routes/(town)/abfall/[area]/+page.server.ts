import { error } from '@sveltejs/kit';
import { nextOfEachStream } from '#modules/waste';
import { findArea, listCollections } from '#modules/waste.server';
import { addDays, civilDate } from '#platform/formats';
import type { PageServerLoad } from './$types';

const LATER_DAYS = 42;

export const load: PageServerLoad = async ({ params, locals: { tenant } }) => {
  const area = await findArea(tenant, params.area);
  if (!area) error(404);
  const today = civilDate(tenant.now());
  const collections = await listCollections(tenant, area, { from: today, to: '9999-12-31' });
  const last = addDays(today, LATER_DAYS);
  return {
    area,
    today,
    next: nextOfEachStream(collections, today),
    later: collections.filter((one) => one.date <= last),
    year: Number((area.coveredUntil < today ? area.coveredUntil : today).slice(0, 4)),
  };
};
