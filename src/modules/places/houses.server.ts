import { and, eq, inArray, sql } from 'drizzle-orm';
import { entry, publicRows, withDetails } from '#modules/publishing.server';
import type { Store } from '#platform/db.server';
import type { TenantScope } from '#platform/scope.server';
import { placeKind } from './kind.server.ts';
import type { Place } from './model.ts';
import { place } from './tables.server.ts';

// A town hall has a few dozen offices.
const MOST = 100;

/** The departments of a house by name, each with what it takes from the house. */
export function departmentsOf(tenant: TenantScope, house: Place): Promise<Place[]> {
  return tenant.read(async (store) => {
    const rows = await store
      .select({ entry })
      .from(place)
      .innerJoin(entry, and(eq(entry.tenantId, place.tenantId), eq(entry.id, place.entryId)))
      .where(
        and(
          eq(place.tenantId, tenant.tenant.id),
          eq(place.within, house.slug),
          publicRows(tenant, placeKind.kind),
        ),
      )
      .orderBy(sql`${entry.title} collate "de-x-icu"`, entry.id)
      .limit(MOST);
    const found = await withDetails(
      store,
      tenant,
      placeKind,
      rows.map((row) => row.entry),
    );
    return found.map((department) => inHouse(department, house));
  });
}

/** The public house of a department; null for a place that stands by itself. */
export async function houseOf(tenant: TenantScope, department: Place): Promise<Place | null> {
  const { within } = department.details;
  if (!within) return null;
  const houses = await placesBySlug(tenant, [within]);
  return houses.get(within) ?? null;
}

/** Public places by their slugs. */
export async function placesBySlug(
  tenant: TenantScope,
  slugs: readonly string[],
): Promise<Map<string, Place>> {
  if (slugs.length === 0) return new Map();
  return tenant.read((store) => loadHouses(store, tenant, slugs));
}

/** Departments of a list take address, position and access from their house where they say nothing of their own. */
export async function withHouses(store: Store, tenant: TenantScope, places: Place[]): Promise<Place[]> {
  const slugs = [...new Set(places.map(({ details }) => details.within).filter(Boolean))];
  if (slugs.length === 0) return places;
  const houses = await loadHouses(store, tenant, slugs);
  return places.map((one) => {
    const house = houses.get(one.details.within);
    return house ? inHouse(one, house) : one;
  });
}

async function loadHouses(
  store: Store,
  tenant: TenantScope,
  slugs: readonly string[],
): Promise<Map<string, Place>> {
  const rows = await store
    .select()
    .from(entry)
    .where(and(publicRows(tenant, placeKind.kind), inArray(entry.slug, [...slugs])))
    .limit(MOST);
  const houses = await withDetails(store, tenant, placeKind, rows);
  return new Map(houses.map((house) => [house.slug, house]));
}

function inHouse(department: Place, house: Place): Place {
  const own = department.details;
  const from = house.details;
  const address = own.street ? own : from;
  const position = own.latitude === null ? from : own;
  return {
    ...department,
    area: department.area ?? house.area,
    details: {
      ...own,
      street: address.street,
      postcode: address.postcode,
      city: address.city,
      latitude: position.latitude,
      longitude: position.longitude,
      positionNote: position.positionNote,
      accessibility: own.accessibility.length > 0 ? own.accessibility : from.accessibility,
    },
  };
}
