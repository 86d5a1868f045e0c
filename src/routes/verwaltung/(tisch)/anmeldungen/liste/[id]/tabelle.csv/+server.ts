import { error } from '@sveltejs/kit';
import { civilDate } from '#platform/formats';
import { writeTable } from '#platform/formats.server';
import { attendance } from '#wiring/modules.server';
import { requirePermission } from '../../../../../desk.server.ts';
import type { RequestHandler } from './$types';

/** The list as a table, for those who may see it, and kept by nobody on the way. */
export const GET: RequestHandler = async (event) => {
  requirePermission(event, 'attendance.manage');
  const { tenant, t } = event.locals;
  const list = await attendance.exportList(tenant, event.params.id);
  if (!list) error(404, t('attendance.fault.unknown'));
  const columns = ['person', 'person.seats', 'person.state', 'person.present', 'person.email'];
  const rows = list.attendees.map((person) => [
    person.name,
    person.seats,
    t(`attendance.desk.state.${person.isConfirmed ? person.state : 'unconfirmed'}`),
    person.attendedSeats,
    person.email,
    person.answer,
  ]);
  const table = writeTable(
    [
      ...columns.map((name) => t(`attendance.desk.${name}`)),
      list.question || t('attendance.desk.person.answer'),
    ],
    rows,
  );
  return new Response(table, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="anmeldungen-${civilDate(list.date.startsAt)}.csv"`,
      'cache-control': 'no-store',
    },
  });
};
