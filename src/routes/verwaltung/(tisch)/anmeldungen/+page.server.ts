import { attendance } from '#wiring/modules.server';
import { requirePermission } from '../../desk.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requirePermission(event, 'attendance.manage');
  return { offers: await attendance.listOffers(event.locals.tenant) };
};
