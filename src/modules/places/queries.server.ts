import { and, arrayContains, eq, ilike, or, sql } from 'drizzle-orm';
import { readTown } from '#modules/tenancy.server';
import { entry, findPublic, publicRows, withDetails } from '#modules/publishing.server';
import type { ContentFilter } from '#modules/publishing.server';
import type { TenantScope } from '#platform/scope.server';
import { placeKind } from './kind.server.ts';
import type { Boundary, Geometry, Place, PlaceDetails } from './model.ts';
import { openingAt } from './rules.ts';
import type { Opening } from './rules.ts';
import { boundary, place } from './tables.server.ts';

export interface PlaceFilter extends ContentFilter {
  /** Part of the name or street. */
  q?: string | null;
  openNow?: boolean;
  accessibility?: PlaceDetails['accessibility'];
}

// The directory of a town fits on one page; "open now" is decided by rules, not by SQL.
const MOST = 500;

/** Places of the directory by name. */
export async function listPlaces(tenant: TenantScope, filter: PlaceFilter = {}): Promise<Place[]> {
  const found = await tenant.read(async (store) => {
    const like = `%${(filter.q ?? '').trim().replace(/[\\%_]/g, '\\$&')}%`;
    const rows = await store
      .select({ entry })
      .from(place)
      .innerJoin(entry, and(eq(entry.tenantId, place.tenantId), eq(entry.id, place.entryId)))
      .where(
        and(
          eq(place.tenantId, tenant.tenant.id),
          publicRows(tenant, placeKind.kind, filter),
          filter.q?.trim() ? or(ilike(entry.title, like), ilike(place.street, like)) : undefined,
          filter.accessibility?.length ? arrayContains(place.accessibility, filter.accessibility) : undefined,
        ),
      )
      .orderBy(sql`${entry.title} collate "de-x-icu"`, entry.id)
      .limit(MOST);
    return withDetails(
      store,
      tenant,
      placeKind,
      rows.map((row) => row.entry),
    );
  });
  if (!filter.openNow) return found;
  const { state } = await readTown(tenant);
  return found.filter((candidate) => openingAt(candidate.details, state, tenant.now()).open);
}

export function findPlace(tenant: TenantScope, slug: string): Promise<Place | null> {
  return findPublic(tenant, placeKind, slug);
}

/** Opening hours of a place now, in the reader's language. */
export async function openingOf(tenant: TenantScope, of: Place): Promise<Opening> {
  const { state } = await readTown(tenant);
  return openingAt(of.details, state, tenant.now(), tenant.locale);
}

/** The area of the town for its map; null when no boundary was imported. */
export async function townBoundary(tenant: TenantScope): Promise<Geometry | null> {
  const { ags } = await readTown(tenant);
  if (!ags) return null;
  return tenant.read(async (store) => {
    const [row] = await store
      .select({ geometry: boundary.geometry })
      .from(boundary)
      .where(and(eq(boundary.tenantId, tenant.tenant.id), eq(boundary.key, ags)));
    return row?.geometry ?? null;
  });
}

/** All imported boundaries, for the open data. */
export function listBoundaries(tenant: TenantScope): Promise<Boundary[]> {
  return tenant.read((store) =>
    store
      .select({
        key: boundary.key,
        name: boundary.name,
        designation: boundary.designation,
        geometry: boundary.geometry,
        sourceName: boundary.sourceName,
        licence: boundary.licence,
      })
      .from(boundary)
      .where(eq(boundary.tenantId, tenant.tenant.id))
      .orderBy(boundary.key)
      .limit(1000),
  );
}
