import { assistant } from '#wiring/modules.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { tenant }, url: { searchParams } }) => {
  const q = searchParams.get('q')?.trim().slice(0, 200) ?? '';
  const found = q ? await assistant.search(tenant, { q, limit: 20 }) : { hits: [], answer: null };
  return { q, ...found };
};
