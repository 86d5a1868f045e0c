import { newId } from '#platform/db';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { PHOTOS_MAX } from './drafts.ts';
import type { Parts } from './parts.server.ts';
import type { PhotoRow } from './rows.server.ts';

export type PhotoRefusal = 'too-many-photos' | 'picture-too-large' | 'picture-not-readable' | 'storage-full';

export interface KeptPicture {
  key: string;
  mediaType: string;
  width: number;
  height: number;
}

/**
 * Decodes pictures and keeps them anew, without place, time or anything else a camera writes beside them. When one
 * cannot be kept, none is.
 */
export async function keepPhotos(
  parts: Pick<Parts, 'keepPicture' | 'files'>,
  tenant: TenantScope,
  photos: readonly Uint8Array[],
): Promise<Outcome<KeptPicture[], PhotoRefusal>> {
  if (photos.length > PHOTOS_MAX)
    return refuse('too-many-photos', {
      values: { most: PHOTOS_MAX },
      fields: { fotos: 'reports.fault.too-many-photos' },
    });
  const kept: KeptPicture[] = [];
  for (const bytes of photos) {
    const saved = await parts.keepPicture(tenant.tenant.id, bytes);
    if (!saved.ok) {
      await forgetFiles(
        parts,
        kept.map(({ key }) => key),
      );
      return refuse(saved.reason as PhotoRefusal, { ...saved.details, fields: { fotos: saved.reason } });
    }
    kept.push(saved.value);
  }
  return done(kept);
}

/** Removes pictures in all their sizes. */
export async function forgetFiles({ files }: Pick<Parts, 'files'>, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const folder = key.slice(0, key.lastIndexOf('/') + 1);
    const all: string[] = [];
    for await (const one of files.list(folder)) all.push(one);
    for (const one of all) await files.remove(one);
  }
}

export function photoRows(
  tenant: TenantScope,
  reportId: string,
  kept: readonly KeptPicture[],
  of: { visibility: PhotoRow['visibility']; stepNumber: number | null },
): PhotoRow[] {
  return kept.map(({ key, mediaType, width, height }, position) => ({
    tenantId: tenant.tenant.id,
    id: newId(),
    reportId,
    stepNumber: of.stepNumber,
    position,
    fileKey: key,
    mediaType,
    width,
    height,
    visibility: of.visibility,
    originalKey: null,
    originalUntil: null,
    receivedAt: tenant.now(),
  }));
}
