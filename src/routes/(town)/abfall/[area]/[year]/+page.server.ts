import { error } from '@sveltejs/kit';
import { findArea, listCollections } from '#modules/waste.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { tenant } }) => {
  const area = /^20\d\d$/.test(params.year) ? await findArea(tenant, params.area) : null;
  if (!area) error(404);
  const collections = await listCollections(tenant, area, {
    from: `${params.year}-01-01`,
    to: `${params.year}-12-31`,
  });
  return {
    area,
    year: Number(params.year),
    collections: collections.filter((one) => one.rhythm === 'standard'),
  };
};
