import { listSources } from '#modules/exchange.server';
import { requirePermission } from '../../desk.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requirePermission(event, 'exchange.manage');
  const sources = await listSources(event.locals.tenant);
  return {
    sources: sources.map(({ id, name, importer, target, state, lastRunAt, lastRows }) => ({
      id,
      name,
      importer,
      target,
      state,
      lastRunAt,
      lastRows,
    })),
  };
};
