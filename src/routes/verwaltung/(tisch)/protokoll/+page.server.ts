import { listAudit } from '#platform/audit.server';
import { requirePermission } from '../../desk.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requirePermission(event, 'identity.manage');
  return { lines: await listAudit(event.locals.tenant, { limit: 200 }) };
};
