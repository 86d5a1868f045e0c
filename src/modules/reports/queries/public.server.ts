import { and, desc, eq, gte, ilike, inArray, isNotNull, lt, lte, notInArray, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { readCursor, writeCursor } from '#modules/publishing.server';
import { isId } from '#platform/db';
import type { TenantScope } from '#platform/scope.server';
import type {
  NearbyReport,
  PublicFilter,
  PublicReport,
  PublicReportWithSteps,
  ReportPoint,
  ReportStatus,
} from '../model.ts';
import { boxAround, distanceMeters, streetOf } from '../rules.ts';
import {
  categoryOf,
  loadPhotos,
  loadPublicSteps,
  publicRows,
  toPublicReport,
  withCategory,
} from '../rows.server.ts';
import { category, report } from '../tables.server.ts';

/** Nothing more will be done about it. */
export const CLOSED: ReportStatus[] = ['done', 'not-possible'];
const PAGE = 20;
const LONGEST_PAGE = 1000;

/** Public reports, what changed last first; `next` goes into `cursor` for the page after. */
export function listPublicReports(
  tenant: TenantScope,
  filter: PublicFilter = {},
): Promise<{ items: PublicReport[]; next: string | null }> {
  const limit = Math.min(Math.max(1, filter.limit ?? PAGE), LONGEST_PAGE);
  const by = filter.order === 'received' ? report.receivedAt : report.updatedAt;
  return tenant.read(async (store) => {
    const found = await store
      .select({ ...withCategory, mark: sql<string>`${by}::text` })
      .from(report)
      .innerJoin(category, categoryOf)
      .where(and(...conditionsOf(tenant, filter), after(filter.cursor, by)))
      .orderBy(desc(by), desc(report.id))
      .limit(limit + 1);
    const shown = found.slice(0, limit);
    const photos = await loadPhotos(
      store,
      tenant,
      shown.map(({ row }) => row.id),
    );
    const last = shown.at(-1);
    return {
      items: shown.map(({ row, of }) => toPublicReport(row, of, photos.get(row.id) ?? [])),
      next: found.length > limit && last ? writeCursor(last.mark, last.row.id) : null,
    };
  });
}

/** How many public reports a filter finds. */
export function countPublicReports(tenant: TenantScope, filter: PublicFilter = {}): Promise<number> {
  return tenant.read(async (store) => {
    const [counted] = await store
      .select({ count: sql<number>`count(*)::int` })
      .from(report)
      .innerJoin(category, categoryOf)
      .where(and(...conditionsOf(tenant, filter)));
    return counted!.count;
  });
}

/** Where public reports are, for a map; those without an exact spot are not among them. */
export function listReportPoints(
  tenant: TenantScope,
  filter: PublicFilter = {},
  limit = 500,
): Promise<ReportPoint[]> {
  return tenant.read(async (store) => {
    const rows = await store
      .select({
        number: report.number,
        kind: report.kind,
        status: report.status,
        address: report.address,
        latitude: report.latitude,
        longitude: report.longitude,
        categoryKey: category.key,
        categoryName: category.name,
      })
      .from(report)
      .innerJoin(category, categoryOf)
      .where(and(...conditionsOf(tenant, filter), isNotNull(report.latitude)))
      .orderBy(desc(report.updatedAt))
      .limit(Math.min(limit, 2000));
    return rows.map((row) => ({ ...row, latitude: row.latitude!, longitude: row.longitude! }));
  });
}

/** One public report with its history, by number or id. One that went into another names that one's number. */
export async function findPublicReport(
  tenant: TenantScope,
  numberOrId: number | string,
): Promise<PublicReportWithSteps | null> {
  const which = isId(numberOrId) ? eq(report.id, numberOrId) : byNumber(numberOrId);
  if (!which) return null;
  return tenant.read(async (store) => {
    const [found] = await store
      .select(withCategory)
      .from(report)
      .innerJoin(category, categoryOf)
      .where(and(eq(report.tenantId, tenant.tenant.id), eq(report.visibility, 'public'), which))
      .limit(1);
    if (!found) return null;
    const { row, of } = found;
    const photos = (await loadPhotos(store, tenant, [row.id])).get(row.id) ?? [];
    return {
      ...toPublicReport(row, of, photos),
      steps: await loadPublicSteps(store, tenant, row.id, photos),
      mergedInto: row.mergedInto ? await numberOf(store, tenant, row.mergedInto) : null,
    };
  });
}

type Store = Parameters<Parameters<TenantScope['read']>[0]>[0];

/** The number of the public report another went into. */
export async function numberOf(store: Store, tenant: TenantScope, id: string): Promise<number | null> {
  const [into] = await store
    .select({ number: report.number })
    .from(report)
    .where(and(eq(report.tenantId, tenant.tenant.id), eq(report.id, id), eq(report.visibility, 'public')))
    .limit(1);
  return into?.number ?? null;
}

function byNumber(typed: number | string): SQL | null {
  const number = Number(typed);
  return Number.isInteger(number) && number > 0 && number < 2 ** 31 ? eq(report.number, number) : null;
}

export interface NearbyWish {
  category: string;
  latitude?: number | null;
  longitude?: number | null;
  address?: string;
}

/** Public open reports that may be the same, the nearest first: within the category's distance, or in the same street. */
export async function findNearbyOpenReports(tenant: TenantScope, wish: NearbyWish): Promise<NearbyReport[]> {
  const { latitude, longitude } = wish;
  return tenant.read(async (store) => {
    const [of] = await store
      .select()
      .from(category)
      .where(and(eq(category.tenantId, tenant.tenant.id), eq(category.key, wish.category)))
      .limit(1);
    if (!of) return [];
    const here = latitude != null && longitude != null ? { latitude, longitude } : null;
    const street = streetOf(wish.address ?? '');
    if (!here && street.length < 4) return [];
    const rows = await store
      .select()
      .from(report)
      .where(
        and(
          publicRows(tenant),
          eq(report.categoryId, of.id),
          notInArray(report.status, CLOSED),
          here
            ? inBox(boxAround(here, of.nearbyMeters))
            : ilike(report.address, `${escaped(street.slice(0, 3))}%`),
        ),
      )
      .orderBy(desc(report.updatedAt))
      .limit(200);
    const near = rows
      .map((row) => ({ row, meters: metersTo(here, row) }))
      .filter(({ row, meters }) => (here ? meters! <= of.nearbyMeters : streetOf(row.address) === street))
      .sort((a, b) => (a.meters ?? 0) - (b.meters ?? 0))
      .slice(0, 5);
    const photos = await loadPhotos(
      store,
      tenant,
      near.map(({ row }) => row.id),
    );
    return near.map(({ row, meters }) => ({
      ...toPublicReport(row, of, photos.get(row.id) ?? []),
      distanceMeters: meters,
    }));
  });
}

function metersTo(
  here: { latitude: number; longitude: number } | null,
  { latitude, longitude }: { latitude: number | null; longitude: number | null },
): number | null {
  if (!here || latitude === null || longitude === null) return null;
  return Math.round(distanceMeters(here, { latitude, longitude }));
}

/** What a filter means, always beginning with "public reports of this town". */
function conditionsOf(tenant: TenantScope, filter: PublicFilter): (SQL | undefined)[] {
  const { status, kind, level, locality, q, box, ids, numbers } = filter;
  const words = (q ?? '').trim().split(/\s+/).filter(Boolean).slice(0, 6);
  return [
    publicRows(tenant),
    status === 'open' ? notInArray(report.status, CLOSED) : undefined,
    status === 'closed' ? inArray(report.status, CLOSED) : undefined,
    status && status !== 'open' && status !== 'closed' ? eq(report.status, status) : undefined,
    kind ? eq(report.kind, kind) : undefined,
    filter.category ? inArray(category.key, filter.category.split(',')) : undefined,
    level ? eq(report.bodyLevel, level) : undefined,
    locality ? eq(report.locality, locality) : undefined,
    ...words.map((word) =>
      or(
        ...[report.text, report.address, category.name].map((column) => ilike(column, `%${escaped(word)}%`)),
      ),
    ),
    box ? inBox(box) : undefined,
    filter.receivedFrom ? gte(report.receivedAt, filter.receivedFrom) : undefined,
    filter.receivedTo ? lte(report.receivedAt, filter.receivedTo) : undefined,
    filter.updatedFrom ? gte(report.updatedAt, filter.updatedFrom) : undefined,
    filter.updatedTo ? lte(report.updatedAt, filter.updatedTo) : undefined,
    ids ? inArray(report.id, ids.filter(isId)) : undefined,
    numbers
      ? inArray(
          report.number,
          numbers.filter((one) => Number.isInteger(one) && one < 2 ** 31),
        )
      : undefined,
  ];
}

function inBox([west, south, east, north]: readonly [number, number, number, number]) {
  return and(
    gte(report.latitude, south),
    lte(report.latitude, north),
    gte(report.longitude, west),
    lte(report.longitude, east),
  );
}

function after(cursor: string | null | undefined, by: typeof report.updatedAt | typeof report.receivedAt) {
  const mark = readCursor(cursor);
  if (!mark) return undefined;
  return lt(sql`(${by}, ${report.id})`, sql`(${mark.at}::timestamptz, ${mark.id}::uuid)`);
}

function escaped(words: string): string {
  return words.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}
