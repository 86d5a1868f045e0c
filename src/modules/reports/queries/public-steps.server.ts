import { sql } from 'drizzle-orm';
import type { TenantScope } from '#platform/scope.server';
import type { PublicStepOfReport, ReportStatus } from '../model.ts';

/** Public steps of public reports in a time, or of one report; oldest first. For other systems that follow along. */
export function listPublicSteps(
  tenant: TenantScope,
  wish: { from?: Date | null; to?: Date | null; number?: number | null; limit: number },
): Promise<PublicStepOfReport[]> {
  const from = wish.from?.toISOString() ?? '2000-01-01';
  const to = wish.to?.toISOString() ?? '2999-01-01';
  return tenant.read(async (store) => {
    const { rows } = await store.execute<{
      report_number: number;
      number: number;
      at: string;
      status_then: ReportStatus;
      body_name: string | null;
      text: string;
    }>(sql`
      select
        report.number as report_number,
        step.number,
        step.at,
        coalesce(
          (
            select before.status
            from reports.step as before
            where before.tenant_id = step.tenant_id
              and before.report_id = step.report_id
              and before.number <= step.number
              and before.status is not null
            order by before.number desc
            limit 1
          ),
          'received'
        ) as status_then,
        step.body_name,
        step.text
      from reports.step
      join reports.report
        on report.tenant_id = step.tenant_id and report.id = step.report_id
      where step.tenant_id = ${tenant.tenant.id}
        and step.is_public
        and report.visibility = 'public'
        and report.merged_into is null
        and step.at >= ${from}::timestamptz
        and step.at <= ${to}::timestamptz
        and (${wish.number ?? null}::integer is null or report.number = ${wish.number ?? null}::integer)
      order by step.at, report.number, step.number
      limit ${Math.min(wish.limit, 1000)}
    `);
    return rows.map((row) => ({
      reportNumber: row.report_number,
      number: row.number,
      at: new Date(row.at),
      statusThen: row.status_then,
      bodyName: row.body_name,
      text: row.text,
    }));
  });
}
