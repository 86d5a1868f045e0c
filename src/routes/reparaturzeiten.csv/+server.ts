import { writeTable } from '#platform/formats.server';
import { taggedResponse } from '#platform/headers.server';
import { repairTimesByYear } from '#wiring/public-reports.server';
import type { RequestHandler } from './$types';

const COLUMNS = [
  'Jahr',
  'Kategorie',
  'Kürzel',
  'Gruppe',
  'gemeldet',
  'erledigt',
  'offen',
  'Tage bis erledigt, Median',
  'Tage, in denen 90 Prozent erledigt waren',
];

/** How long each kind of report took, by year of receipt. */
export const GET: RequestHandler = async ({ locals: { tenant, town }, request }) => {
  const years = await repairTimesByYear(tenant);
  const body = writeTable(
    COLUMNS,
    years.flatMap(({ year, times }) =>
      times.map(({ category, received, closed, open, medianDays, p90Days }) => [
        year,
        category.name,
        category.key,
        category.groupName,
        received,
        closed,
        open,
        medianDays,
        p90Days,
      ]),
    ),
  );
  return taggedResponse(request, body, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="reparaturzeiten-${town.slug}.csv"`,
  });
};
