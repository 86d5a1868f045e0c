import { titleOf } from '#modules/reports';
import type { PublicFilter, PublicReport, RepairTime } from '#modules/reports';
import { countPublicReports, listPublicReports, listRepairTimes } from '#modules/reports.server';
import { civilDate, instantOf } from '#platform/formats';
import type { TenantScope } from '#platform/scope.server';

/** What a program reads of a public report: what its page shows. */
export function reportForm(report: PublicReport, origin: string): Record<string, unknown> {
  return {
    number: report.number,
    url: `${origin}/meldungen/${report.number}`,
    title: titleOf(report, 'de'),
    kind: report.kind,
    category: report.category.key,
    categoryName: report.category.name,
    text: report.text,
    answers: report.answers.map(({ question, text }) => ({ question, text })),
    status: report.status,
    responsible: report.holder.name,
    responsibleLevel: report.holder.level,
    responsibleSince: report.holder.since,
    address: report.address,
    area: report.locality || null,
    latitude: report.latitude,
    longitude: report.longitude,
    receivedAt: report.receivedAt,
    updatedAt: report.updatedAt,
    closedAt: report.closedAt,
    dueOn: report.dueOn,
    followers: report.followerCount,
    photos: report.photos.map(({ id }) => `${origin}/meldungen/foto/${id}`),
    example: report.isExample,
  };
}

const WHOLE_AT_MOST = 20_000;

/** All public reports a filter finds, in slices, newest first: for files that hold everything. */
export async function allPublicReports(tenant: TenantScope, filter: PublicFilter): Promise<PublicReport[]> {
  const all: PublicReport[] = [];
  let cursor: string | null = null;
  do {
    const slice = await listPublicReports(tenant, { ...filter, order: 'received', cursor, limit: 1000 });
    all.push(...slice.items);
    cursor = slice.next;
  } while (cursor !== null && all.length < WHOLE_AT_MOST);
  return all;
}

/** The filter of lists and files, in the words of the public pages. */
export function readPublicFilter(query: URLSearchParams): PublicFilter {
  const stand = query.get('stand');
  return {
    category: query.get('kategorie'),
    locality: query.get('ortsteil'),
    status: stand === 'offen' ? 'open' : stand === 'erledigt' ? 'closed' : null,
  };
}

export interface YearOfRepairs {
  year: number;
  times: RepairTime[];
}

const YEARS_AT_MOST = 20;

/** How long each category took, year by year of receipt, the newest first; back to the first report. */
export async function repairTimesByYear(tenant: TenantScope): Promise<YearOfRepairs[]> {
  const years: YearOfRepairs[] = [];
  const thisYear = Number(civilDate(tenant.now()).slice(0, 4));
  for (let year = thisYear; year > thisYear - YEARS_AT_MOST; year--) {
    const [from, next] = [instantOf(`${year}-01-01`), instantOf(`${year + 1}-01-01`)];
    const to = new Date(next.getTime() - 1);
    const times = await listRepairTimes(tenant, { from, to });
    if (times.length > 0) years.push({ year, times });
    else if ((await countPublicReports(tenant, { receivedTo: to })) === 0) break;
  }
  return years;
}
