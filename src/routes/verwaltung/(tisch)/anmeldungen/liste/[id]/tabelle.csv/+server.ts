import { error } from '@sveltejs/kit';
import { attendance } from '#wiring/modules.server';
import { guestTable } from '../../../../../../guest-table.server.ts';
import { requirePermission } from '../../../../../desk.server.ts';
import type { RequestHandler } from './$types';

/** The list as a table, for those who may see it. */
export const GET: RequestHandler = async (event) => {
  requirePermission(event, 'attendance.manage');
  const { tenant, t } = event.locals;
  const list = await attendance.exportList(tenant, event.params.id);
  if (!list) error(404, t('attendance.fault.unknown'));
  const { date, question, attendees } = list;
  return guestTable(t, { startsAt: date.startsAt, question, guests: attendees, hasAddresses: true });
};
