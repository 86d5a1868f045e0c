import { boxAround, distanceMeters } from '#modules/reports';
import type { PublicReport } from '#modules/reports';
import {
  findCategory,
  findPublicReport,
  listCategories,
  listPublicReports,
  listPublicSteps,
} from '#modules/reports.server';
import type {
  Open311Definition,
  Open311Request,
  Open311Service,
  Open311Update,
} from '#platform/formats.server';
import type { TenantScope } from '#platform/scope.server';
import { toDefinition, toRequest, toService, toUpdate } from '../public.ts';
import type { Addresses } from '../public.ts';
import { LARGEST_PAGE } from '../request-query.ts';
import type { RequestQuery } from '../request-query.ts';

/** What can be reported in this town. */
export async function listServices(tenant: TenantScope): Promise<Open311Service[]> {
  return (await listCategories(tenant)).map(toService);
}

export async function findDefinition(tenant: TenantScope, code: string): Promise<Open311Definition | null> {
  const category = await findCategory(tenant, code);
  return category && toDefinition(category);
}

// A search around a point, or far back in the pages, looks through so many at most.
const MOST_READ = 20_000;

/** Public reports, newest first. */
export async function listRequests(
  tenant: TenantScope,
  { filter, near, page, pageSize }: RequestQuery,
  addresses: Addresses,
): Promise<Open311Request[]> {
  const center = near && { latitude: near.lat, longitude: near.long };
  const isNear = ({ latitude, longitude }: PublicReport) =>
    !center ||
    (latitude !== null &&
      longitude !== null &&
      distanceMeters(center, { latitude, longitude }) <= near!.meters);
  const box = center && boxAround(center, near!.meters);
  const wanted = page * pageSize;
  const found: PublicReport[] = [];
  let cursor: string | null = null;
  for (let read = 0; read < MOST_READ && found.length < wanted;) {
    const slice = await listPublicReports(tenant, { ...filter, box, cursor, limit: LARGEST_PAGE });
    found.push(...slice.items.filter(isNear));
    read += slice.items.length;
    cursor = slice.next;
    if (cursor === null) break;
  }
  return found.slice(wanted - pageSize, wanted).map((report) => toRequest(report, addresses));
}

/** One public report with what was last said about it. */
export async function findRequest(
  tenant: TenantScope,
  id: string,
  addresses: Addresses,
): Promise<Open311Request | null> {
  const report = /^\d{1,9}$/.test(id) ? await findPublicReport(tenant, Number(id)) : null;
  return report && toRequest(report, addresses);
}

/** Public steps in a time, or of one report; oldest first. */
export async function listUpdates(
  tenant: TenantScope,
  wish: { from: Date | null; to: Date | null; requestId: string | null },
): Promise<Open311Update[]> {
  const { requestId } = wish;
  const isNumber = requestId === null || /^\d{1,9}$/.test(requestId);
  if (!isNumber) return [];
  const steps = await listPublicSteps(tenant, {
    from: wish.from,
    to: wish.to,
    number: requestId === null ? null : Number(requestId),
    limit: LARGEST_PAGE,
  });
  return steps.map(toUpdate);
}
