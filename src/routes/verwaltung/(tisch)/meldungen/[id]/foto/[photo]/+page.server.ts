import { error, redirect } from '@sveltejs/kit';
import { COVER_COLUMNS, COVER_ROWS } from '#modules/reports';
import { findDeskReport } from '#modules/reports.server';
import { reports } from '#wiring/modules.server';
import { refused, requireStaff } from '../../../../../desk.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireStaff(event);
  const { locals, params } = event;
  const report = await findDeskReport(locals.tenant, params.id);
  const photo = report?.allPhotos.find(({ id }) => id === params.photo);
  if (!report || !photo) error(404, locals.t('reports.fault.unknown'));
  return {
    report: { id: report.id, number: report.number },
    photo,
    rows: COVER_ROWS,
    columns: COVER_COLUMNS,
  };
};

export const actions: Actions = {
  abdecken: async (event) => {
    requireStaff(event);
    const { id, photo: photoId } = event.params;
    const form = await event.request.formData();
    const fields = form.getAll('feld').filter((one): one is string => typeof one === 'string');
    const outcome = await reports.coverPhoto(event.locals.tenant, { id, photoId, fields });
    if (!outcome.ok) return refused(event, outcome);
    redirect(303, `/verwaltung/meldungen/${id}?getan=covered`);
  },
  aufdecken: async (event) => {
    requireStaff(event);
    const { id, photo: photoId } = event.params;
    const outcome = await reports.uncoverPhoto(event.locals.tenant, { id, photoId });
    if (!outcome.ok) return refused(event, outcome);
    redirect(303, `/verwaltung/meldungen/${id}?getan=uncovered`);
  },
};
