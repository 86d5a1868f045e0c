import { sayStep } from '#modules/reports';
import { findPublicReport } from '#modules/reports.server';
import { reportForm } from '#wiring/public-reports.server';
import type { RequestHandler } from './$types';
import { openData, problem } from '../../respond';

/** One public report with its history. */
export const GET: RequestHandler = async ({ params, url, locals: { tenant, t } }) => {
  const report = /^\d{1,9}$/.test(params.number)
    ? await findPublicReport(tenant, Number(params.number))
    : null;
  if (!report)
    return problem(404, 'Nicht gefunden', 'Eine veröffentlichte Meldung mit dieser Nummer gibt es nicht.');
  return openData({
    ...reportForm(report, url.origin),
    mergedInto: report.mergedInto,
    history: report.steps.map((step) => ({
      at: step.at,
      kind: step.kind,
      status: step.status,
      responsible: step.body?.name ?? null,
      words: sayStep(t, step),
      text: step.text,
    })),
  });
};
