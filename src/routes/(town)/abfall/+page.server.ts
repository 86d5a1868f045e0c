import { findAddresses, listAreas } from '#modules/waste.server';
import type { PageServerLoad } from './$types';

// So many areas still fit on a page as a list to choose from.
const SHORT_LIST = 40;

export const load: PageServerLoad = async ({ locals: { tenant }, url }) => {
  const typed = (url.searchParams.get('adresse') ?? '').slice(0, 100);
  const areas = await listAreas(tenant);
  return {
    typed,
    found: typed ? await findAddresses(tenant, typed) : [],
    areas: areas.length <= SHORT_LIST ? areas : [],
  };
};
