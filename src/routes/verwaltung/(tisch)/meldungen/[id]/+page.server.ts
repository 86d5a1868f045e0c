import { error, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { bodiesFor, nextStatuses } from '#modules/reports';
import type { ReportStatus } from '#modules/reports';
import {
  correctReport,
  findDeskReport,
  hideReport,
  listBodies,
  listCategories,
  listMergeCandidates,
  listTemplates,
  mergeReport,
  noteOnReport,
  publishReport,
  redactText,
  setStatus,
  showPhoto,
  showStep,
  takeBack,
} from '#modules/reports.server';
import { civilDate } from '#platform/formats';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { reports } from '#wiring/modules.server';
import { mailOrigin, refused, requireStaff, textOf } from '../../../desk.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const staff = requireStaff(event);
  const { locals, params, url } = event;
  const { tenant, t } = locals;
  const report = await findDeskReport(tenant, params.id);
  if (!report) error(404, t('reports.fault.unknown'));
  const templates = await listTemplates(tenant);
  const chosen = templates.find(({ id }) => id === url.searchParams.get('vorlage'));
  return {
    report,
    colleagues: tenant.may('reports.assign')
      ? (await reports.listColleagues(tenant)).map(({ id, name }) => ({ id, name }))
      : [],
    bodies: bodiesFor(report.category, await listBodies(tenant), report).map(
      ({ id, name, level, email, open311Url }) => ({
        ...{ id, name, level },
        isReached: email !== null || open311Url !== null,
      }),
    ),
    categories: (await listCategories(tenant, { all: true })).map(({ key, name }) => ({ key, name })),
    templates: templates.filter(({ categoryId }) => categoryId === null || categoryId === report.categoryId),
    template: chosen ? { text: chosen.text, status: chosen.status } : null,
    candidates: await listMergeCandidates(tenant, report),
    statuses: nextStatuses(report.status),
    me: staff.userId,
    may: { assign: tenant.may('reports.assign'), handle: tenant.may('reports.handle') },
    today: civilDate(tenant.now()),
    said: url.searchParams.get('getan'),
  };
};

interface Act {
  tenant: TenantScope;
  form: FormData;
  id: string;
  origin: string;
}

const texts = (form: FormData, name: string) =>
  form.getAll(name).filter((value): value is string => typeof value === 'string');

export const actions: Actions = {
  veroeffentlichen: act('published', ({ tenant, form, id, origin }) =>
    publishReport(tenant, { id, photoIds: texts(form, 'foto'), origin }),
  ),
  ausblenden: act('hidden', ({ tenant, form, id, origin }) =>
    hideReport(tenant, { id, reason: textOf(form, 'grund'), origin }),
  ),
  antworten: act('answered', ({ tenant, form, id, origin }) =>
    setStatus(tenant, {
      id,
      status: textOf(form, 'stand') as ReportStatus,
      answer: textOf(form, 'antwort'),
      origin,
    }),
  ),
  notieren: act('noted', ({ tenant, form, id }) => noteOnReport(tenant, { id, text: textOf(form, 'notiz') })),
  zuweisen: act('assigned', ({ tenant, form, id, origin }) =>
    reports.assign(tenant, { id, to: textOf(form, 'an'), origin }),
  ),
  weitergeben: act('passed-on', ({ tenant, form, id, origin }) =>
    reports.passOn(tenant, {
      id,
      bodyId: textOf(form, 'stelle'),
      message: textOf(form, 'nachricht'),
      origin,
    }),
  ),
  zuruecknehmen: act('taken-back', ({ tenant, form, id, origin }) =>
    takeBack(tenant, { id, reason: textOf(form, 'rueckgrund'), origin }),
  ),
  berichtigen: act('corrected', ({ tenant, form, id }) =>
    correctReport(tenant, {
      id,
      category: textOf(form, 'kategorie'),
      kind: textOf(form, 'art'),
      address: textOf(form, 'strasse'),
      locality: textOf(form, 'ort'),
      dueOn: textOf(form, 'faellig'),
    }),
  ),
  schwaerzen: act('redacted', ({ tenant, form, id }) =>
    redactText(tenant, { id, text: textOf(form, 'text') }),
  ),
  zusammenlegen: act('merged', ({ tenant, form, id, origin }) =>
    mergeReport(tenant, { id, intoNumber: Number(textOf(form, 'nummer')), origin }),
  ),
  zeigen: act('shown', ({ tenant, form, id }) =>
    showStep(tenant, {
      id,
      number: Number(textOf(form, 'schritt')),
      isPublic: textOf(form, 'wie') === 'zeigen',
    }),
  ),
  foto: act('shown', ({ tenant, form, id }) =>
    showPhoto(tenant, {
      id,
      photoId: textOf(form, 'foto'),
      visibility: textOf(form, 'wie') === 'zeigen' ? 'public' : 'hidden',
    }),
  ),
};

/** One thing done with the report; the page then says what. */
function act(what: string, work: (wish: Act) => Promise<Outcome<unknown, string>>) {
  return async (event: RequestEvent<{ id: string }>) => {
    requireStaff(event);
    const { id } = event.params;
    const form = await event.request.formData();
    const outcome = await work({ tenant: event.locals.tenant, form, id, origin: mailOrigin(event) });
    if (!outcome.ok) return refused(event, outcome, form);
    redirect(303, `/verwaltung/meldungen/${id}?getan=${what}`);
  };
}
