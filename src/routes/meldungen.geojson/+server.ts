import { titleOf } from '#modules/reports';
import { writeGeoJson } from '#platform/formats.server';
import { taggedResponse } from '#platform/headers.server';
import { allPublicReports, readPublicFilter } from '#wiring/public-reports.server';
import type { RequestHandler } from './$types';

/** Public reports with an exact spot, for maps and geographic programs. */
export const GET: RequestHandler = async ({ locals: { tenant }, url, request }) => {
  const reports = await allPublicReports(tenant, readPublicFilter(url.searchParams));
  const points = reports.flatMap((report) => {
    const { latitude, longitude } = report;
    if (latitude === null || longitude === null) return [];
    const properties = {
      title: titleOf(report, 'de'),
      category: report.category.key,
      status: report.status,
      responsible: report.holder.name,
      receivedAt: report.receivedAt.toISOString(),
      updatedAt: report.updatedAt.toISOString(),
      url: `${url.origin}/meldungen/${report.number}`,
      example: report.isExample,
    };
    return [{ id: String(report.number), latitude, longitude, properties }];
  });
  return taggedResponse(request, writeGeoJson(points), { 'content-type': 'application/geo+json' });
};
