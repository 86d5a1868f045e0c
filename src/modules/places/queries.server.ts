import { and, eq, ilike, inArray, isNotNull, isNull, like, or, sql } from 'drizzle-orm';
import type { Town } from '#modules/tenancy';
import { readTown } from '#modules/tenancy.server';
import { entry, findPublic, publicRows, withDetails } from '#modules/publishing.server';
import type { ContentFilter } from '#modules/publishing.server';
import type { Store } from '#platform/db.server';
import type { TenantScope } from '#platform/scope.server';
import { categoriesWithin } from './categories.ts';
import { localityPositions, signOf } from './ground.ts';
import type { TownGround } from './ground.ts';
import { withHouses } from './houses.server.ts';
import { placeKind } from './kind.server.ts';
import type { Boundary, Place, PlaceDetails } from './model.ts';
import { distanceKilometres, openingAt } from './rules.ts';
import type { Opening } from './rules.ts';
import { boundary, place } from './tables.server.ts';

export interface PlaceFilter extends ContentFilter {
  /** Part of the name or street. */
  q?: string | null;
  openNow?: boolean;
  accessibility?: PlaceDetails['accessibility'];
  /** Leaves out the stops of public transport. */
  withoutStops?: boolean;
  /** The nearest first; places without position are left out. */
  near?: { latitude: number; longitude: number } | null;
}

// The directory of a town fits on one page; "open now", access and distance are decided by rules, not by SQL.
const MOST = 500;

/** Places of the directory by name, or by distance. */
export async function listPlaces(tenant: TenantScope, filter: PlaceFilter = {}): Promise<Place[]> {
  const found = await tenant.read(async (store) => {
    const rows = await store
      .select({ entry })
      .from(place)
      .innerJoin(entry, and(eq(entry.tenantId, place.tenantId), eq(entry.id, place.entryId)))
      .where(conditionsOf(tenant, filter))
      .orderBy(sql`${entry.title} collate "de-x-icu"`, entry.id)
      .limit(MOST);
    const loaded = await withDetails(
      store,
      tenant,
      placeKind,
      rows.map((row) => row.entry),
    );
    return withHouses(store, tenant, loaded);
  });
  const { state } = await readTown(tenant);
  const now = tenant.now();
  const wanted = filter.accessibility ?? [];
  const chosen = found.filter(
    ({ details }) =>
      wanted.every((fact) => details.accessibility.includes(fact)) &&
      (!filter.openNow || openingAt(details, state, now).open),
  );
  return filter.near ? nearestFirst(chosen, filter.near) : chosen;
}

function conditionsOf(tenant: TenantScope, { category, q, withoutStops, ...filter }: PlaceFilter) {
  const part = `%${(q ?? '').trim().replace(/[\\%_]/g, '\\$&')}%`;
  return and(
    eq(place.tenantId, tenant.tenant.id),
    publicRows(tenant, placeKind.kind, filter),
    category ? inArray(entry.category, [...categoriesWithin(category)]) : undefined,
    q?.trim() ? or(ilike(entry.title, part), ilike(place.street, part)) : undefined,
    withoutStops ? isNull(place.stopId) : undefined,
  );
}

function nearestFirst(places: readonly Place[], from: { latitude: number; longitude: number }): Place[] {
  return places
    .map((one) => ({ one, way: distanceKilometres(from, one.details) }))
    .filter((found): found is { one: Place; way: number } => found.way !== null)
    .sort((a, b) => a.way - b.way)
    .map(({ one }) => one);
}

/** Which kinds of places the town has, and how many of each; stops too. */
export function countCategories(tenant: TenantScope): Promise<Map<string, number>> {
  return tenant.read(async (store) => {
    const rows = await store
      .select({ category: entry.category, count: sql<number>`count(*)::int` })
      .from(place)
      .innerJoin(entry, and(eq(entry.tenantId, place.tenantId), eq(entry.id, place.entryId)))
      .where(and(eq(place.tenantId, tenant.tenant.id), publicRows(tenant, placeKind.kind)))
      .groupBy(entry.category)
      .limit(MOST);
    return new Map(rows.flatMap(({ category, count }) => (category ? [[category, count] as const] : [])));
  });
}

export async function findPlace(tenant: TenantScope, slug: string): Promise<Place | null> {
  const found = await findPublic(tenant, placeKind, slug);
  if (!found?.details.within) return found;
  const [inHouse] = await tenant.read((store) => withHouses(store, tenant, [found]));
  return inHouse!;
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
