import { ENTRY_STATES } from '#modules/publishing';
import { listDeskEntries } from '#modules/publishing.server';
import { kinds } from '#wiring/modules.server';
import { requireStaff } from '../../desk.server.ts';
import { kindNames } from '../../kinds.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireStaff(event);
  const { searchParams } = event.url;
  const art = searchParams.get('art');
  const filter = {
    kind: kinds.find(({ path }) => path === art)?.kind ?? null,
    state: ENTRY_STATES.find((state) => state === searchParams.get('zustand')) ?? null,
    q: searchParams.get('q')?.trim().slice(0, 100) || null,
    mine: searchParams.get('meine') === 'ja',
    cursor: searchParams.get('ab'),
  };
  return { ...(await listDeskEntries(event.locals.tenant, filter)), filter, kinds: kindNames(kinds) };
};
