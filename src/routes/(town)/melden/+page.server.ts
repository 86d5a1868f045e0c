import { fail, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { linkOrigin } from '#modules/identity';
import { categoryName } from '#modules/reports';
import type { Category } from '#modules/reports';
import { findNearbyOpenReports, listCategories, readReportSettings } from '#modules/reports.server';
import { townGround } from '#modules/places.server';
import { localizedPath } from '#platform/i18n';
import { done } from '#platform/outcome';
import type { Outcome, RefusalDetails } from '#platform/outcome';
import { rooms } from '#wiring/modules.server';
import { coveredIn, faultsOf, placeIn, readForm, statusOf, valueOf } from './fields.ts';
import type { CategoryChoice, ReportValues } from './fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { tenant, town, t }, url, setHeaders }) => {
  // The page carries the key of the report it may become.
  setHeaders({ 'cache-control': 'no-store' });
  const [categories, settings, ground] = await Promise.all([
    listCategories(tenant),
    readReportSettings(tenant),
    townGround(tenant),
  ]);
  return {
    categories: categories.map((one) => toChoice(one, t.locale)),
    notice: settings.notice,
    isCheckedFirst: settings.isCheckedFirst,
    localities: town.settings.localities,
    ground,
    wish: {
      kind: url.searchParams.get('art') === 'wunsch' ? 'wish' : 'defect',
      category: url.searchParams.get('kategorie') ?? '',
    },
    ...rooms().reports.issueTicket(tenant),
  };
};

export const actions: Actions = {
  pruefen: async (event) => {
    const form = await event.request.formData();
    const { photos } = readForm(form);
    const key = String(form.get('key') ?? '');
    const { reports } = rooms();
    const away = form.getAll('weg').filter((one) => typeof one === 'string');
    if (away.length > 0) await reports.removeUploads(event.locals.tenant, { key, ids: away });
    const kept = await reports.keepUploads(event.locals.tenant, {
      key,
      photos: await bytesOf(photos),
      address: event.getClientAddress(),
    });
    return previewOf(event, form, kept);
  },

  verdecken: async (event) => {
    const form = await event.request.formData();
    const key = String(form.get('key') ?? '');
    for (const [id, parts] of coveredIn(form))
      await rooms().reports.coverUpload(event.locals.tenant, { key, id, parts });
    return previewOf(event, form);
  },

  aendern: async ({ request, locals: { tenant } }) => {
    const { values } = readForm(await request.formData());
    const uploads = await rooms().reports.listUploads(tenant, valueOf(values, 'key'));
    return { values, uploads, faults: [], preview: null };
  },

  senden: async (event) => {
    const { tenant, locale } = event.locals;
    const { values, photos } = readForm(await event.request.formData());
    const outcome = await rooms().reports.create(tenant, {
      fields: values,
      photos: await bytesOf(photos),
      idempotencyKey: valueOf(values, 'key'),
      ticket: valueOf(values, 'ticket'),
      decoy: valueOf(values, 'website'),
      ...senderOf(event),
    });
    if (!outcome.ok) return refused(event, values, outcome);
    redirect(303, localizedPath(`/meldung/${outcome.value.link}?neu`, locale));
  },

  folgen: async (event) => {
    const { tenant, locale } = event.locals;
    const form = await event.request.formData();
    const { values } = readForm(form);
    const outcome = await rooms().reports.follow(tenant, {
      number: Number(form.get('number')),
      email: valueOf(values, 'wantsMail') ? valueOf(values, 'email') : '',
      followKey: valueOf(values, 'key'),
      ...senderOf(event),
    });
    if (!outcome.ok) return refused(event, values, outcome);
    await rooms().reports.removeUploads(tenant, { key: valueOf(values, 'key') });
    redirect(303, localizedPath(`/meldungen/${outcome.value.number}?gefolgt`, locale));
  },
};

/** The report as everybody would see it, or the form again with what is wrong. */
async function previewOf(
  { locals: { tenant, t } }: RequestEvent,
  form: FormData,
  kept: Outcome<null, string> = done(null),
) {
  const { values } = readForm(form);
  const checked = await rooms().reports.check(tenant, values);
  const uploads = await rooms().reports.listUploads(tenant, valueOf(values, 'key'));
  if (!kept.ok || !checked.ok) {
    const faults = [kept, checked].flatMap((outcome) => (outcome.ok ? [] : faultsOf(t, outcome)));
    return fail(400, { values, uploads, preview: null, faults });
  }
  const { draft, category, answers } = checked.value;
  const nearby = await findNearbyOpenReports(tenant, placeIn(draft));
  const preview = { draft, category: categoryName(category, t.locale), answers, nearby };
  return { values, uploads, faults: [], preview };
}

function senderOf({ url, locals: { town }, getClientAddress }: RequestEvent) {
  return { origin: linkOrigin(url, town.domains), address: getClientAddress() };
}

/** What was typed stays, pictures too; a form that is too old can simply be sent again. */
async function refused(
  { locals: { tenant, t } }: RequestEvent,
  values: ReportValues,
  refusal: { reason: string; details: RefusalDetails },
) {
  const isOld = refusal.reason === 'form-expired';
  return fail(statusOf(refusal.reason), {
    values: isOld ? { ...values, ticket: '' } : values,
    uploads: await rooms().reports.listUploads(tenant, valueOf(values, 'key')),
    faults: faultsOf(t, refusal),
    preview: null,
  });
}

function toChoice(category: Category, locale: string): CategoryChoice {
  const { key, description, groupName, kinds, questions } = category;
  return { key, name: categoryName(category, locale), description, groupName, kinds, questions };
}

async function bytesOf(photos: readonly File[]): Promise<Uint8Array[]> {
  return Promise.all(photos.map(async (photo) => new Uint8Array(await photo.arrayBuffer())));
}
