import { writeTable } from '#platform/formats.server';
import { civilDate, zonedTime } from '#platform/formats';
import { taggedResponse } from '#platform/headers.server';
import { allPublicReports, readPublicFilter } from '#wiring/public-reports.server';
import type { RequestHandler } from './$types';

const COLUMNS = [
  'Nummer',
  'Art',
  'Kategorie',
  'Kategorie Kürzel',
  'Stand',
  'Zuständig',
  'Zuständig seit',
  'Ort',
  'Ortsteil',
  'Breite',
  'Länge',
  'Gemeldet',
  'Geändert',
  'Geschlossen',
  'Fällig',
  'Text',
  'Adresse',
  'Beispiel',
];

/** All public reports as a table for office programs; the filters are those of the list. */
export const GET: RequestHandler = async ({ locals: { tenant, town, t }, url, request }) => {
  const reports = await allPublicReports(tenant, readPublicFilter(url.searchParams));
  const body = writeTable(
    COLUMNS,
    reports.map((report) => [
      report.number,
      t(`reports.kind.${report.kind}`),
      report.category.name,
      report.category.key,
      t(`reports.status.${report.status}`),
      report.holder.name,
      civilDate(report.holder.since),
      report.address,
      report.locality,
      report.latitude,
      report.longitude,
      zonedTime(report.receivedAt),
      zonedTime(report.updatedAt),
      report.closedAt && zonedTime(report.closedAt),
      report.dueOn,
      report.text,
      `${url.origin}/meldungen/${report.number}`,
      report.isExample ? 'ja' : '',
    ]),
  );
  return taggedResponse(request, body, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="meldungen-${town.slug}.csv"`,
  });
};
