import { suggestions } from '#wiring/modules.server';
import { requirePermission } from '../../desk.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requirePermission(event, 'suggestions.manage');
  const { tenant } = event.locals;
  return {
    open: await suggestions.list(tenant),
    decided: await suggestions.list(tenant, 'decided'),
    said: event.url.searchParams.get('getan'),
  };
};
