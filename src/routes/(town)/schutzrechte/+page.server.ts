import { listPatents } from '#modules/patents.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { tenant }, url: { searchParams } }) => {
  const q = (searchParams.get('suche') ?? '').slice(0, 100);
  const ipc = searchParams.get('fach');
  const cursor = searchParams.get('ab');
  return { ...(await listPatents(tenant, { q, ipc, cursor, limit: 15 })), q, ipc, cursor };
};
