import { and, asc, eq, ilike, lte, or, sql } from 'drizzle-orm';
import { readTown } from '#modules/tenancy.server';
import { holidayCalendar } from '#platform/formats';
import type { State } from '#platform/formats';
import type { TenantScope } from '#platform/scope.server';
import type { Collection, CollectionArea, ServedAddress } from './model.ts';
import { explainShifts, isServed, withChanges } from './rules.ts';
import { address, area, change, collection } from './tables.server.ts';

const AREAS_MOST = 2000;
const FOUND_MOST = 20;

/** All collection areas by name. */
export function listAreas(tenant: TenantScope): Promise<CollectionArea[]> {
  return tenant.read(async (store) => {
    const rows = await store
      .select()
      .from(area)
      .where(eq(area.tenantId, tenant.tenant.id))
      .orderBy(sql`${area.name} collate "de-x-icu"`)
      .limit(AREAS_MOST);
    return rows.map(({ tenantId: _, ...shown }) => shown);
  });
}

export function findArea(tenant: TenantScope, key: string): Promise<CollectionArea | null> {
  return tenant.read(async (store) => {
    const [row] = await store
      .select()
      .from(area)
      .where(and(eq(area.tenantId, tenant.tenant.id), eq(area.key, key)));
    if (!row) return null;
    const { tenantId: _, ...shown } = row;
    return shown;
  });
}

/** Streets and villages that begin with, or hold, what somebody typed; with a house number only those that serve it. */
export async function findAddresses(tenant: TenantScope, typed: string): Promise<ServedAddress[]> {
  const house = /\s(\d+)\s*[a-z]?$/i.exec(typed.trim())?.[1];
  const found = await findStreets(tenant, typed);
  return house ? found.filter((one) => isServed(one.numbers, Number(house))) : found;
}

function findStreets(tenant: TenantScope, typed: string): Promise<ServedAddress[]> {
  const wanted = typed
    .trim()
    .replace(/\s+\d+\s*[a-z]?$/i, '')
    .replace(/str(\.|$)/i, 'straße')
    .replace(/[\\%_]/g, '\\$&');
  if (wanted.length < 2) return Promise.resolve([]);
  return tenant.read((store) =>
    store
      .select({
        areaKey: area.key,
        areaName: area.name,
        locality: address.locality,
        street: address.street,
        numbers: address.numbers,
      })
      .from(address)
      .innerJoin(area, and(eq(area.tenantId, address.tenantId), eq(area.id, address.areaId)))
      .where(
        and(
          eq(address.tenantId, tenant.tenant.id),
          or(ilike(address.street, `%${wanted}%`), ilike(address.locality, `${wanted}%`)),
        ),
      )
      .orderBy(
        sql`${address.street} not ilike ${`${wanted}%`}`,
        asc(address.street),
        asc(address.locality),
        asc(address.numbers),
      )
      .limit(FOUND_MOST),
  );
}

/** The collections of an area in a span of civil days, both included, with holidays and late changes explained. */
export async function listCollections(
  tenant: TenantScope,
  of: CollectionArea,
  span: { from: string; to: string },
): Promise<Collection[]> {
  const { state } = await readTown(tenant);
  const [planned, changes] = await tenant.read(async (store) => {
    const mine = and(eq(collection.tenantId, tenant.tenant.id), eq(collection.areaId, of.id));
    const dates = await store
      .select({ stream: collection.stream, rhythm: collection.rhythm, date: collection.date })
      .from(collection)
      .where(mine)
      .orderBy(asc(collection.date), asc(collection.stream))
      .limit(4000);
    const moved = await store
      .select()
      .from(change)
      .where(and(eq(change.tenantId, tenant.tenant.id), eq(change.areaId, of.id)))
      .limit(500);
    return [dates, moved] as const;
  });
  return withChanges(explainShifts(planned, holidayCalendar(state as State)), changes).filter(
    (one) => one.date >= span.from && one.date <= span.to,
  );
}

/** Areas whose plan ends by a day: the desk must ask for the next one. */
export function listEndingPlans(
  tenant: TenantScope,
  until: string,
): Promise<{ key: string; name: string; coveredUntil: string }[]> {
  return tenant.read((store) =>
    store
      .select({ key: area.key, name: area.name, coveredUntil: area.coveredUntil })
      .from(area)
      .where(and(eq(area.tenantId, tenant.tenant.id), lte(area.coveredUntil, until)))
      .orderBy(asc(area.coveredUntil), asc(area.name))
      .limit(100),
  );
}

// A search document names its streets; a district of a thousand villages has an area each few dozen.
const SERVED_MOST = 20_000;

/** Streets and villages of each area, for the search. */
export function listServed(tenant: TenantScope): Promise<Map<string, string[]>> {
  return tenant.read(async (store) => {
    const rows = await store
      .select({ areaId: address.areaId, locality: address.locality, street: address.street })
      .from(address)
      .where(eq(address.tenantId, tenant.tenant.id))
      .orderBy(asc(address.locality), asc(address.street))
      .limit(SERVED_MOST);
    const byArea = new Map<string, string[]>();
    for (const { areaId, locality, street } of rows)
      byArea.set(areaId, [...(byArea.get(areaId) ?? []), street || locality]);
    return byArea;
  });
}
