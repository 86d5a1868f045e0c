import { fail, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { linkOrigin } from '#modules/identity';
import { categoryName } from '#modules/reports';
import type { Category } from '#modules/reports';
import { findNearbyOpenReports, listCategories, readReportSettings } from '#modules/reports.server';
import { townGround } from '#modules/places.server';
import { localizedPath } from '#platform/i18n';
import type { RefusalDetails } from '#platform/outcome';
import { rooms } from '#wiring/modules.server';
import { faultsOf, placeIn, readForm, statusOf, valueOf } from './fields.ts';
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
    const { tenant, t } = event.locals;
    const { values, photos } = readForm(await event.request.formData());
    const { reports } = rooms();
    const kept = await reports.keepUploads(tenant, {
      key: valueOf(values, 'key'),
      photos: await bytesOf(photos),
      address: event.getClientAddress(),
    });
    const checked = await reports.check(tenant, values);
    const uploads = await reports.listUploads(tenant, valueOf(values, 'key'));
    if (!kept.ok || !checked.ok)
      return fail(400, {
        values,
        uploads,
        preview: null,
        faults: [kept, checked].flatMap((outcome) => (outcome.ok ? [] : faultsOf(t, outcome))),
      });
    const { draft, category, answers } = checked.value;
    const nearby = await findNearbyOpenReports(tenant, placeIn(draft));
    const preview = { draft, category: categoryName(category, t.locale), answers, nearby };
    return { values, uploads, faults: [], preview };
  },

  aendern: async ({ request, locals: { tenant } }) => {
    const form = await request.formData();
    const { values } = readForm(form);
    const key = valueOf(values, 'key');
    const away = form.getAll('weg').filter((one) => typeof one === 'string');
    if (away.length > 0) await rooms().reports.removeUploads(tenant, { key, ids: away });
    return { values, uploads: await rooms().reports.listUploads(tenant, key), faults: [], preview: null };
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
