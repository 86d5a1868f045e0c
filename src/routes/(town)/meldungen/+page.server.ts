import { categoryName } from '#modules/reports';
import {
  countPublicReports,
  listCategories,
  listPublicReports,
  listReportPoints,
} from '#modules/reports.server';
import { townGround } from '#modules/places.server';
import { localizedPath } from '#platform/i18n';
import { readView } from '#ui';
import { publicFilter, readFilter } from './filter.ts';
import { markersOf } from './marks.ts';
import type { PageServerLoad } from './$types';

const POINTS_SHOWN = 200;

export const load: PageServerLoad = async ({ locals: { tenant, town, t }, url: { searchParams } }) => {
  const filter = readFilter(searchParams);
  const wish = publicFilter(filter);
  const cursor = searchParams.get('ab');
  const [{ items, next }, count, points, categories, ground] = await Promise.all([
    listPublicReports(tenant, { ...wish, cursor }),
    countPublicReports(tenant, wish),
    listReportPoints(tenant, wish, POINTS_SHOWN),
    listCategories(tenant),
    townGround(tenant),
  ]);
  return {
    filter,
    cursor,
    next,
    count,
    reports: items,
    markers: markersOf(points, {
      address: (number) => localizedPath(`/meldungen/${number}`, t.locale),
      say: (status) => t(`reports.status.${status}`),
    }),
    categories: categories.map((one) => ({ key: one.key, name: categoryName(one, t.locale) })),
    localities: town.settings.localities,
    ground,
    view: readView(searchParams.get('karte')),
  };
};
