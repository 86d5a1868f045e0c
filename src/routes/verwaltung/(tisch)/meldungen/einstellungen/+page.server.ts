import {
  listBodies,
  listCategories,
  listDeputies,
  listTemplates,
  readReportSettings,
  removeDeputy,
  saveReportSettings,
} from '#modules/reports.server';
import { civilDate } from '#platform/formats';
import { reports } from '#wiring/modules.server';
import { doneAt, refused, requirePermission, textOf } from '../../../desk.server.ts';
import type { Actions, PageServerLoad } from './$types';

const HERE = '/verwaltung/meldungen/einstellungen';

export const load: PageServerLoad = async (event) => {
  requirePermission(event, 'reports.configure');
  const { tenant } = event.locals;
  return {
    settings: await readReportSettings(tenant),
    categories: await listCategories(tenant, { all: true }),
    bodies: await listBodies(tenant),
    templates: await listTemplates(tenant),
    deputies: await listDeputies(tenant),
    colleagues: (await reports.listColleagues(tenant)).map(({ id, name }) => ({ id, name })),
    today: civilDate(tenant.now()),
  };
};

export const actions: Actions = {
  speichern: async (event) => {
    requirePermission(event, 'reports.configure');
    const form = await event.request.formData();
    const number = (name: string) => Number(textOf(form, name));
    const outcome = await saveReportSettings(event.locals.tenant, {
      isCheckedFirst: textOf(form, 'isCheckedFirst') === 'ja',
      contactDays: number('contactDays'),
      photoDays: number('photoDays'),
      reportDays: number('reportDays'),
      replyAddress: textOf(form, 'replyAddress'),
      notice: textOf(form, 'notice'),
    });
    if (!outcome.ok) return refused(event, outcome, form);
    doneAt(HERE, 'reports-saved');
  },
  vertretung: async (event) => {
    requirePermission(event, 'reports.configure');
    const form = await event.request.formData();
    const outcome = await reports.saveDeputy(event.locals.tenant, {
      personId: textOf(form, 'personId'),
      deputyId: textOf(form, 'deputyId'),
      fromDay: textOf(form, 'fromDay'),
      untilDay: textOf(form, 'untilDay'),
    });
    if (!outcome.ok) return refused(event, outcome, form);
    doneAt(HERE, 'reports-saved');
  },
  'vertretung-beenden': async (event) => {
    requirePermission(event, 'reports.configure');
    const form = await event.request.formData();
    const outcome = await removeDeputy(event.locals.tenant, textOf(form, 'personId'));
    if (!outcome.ok) return refused(event, outcome, form);
    doneAt(HERE, 'reports-saved');
  },
};
