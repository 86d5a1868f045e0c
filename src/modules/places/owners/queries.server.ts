import { and, asc, eq, sql } from 'drizzle-orm';
import { entry, findDeskEntry, loadPublic } from '#modules/publishing.server';
import { civilDate } from '#platform/formats';
import { hashToken } from '#platform/forms.server';
import type { TenantScope } from '#platform/scope.server';
import { placeKind } from '../kind.server.ts';
import type { Place } from '../model.ts';
import type { OpenCorrection, OwnerOfPlace } from './model.ts';
import { valuesOf } from './rules.ts';
import { correction, owner } from './tables.server.ts';

const MOST = 500;

/** The public entry a link leads to; a link lives until the next question, and as long as the address is kept. */
export async function findByToken(
  tenant: TenantScope,
  token: string,
): Promise<{ place: Place; trusted: boolean; confirmedOn: string | null; eraseOn: string } | null> {
  return tenant.read(async (store) => {
    const [row] = await store
      .select()
      .from(owner)
      .where(and(eq(owner.tenantId, tenant.tenant.id), eq(owner.tokenHash, hashToken(token))))
      .limit(1);
    if (!row || row.eraseOn <= civilDate(tenant.now())) return null;
    const [place] = await loadPublic(store, tenant, placeKind, [row.entryId]);
    const { trusted, confirmedOn, eraseOn } = row;
    return place ? { place, trusted, confirmedOn, eraseOn } : null;
  });
}

/** All entries whose owner is asked, by name, for the desk. */
export async function listOwners(tenant: TenantScope): Promise<OwnerOfPlace[]> {
  if (!tenant.may('places.publish')) return [];
  const today = civilDate(tenant.now());
  const rows = await tenant.read((store) =>
    store
      .select({ owner, title: entry.title, slug: entry.slug })
      .from(owner)
      .innerJoin(entry, and(eq(entry.tenantId, owner.tenantId), eq(entry.id, owner.entryId)))
      .where(eq(owner.tenantId, tenant.tenant.id))
      .orderBy(sql`${entry.title} collate "de-x-icu"`, entry.id)
      .limit(MOST),
  );
  return rows.map(
    ({ owner: { entryId, email, trusted, askedOn, reminders, confirmedOn, staleOn }, ...of }) => ({
      ...of,
      entryId,
      email,
      trusted,
      askedOn,
      reminders,
      confirmedOn,
      isStale: staleOn !== null && staleOn <= today,
    }),
  );
}

/** What owners want to be different and nobody has decided yet, the oldest first. */
export async function listCorrections(tenant: TenantScope): Promise<OpenCorrection[]> {
  if (!tenant.may('places.publish')) return [];
  const rows = await tenant.read((store) =>
    store
      .select()
      .from(correction)
      .where(and(eq(correction.tenantId, tenant.tenant.id), eq(correction.state, 'open')))
      .orderBy(asc(correction.sentAt), asc(correction.id))
      .limit(100),
  );
  const open: OpenCorrection[] = [];
  for (const { entryId, id, sentAt, note, changes } of rows) {
    const place = await findPlaceById(tenant, entryId);
    if (!place) continue;
    const before = valuesOf(place);
    const fields = Object.entries(changes) as [keyof typeof before, string][];
    open.push({
      entryId,
      id,
      title: place.title,
      slug: place.slug,
      sentAt,
      note,
      fields: fields.map(([field, after]) => ({ field, before: before[field], after })),
    });
  }
  return open;
}

/** An entry in any state, for the desk and for those a link names. */
export function findPlaceById(tenant: TenantScope, id: string): Promise<Place | null> {
  return findDeskEntry({ ...tenant, may: () => true }, placeKind, id);
}
