import { and, arrayContains, eq, ilike, inArray, isNotNull, like, or, sql } from 'drizzle-orm';
import type { Town } from '#modules/tenancy';
import { readTown } from '#modules/tenancy.server';
import { entry, findPublic, publicRows, withDetails } from '#modules/publishing.server';
import type { ContentFilter } from '#modules/publishing.server';
import type { Store } from '#platform/db.server';
import type { TenantScope } from '#platform/scope.server';
import { localityPositions, signOf } from './ground.ts';
import type { TownGround } from './ground.ts';
import { placeKind } from './kind.server.ts';
import type { Boundary, Place, PlaceDetails } from './model.ts';
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
    const part = `%${(filter.q ?? '').trim().replace(/[\\%_]/g, '\\$&')}%`;
    const rows = await store
      .select({ entry })
      .from(place)
      .innerJoin(entry, and(eq(entry.tenantId, place.tenantId), eq(entry.id, place.entryId)))
      .where(
        and(
          eq(place.tenantId, tenant.tenant.id),
          publicRows(tenant, placeKind.kind, filter),
          filter.q?.trim() ? or(ilike(entry.title, part), ilike(place.street, part)) : undefined,
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

/** What lies under the maps of the town: its outline, where one was imported, and its villages. */
export async function townGround(tenant: TenantScope): Promise<TownGround> {
  const town = await readTown(tenant);
  const { localities } = town.settings;
  return tenant.read(async (store) => {
    const [outline] = await store
      .select({ geometry: boundary.geometry, sourceName: boundary.sourceName })
      .from(boundary)
      .where(and(eq(boundary.tenantId, tenant.tenant.id), eq(boundary.key, town.ags ?? '')));
    const known = localities.length > 0 ? await placesOfLocalities(store, tenant, town) : [];
    return {
      area: outline?.geometry ?? null,
      attribution: outline?.sourceName ?? '',
      localities: localityPositions(localities, town.name, known),
    };
  });
}

/** Places that tell where a village lies: its own, and the stops named after it. */
function placesOfLocalities(store: Store, tenant: TenantScope, town: Town) {
  const { localities } = town.settings;
  const beginnings = localities.map((name) => `${signOf(name, town.name).replace(/[\\%_]/g, '\\$&')}%`);
  return store
    .select({
      title: entry.title,
      area: entry.area,
      latitude: sql<number>`${place.latitude}`,
      longitude: sql<number>`${place.longitude}`,
    })
    .from(place)
    .innerJoin(entry, and(eq(entry.tenantId, place.tenantId), eq(entry.id, place.entryId)))
    .where(
      and(
        eq(place.tenantId, tenant.tenant.id),
        publicRows(tenant, placeKind.kind),
        isNotNull(place.latitude),
        or(
          inArray(entry.area, localities),
          and(
            isNotNull(place.stopId),
            eq(place.city, town.name),
            or(...beginnings.map((begin) => like(entry.title, begin))),
          ),
        ),
      ),
    )
    .limit(MOST);
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
