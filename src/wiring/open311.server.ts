import { createOpen311 } from '#modules/open311.server';
import type { Open311 } from '#modules/open311.server';
import { listForwarded, receiveUpdate } from '#modules/reports.server';
import type { Reports } from '#modules/reports.server';
import { guardedFetch } from '#platform/http.server';
import { joinReports } from './reports.server.ts';

/** Joins the interface to other systems with the reports it takes in and the guarded way out. */
export function joinOpen311(reports: Pick<Reports, 'create'>): Open311 {
  return createOpen311({
    takeReport: reports.create,
    listReferrals: listForwarded,
    takeUpdate: receiveUpdate,
    fetch: guardedFetch,
  });
}

/** Both rooms: reports go out by the interface, and the interface takes reports in. */
export function joinReportsAndOpen311(wish: Parameters<typeof joinReports>[0]): {
  reports: Reports;
  open311: Open311;
} {
  const reports = joinReports({
    ...wish,
    forward: (tenant, forwarded) => open311.forward(tenant, forwarded),
  });
  const open311: Open311 = joinOpen311(reports);
  return { reports, open311 };
}
