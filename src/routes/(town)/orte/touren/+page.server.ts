import { lengthOf } from '#modules/places';
import { listTours } from '#modules/places.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { tenant }, url }) => {
  const { items, next } = await listTours(tenant, { cursor: url.searchParams.get('ab') });
  return {
    tours: items.map((tour) => ({ tour, kilometres: lengthOf(tour) })),
    cursor: url.searchParams.get('ab'),
    next,
  };
};
