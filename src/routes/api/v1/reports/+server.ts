import { listPublicReports } from '#modules/reports.server';
import { instantOf, isCivilDate } from '#platform/formats';
import { reportForm } from '#wiring/public-reports.server';
import type { RequestHandler } from './$types';
import { openData, problem } from '../respond';

/** Public reports, what changed last first. */
export const GET: RequestHandler = async ({ url, locals: { tenant } }) => {
  const query = url.searchParams;
  for (const name of ['from', 'to']) {
    const day = query.get(name);
    if (day && !isCivilDate(day))
      return problem(400, 'Datum nicht verstanden', `„${name}“ muss ein Tag der Form 2026-11-23 sein.`);
  }
  const status = query.get('status');
  if (status && status !== 'open' && status !== 'closed')
    return problem(400, 'Stand nicht verstanden', '„status“ ist open oder closed.');
  const { items, next } = await listPublicReports(tenant, {
    category: query.get('category'),
    locality: query.get('area'),
    status: status as 'open' | 'closed' | null,
    q: query.get('q'),
    receivedFrom: query.get('from') ? instantOf(query.get('from')!) : null,
    receivedTo: query.get('to') ? instantOf(query.get('to')!, '24:00') : null,
    cursor: query.get('cursor'),
    limit: Math.min(Math.max(Number(query.get('limit')) || 20, 1), 100),
  });
  const after = new URLSearchParams(query);
  if (next) after.set('cursor', next);
  return openData({
    items: items.map((report) => reportForm(report, url.origin)),
    next: next && `${url.origin}${url.pathname}?${after}`,
  });
};
