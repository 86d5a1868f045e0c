import { sayStatus, titleOf } from '#modules/reports';
import { listPublicReports } from '#modules/reports.server';
import { writeRss } from '#platform/formats.server';
import { taggedResponse } from '#platform/headers.server';
import { readPublicFilter } from '#wiring/public-reports.server';
import type { RequestHandler } from './$types';

/** The newest public reports, with their place for maps (GeoRSS). */
export const GET: RequestHandler = async ({ locals: { tenant, town, t }, url, request }) => {
  const filter = readPublicFilter(url.searchParams);
  const { items } = await listPublicReports(tenant, { ...filter, order: 'received', limit: 50 });
  const title = t('site.data.reports.feed', { town: town.name });
  const body = writeRss({
    title,
    description: title,
    link: `${url.origin}/meldungen`,
    selfLink: `${url.origin}/meldungen.rss`,
    language: 'de-DE',
    updated: items.reduce((newest, one) => (one.updatedAt > newest ? one.updatedAt : newest), new Date(0)),
    items: items.map((report) => ({
      id: report.id,
      title: `${report.isExample ? 'Beispiel: ' : ''}${titleOf(report, t.locale)}`,
      link: `${url.origin}/meldungen/${report.number}`,
      summary: `${sayStatus(t, report)}. ${report.text}`,
      published: report.receivedAt,
      updated: report.updatedAt,
      categories: [report.category.name],
      point:
        report.latitude === null || report.longitude === null
          ? null
          : { latitude: report.latitude, longitude: report.longitude },
    })),
  });
  return taggedResponse(request, body, { 'content-type': 'application/rss+xml; charset=utf-8' });
};
