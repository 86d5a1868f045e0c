import { and, asc, desc, eq, inArray, notExists, sql } from 'drizzle-orm';
import { recordAudit } from '#platform/audit.server';
import { isId, newId } from '#platform/db';
import type { Store } from '#platform/db.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { lockEntry, raiseEdition } from './commands.server.ts';
import type { ContentKind } from './kind.server.ts';
import type { Medium } from './model.ts';
import { needsSecondPerson, propose } from './proposals.server.ts';
import { publicAt } from './queries.server.ts';
import { entry, entryMedia, media, proposal } from './tables.server.ts';

export interface NewMedium {
  bytes: Uint8Array;
  alt: string;
  creator?: string | null;
  licence: string;
}

/** Decodes a picture, writes it anew without anything but the picture, and says where. Handed in by wiring. */
export type PictureKeeper = (
  tenantId: string,
  bytes: Uint8Array,
) => Promise<
  Outcome<{ key: string; mediaType: string; width: number; height: number; sizeBytes: number }, string>
>;

export type MediumRefusal =
  'forbidden' | 'alt-missing' | 'licence-missing' | 'picture-too-large' | 'picture-not-readable';

/** Takes a picture into the media library. */
export async function addMedium(
  scope: TenantScope,
  keepPicture: PictureKeeper,
  medium: NewMedium,
): Promise<Outcome<Medium, MediumRefusal>> {
  if (!scope.may('publishing.media')) return refuse('forbidden');
  if (!medium.alt.trim()) return refuse('alt-missing', { fields: { alt: 'alt-missing' } });
  if (!medium.licence.trim()) return refuse('licence-missing', { fields: { licence: 'licence-missing' } });
  const saved = await keepPicture(scope.tenant.id, medium.bytes);
  if (!saved.ok) return refuse(saved.reason as MediumRefusal, { fields: { picture: saved.reason } });

  const row = {
    tenantId: scope.tenant.id,
    id: newId(),
    fileKey: saved.value.key,
    mediaType: saved.value.mediaType,
    width: saved.value.width,
    height: saved.value.height,
    sizeBytes: saved.value.sizeBytes,
    alt: medium.alt.trim(),
    creator: medium.creator?.trim() || null,
    licence: medium.licence.trim(),
    createdAt: scope.now(),
  };
  return scope.write(async (store) => {
    await store.insert(media).values(row);
    await recordAudit(store, scope, {
      action: 'publishing.media-added',
      subject: { kind: 'media', id: row.id },
    });
    return done(toMedium(row));
  });
}

/**
 * Takes a picture out of the library that no entry shows, such as one that came with what was declined.
 * @returns whether its file belongs to nothing any more, and may be removed.
 */
export async function forgetUnusedPicture(scope: TenantScope, fileKey: string): Promise<boolean> {
  if (!scope.may('publishing.media')) return false;
  const isKept = and(eq(media.tenantId, scope.tenant.id), eq(media.fileKey, fileKey));
  return scope.write(async (store) => {
    const shown = store
      .select({ id: entryMedia.entryId })
      .from(entryMedia)
      .where(and(eq(entryMedia.tenantId, media.tenantId), eq(entryMedia.mediaId, media.id)));
    const proposed = store
      .select({ part: proposal.part })
      .from(proposal)
      .where(
        and(eq(proposal.tenantId, media.tenantId), eq(proposal.part, sql`'picture-' || ${media.id}::text`)),
      );
    const gone = await store
      .delete(media)
      .where(and(isKept, notExists(shown), notExists(proposed)))
      .returning({ id: media.id });
    for (const { id } of gone)
      await recordAudit(store, scope, {
        action: 'publishing.media-removed',
        subject: { kind: 'media', id },
      });
    const left = await store.select({ id: media.id }).from(media).where(isKept).limit(1);
    return left.length === 0;
  });
}

/** The media library of the desk, the newest first. */
export async function listMedia(scope: TenantScope, limit = 60): Promise<Medium[]> {
  if (scope.actor.kind === 'public') return [];
  return scope.read(async (store) => {
    const rows = await store
      .select()
      .from(media)
      .where(eq(media.tenantId, scope.tenant.id))
      .orderBy(desc(media.createdAt))
      .limit(limit);
    return rows.map(toMedium);
  });
}

/** The pictures of entries the reader may see, by entry id, in their order. One query for a whole list. */
export function mediaOf(scope: TenantScope, entryIds: readonly string[]): Promise<Map<string, Medium[]>> {
  if (entryIds.length === 0) return Promise.resolve(new Map());
  return scope.read(async (store) => {
    const rows = await store
      .select({ entryId: entryMedia.entryId, media })
      .from(entryMedia)
      .innerJoin(media, and(eq(media.tenantId, entryMedia.tenantId), eq(media.id, entryMedia.mediaId)))
      .innerJoin(entry, and(eq(entry.tenantId, entryMedia.tenantId), eq(entry.id, entryMedia.entryId)))
      .where(
        and(
          eq(entryMedia.tenantId, scope.tenant.id),
          inArray(entryMedia.entryId, [...entryIds]),
          scope.actor.kind === 'public' ? publicAt(scope.now()) : undefined,
        ),
      )
      .orderBy(asc(entryMedia.position));
    const byEntry = new Map<string, Medium[]>();
    for (const row of rows)
      byEntry.set(row.entryId, [...(byEntry.get(row.entryId) ?? []), toMedium(row.media)]);
    return byEntry;
  });
}

/** Where the file of a picture lies, for those who may see it: the public only pictures of public entries and the logo. */
export function findMediumFile(
  scope: TenantScope,
  id: string,
  alsoPublic: readonly string[] = [],
): Promise<{ key: string; mediaType: string } | null> {
  return scope.read(async (store) => {
    const [row] = await store
      .select({ key: media.fileKey, mediaType: media.mediaType })
      .from(media)
      .where(and(eq(media.tenantId, scope.tenant.id), eq(media.id, id)))
      .limit(1);
    if (!row || scope.actor.kind !== 'public' || alsoPublic.includes(id)) return row ?? null;
    const shown = await store
      .select({ id: entry.id })
      .from(entryMedia)
      .innerJoin(entry, and(eq(entry.tenantId, entryMedia.tenantId), eq(entry.id, entryMedia.entryId)))
      .where(and(eq(entryMedia.tenantId, scope.tenant.id), eq(entryMedia.mediaId, id), publicAt(scope.now())))
      .limit(1);
    return shown.length > 0 ? row : null;
  });
}

/** Shows a picture with an entry; with a public one, where the town wants two pairs of eyes, once another person approves. */
export async function attachMedium<D>(
  scope: TenantScope,
  kind: ContentKind<D>,
  entryId: string,
  mediaId: string,
): Promise<Outcome<{ isWaiting: boolean }, 'forbidden' | 'unknown'>> {
  if (!scope.may(`${kind.permission}.edit`)) return refuse('forbidden');
  if (!isId(mediaId)) return refuse('unknown');
  const needsOther = await needsSecondPerson(scope);
  return scope.write(async (store) => {
    const current = await lockEntry(store, scope, kind.kind, entryId);
    const [medium] = await store
      .select({ alt: media.alt })
      .from(media)
      .where(and(eq(media.tenantId, scope.tenant.id), eq(media.id, mediaId)));
    if (!current || !medium) return refuse('unknown');
    if (current.state === 'published' && !scope.may(`${kind.permission}.publish`)) return refuse('forbidden');
    if (needsOther && current.state === 'published') {
      await propose(store, scope, kind, current, {
        part: `picture-${mediaId}`,
        payload: { mediaId, alt: medium.alt },
      });
      return done({ isWaiting: true });
    }
    await showMedium(store, scope, kind, entryId, mediaId);
    await raiseEdition(store, scope);
    return done({ isWaiting: false });
  });
}

/** Puts a picture after those an entry has, in the caller's transaction. */
export async function showMedium<D>(
  store: Store,
  scope: TenantScope,
  kind: ContentKind<D>,
  entryId: string,
  mediaId: string,
): Promise<void> {
  await store
    .insert(entryMedia)
    .values({
      tenantId: scope.tenant.id,
      entryId,
      mediaId,
      position: sql`(
        select count(*)
        from publishing.entry_media
        where tenant_id = ${scope.tenant.id} and entry_id = ${entryId}
      )`,
    })
    .onConflictDoNothing();
  await recordAudit(store, scope, {
    action: `${kind.permission}.picture-added`,
    subject: { kind: kind.kind, id: entryId },
    details: { mediaId },
  });
}

/** Takes a picture off an entry, at once: what is gone needs no second look. */
export async function detachMedium<D>(
  scope: TenantScope,
  kind: ContentKind<D>,
  entryId: string,
  mediaId: string,
): Promise<Outcome<null, 'forbidden' | 'unknown'>> {
  if (!scope.may(`${kind.permission}.edit`)) return refuse('forbidden');
  if (!isId(mediaId)) return refuse('unknown');
  return scope.write(async (store) => {
    const current = await lockEntry(store, scope, kind.kind, entryId);
    if (!current) return refuse('unknown');
    if (current.state === 'published' && !scope.may(`${kind.permission}.publish`)) return refuse('forbidden');
    await store
      .delete(entryMedia)
      .where(
        and(
          eq(entryMedia.tenantId, scope.tenant.id),
          eq(entryMedia.entryId, entryId),
          eq(entryMedia.mediaId, mediaId),
        ),
      );
    await recordAudit(store, scope, {
      action: `${kind.permission}.picture-removed`,
      subject: { kind: kind.kind, id: entryId },
      details: { mediaId },
    });
    await raiseEdition(store, scope);
    return done(null);
  });
}

function toMedium(row: typeof media.$inferSelect): Medium {
  return {
    id: row.id,
    url: `/medien/${row.id}`,
    mediaType: row.mediaType,
    width: row.width,
    height: row.height,
    alt: row.alt,
    creator: row.creator,
    licence: row.licence,
  };
}
