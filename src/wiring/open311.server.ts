import { createOpen311 } from '#modules/open311.server';
import type { Open311 } from '#modules/open311.server';
import type { Reports } from '#modules/reports.server';
import { guardedFetch } from '#platform/http.server';

/** Joins the interface to other systems with the reports and the guarded way out. */
export function joinOpen311(reports: Pick<Reports, 'create'>): Open311 {
  return createOpen311({
    takeReport: reports.create,
    fetch: (url, wish) => guardedFetch(url, wish),
  });
}
