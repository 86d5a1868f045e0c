import { sql } from 'drizzle-orm';
import type { TenantScope } from '#platform/scope.server';
import type { RepairTime } from '../model.ts';

/**
 * How long each category took: of public reports received in a time, how many, how many done, the median and the
 * ninetieth percentile of the days between. Closed by mistake and opened again counts once, with its last end.
 */
export function listRepairTimes(
  tenant: TenantScope,
  between: { from?: Date | null; to?: Date | null } = {},
): Promise<RepairTime[]> {
  const from = between.from?.toISOString() ?? '2000-01-01';
  const to = between.to?.toISOString() ?? '2999-01-01';
  return tenant.read(async (store) => {
    const { rows } = await store.execute<{
      key: string;
      name: string;
      group_name: string;
      received: number;
      closed: number;
      open: number;
      median: number | null;
      p90: number | null;
    }>(sql`
      select
        category.key,
        category.name,
        category.group_name,
        count(*)::int as received,
        (count(*) filter (where report.status = 'done'))::int as closed,
        (count(*) filter (where report.status not in ('done', 'not-possible')))::int as open,
        percentile_cont(0.5) within group (order by extract(epoch from report.closed_at - report.received_at) / 86400)
          filter (where report.status = 'done') as median,
        percentile_cont(0.9) within group (order by extract(epoch from report.closed_at - report.received_at) / 86400)
          filter (where report.status = 'done') as p90
      from reports.report
      join reports.category
        on category.tenant_id = report.tenant_id and category.id = report.category_id
      where report.tenant_id = ${tenant.tenant.id}
        and report.visibility = 'public'
        and report.merged_into is null
        and report.received_at >= ${from}::timestamptz
        and report.received_at <= ${to}::timestamptz
      group by category.key, category.name, category.group_name, category.position
      order by category.position, category.name
      limit 200
    `);
    return rows.map((row) => ({
      category: { key: row.key, name: row.name, groupName: row.group_name },
      received: row.received,
      closed: row.closed,
      open: row.open,
      medianDays: rounded(row.median),
      p90Days: rounded(row.p90),
    }));
  });
}

function rounded(days: number | null): number | null {
  return days === null ? null : Math.round(days * 10) / 10;
}
