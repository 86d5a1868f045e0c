import { error, fail, redirect } from '@sveltejs/kit';
import { linkOrigin } from '#modules/identity';
import { isOpen } from '#modules/reports';
import { findPublicReport } from '#modules/reports.server';
import { townGround } from '#modules/places.server';
import { localizedPath } from '#platform/i18n';
import { rooms } from '#wiring/modules.server';
import { faultsOf } from '../../melden/fields.ts';
import { markersOf } from '../marks.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { tenant, t }, params, url: { searchParams } }) => {
  const report = await findPublicReport(tenant, params.number);
  if (!report) error(404, t('melden.detail.gone'));
  const { latitude, longitude, category, mergedInto } = report;
  const isSomewhere = latitude !== null && longitude !== null;
  return {
    report,
    markers: isSomewhere
      ? markersOf(
          [{ ...report, latitude, longitude, categoryKey: category.key, categoryName: category.name }],
          {
            address: () => '',
            say: (status) => t(`reports.status.${status}`),
          },
        ).map(({ href: _, ...mark }) => mark)
      : [],
    ground: isSomewhere ? await townGround(tenant) : null,
    mayFollow: mergedInto === null && isOpen({ ...report, visibility: 'public', mergedInto: null }),
    hasFollowed: searchParams.has('gefolgt'),
    followKey: rooms().reports.issueTicket(tenant).key,
  };
};

export const actions: Actions = {
  folgen: async ({ locals: { tenant, town, locale, t }, request, params, url, getClientAddress }) => {
    const form = await request.formData();
    const email = String(form.get('email') ?? '').trim();
    const outcome = await rooms().reports.follow(tenant, {
      number: Number(params.number),
      email,
      followKey: String(form.get('key') ?? ''),
      origin: linkOrigin(url, town.domains),
      address: getClientAddress(),
    });
    if (!outcome.ok) return fail(400, { email, faults: faultsOf(t, outcome) });
    redirect(303, localizedPath(`/meldungen/${params.number}?gefolgt`, locale));
  },
};
