import { findArea, listCollections } from '#modules/waste.server';
import { writeTable } from '#platform/formats.server';
import { taggedResponse } from '#platform/headers.server';
import type { RequestHandler } from './$types';
import { openData, problem } from '../../respond';

/** The year file of an area, `?year=2026`; as a table with `?format=csv`. */
export const GET: RequestHandler = async ({ params, locals: { tenant }, url, request }) => {
  const year = url.searchParams.get('year') ?? String(tenant.now().getFullYear());
  if (!/^20\d\d$/.test(year))
    return problem(400, 'Jahr nicht verstanden', '„year“ muss ein Jahr wie 2026 sein.');
  const area = await findArea(tenant, params.area);
  if (!area) return problem(404, 'Nicht gefunden', 'Diesen Abfuhrbezirk gibt es nicht.');
  const collections = (
    await listCollections(tenant, area, { from: `${year}-01-01`, to: `${year}-12-31` })
  ).map(({ stream, rhythm, date, movedFrom, reason }) => ({ stream, rhythm, date, movedFrom, reason }));
  if (url.searchParams.get('format') === 'csv') {
    const columns = ['date', 'stream', 'rhythm', 'movedFrom', 'reason'] as const;
    const body = writeTable(
      [...columns],
      collections.map((one) => columns.map((column) => one[column] ?? '')),
    );
    return taggedResponse(request, body, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${area.key}-${year}.csv"`,
    });
  }
  const { key, name, isExample, sourceName, sourceUrl, licence, coveredFrom, coveredUntil } = area;
  return openData({
    key,
    name,
    example: isExample,
    source: { name: sourceName, url: sourceUrl, licence },
    coveredFrom,
    coveredUntil,
    year: Number(year),
    collections,
  });
};
