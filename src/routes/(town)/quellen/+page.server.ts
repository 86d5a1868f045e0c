import { listAttributions } from '#modules/publishing.server';
import { schoolHolidays } from '#platform/formats';
import type { State } from '#platform/formats';
import type { PageServerLoad } from './$types';

const SOURCES_SHOWN = 40;

export const load: PageServerLoad = async ({ locals: { tenant, town }, url: { searchParams } }) => {
  const all = await listAttributions(tenant);
  const from = Math.max(0, Math.trunc(Number(searchParams.get('ab')) || 0));
  return {
    attributions: all.slice(from, from + SOURCES_SHOWN),
    from,
    knowsHolidays: schoolHolidays(town.state as State).length > 0,
    next: from + SOURCES_SHOWN < all.length ? String(from + SOURCES_SHOWN) : null,
  };
};
