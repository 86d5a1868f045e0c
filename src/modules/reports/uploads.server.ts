import { and, asc, eq, inArray, lt } from 'drizzle-orm';
import { isId, newId } from '#platform/db';
import { coverPicture } from '#platform/files.server';
import type { Part } from '#platform/files.server';
import { defineCron } from '#platform/jobs.server';
import type { CronJob } from '#platform/jobs.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { PHOTOS_MAX } from './drafts.ts';
import type { Photo } from './model.ts';
import type { Parts } from './parts.server.ts';
import { forgetFiles, keepPhotos } from './photos.server.ts';
import type { KeptPicture, PhotoRefusal } from './photos.server.ts';
import { upload } from './tables.server.ts';

type Keeper = Pick<Parts, 'keepPicture' | 'files'>;
type UploadRow = typeof upload.$inferSelect;

/** Pictures wait for their report no longer than this. */
const UPLOAD_MS = 24 * 3_600_000;

/**
 * Keeps the pictures of a form that is not sent yet, so that a preview can show them and nobody has to choose them
 * twice. They are cleaned like those of a report.
 */
export async function keepUploads(
  parts: Keeper,
  tenant: TenantScope,
  wish: { key: string; photos: readonly Uint8Array[] },
): Promise<Outcome<null, PhotoRefusal | 'invalid'>> {
  if (wish.photos.length === 0) return done(null);
  if (!isId(wish.key)) return refuse('invalid', { fields: { fotos: 'reports.fault.form-expired' } });
  const before = await loadUploads(tenant, wish.key);
  if (before.length + wish.photos.length > PHOTOS_MAX)
    return refuse('too-many-photos', {
      values: { most: PHOTOS_MAX },
      fields: { fotos: 'reports.fault.too-many-photos' },
    });
  const kept = await keepPhotos(parts, tenant, wish.photos);
  if (!kept.ok) return kept;
  const rows = kept.value.map(({ key, mediaType, width, height }): UploadRow => ({
    tenantId: tenant.tenant.id,
    id: newId(),
    formKey: wish.key,
    fileKey: key,
    mediaType,
    width,
    height,
    receivedAt: tenant.now(),
  }));
  await tenant.write(async (store) => {
    await store.insert(upload).values(rows);
    return done(null);
  });
  return done(null);
}

/** The pictures of a form, in the order they came. */
export async function listUploads(tenant: TenantScope, key: string): Promise<Photo[]> {
  return (await loadUploads(tenant, key)).map(({ id, width, height }) => ({ id, width, height }));
}

/** One picture, for whoever has the key of its form. */
export async function readUpload(
  { files }: Keeper,
  tenant: TenantScope,
  wish: { key: string; id: string },
): Promise<{ bytes: Uint8Array<ArrayBuffer>; mediaType: string } | null> {
  const found = (await loadUploads(tenant, wish.key)).find(({ id }) => id === wish.id);
  const file = found && (await files.read(found.fileKey));
  return file ? { bytes: new Uint8Array(file.bytes), mediaType: file.mediaType } : null;
}

/** All pictures of a form, to become those of its report. */
export async function readUploads(parts: Keeper, tenant: TenantScope, key: string): Promise<Uint8Array[]> {
  const rows = await loadUploads(tenant, key);
  const read = await Promise.all(rows.map(({ fileKey }) => parts.files.read(fileKey)));
  return read.flatMap((file) => (file ? [new Uint8Array(file.bytes)] : []));
}

/** Covers parts of a picture that is not sent yet; the one without the cover goes at once. */
export async function coverUpload(
  parts: Keeper,
  tenant: TenantScope,
  wish: { key: string; id: string; parts: readonly Part[] },
): Promise<void> {
  const row = (await loadUploads(tenant, wish.key)).find(({ id }) => id === wish.id);
  const file = row && (await parts.files.read(row.fileKey));
  if (!row || !file || wish.parts.length === 0) return;
  const saved = await keepPhotos(parts, tenant, [await coverPicture(new Uint8Array(file.bytes), wish.parts)]);
  if (!saved.ok) return;
  const [{ key: fileKey, width, height }] = saved.value as [KeptPicture];
  await tenant.write(async (store) => {
    await store
      .update(upload)
      .set({ fileKey, width, height })
      .where(and(eq(upload.tenantId, tenant.tenant.id), eq(upload.id, wish.id)));
    return done(null);
  });
  await forgetFiles(parts, [row.fileKey]);
}

/** Takes pictures of a form away: those named, or all. */
export async function removeUploads(
  parts: Keeper,
  tenant: TenantScope,
  wish: { key: string; ids?: readonly string[] },
): Promise<void> {
  const rows = await loadUploads(tenant, wish.key);
  await forget(
    parts,
    tenant,
    rows.filter(({ id }) => !wish.ids || wish.ids.includes(id)),
  );
}

/** Every hour the pictures go whose form was never sent. */
export function sweepCron(parts: Keeper): CronJob {
  return defineCron({
    name: 'reports.sweep-uploads',
    schedule: '40 * * * *',
    handle: ({ eachTown }) => eachTown(async (tenant) => void (await sweepUploads(parts, tenant))),
  });
}

const AT_ONCE = 500;

/** @returns how many pictures went. */
export async function sweepUploads(parts: Keeper, tenant: TenantScope): Promise<number> {
  const old = await tenant.read((store) =>
    store
      .select()
      .from(upload)
      .where(
        and(
          eq(upload.tenantId, tenant.tenant.id),
          lt(upload.receivedAt, new Date(tenant.now().getTime() - UPLOAD_MS)),
        ),
      )
      .limit(AT_ONCE),
  );
  await forget(parts, tenant, old);
  return old.length;
}

async function forget(parts: Keeper, tenant: TenantScope, rows: readonly UploadRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tenant.write(async (store) => {
    await store.delete(upload).where(
      and(
        eq(upload.tenantId, tenant.tenant.id),
        inArray(
          upload.id,
          rows.map(({ id }) => id),
        ),
      ),
    );
    return done(null);
  });
  await forgetFiles(
    parts,
    rows.map(({ fileKey }) => fileKey),
  );
}

async function loadUploads(tenant: TenantScope, key: string): Promise<UploadRow[]> {
  if (!isId(key)) return [];
  return tenant.read((store) =>
    store
      .select()
      .from(upload)
      .where(and(eq(upload.tenantId, tenant.tenant.id), eq(upload.formKey, key)))
      .orderBy(asc(upload.id))
      .limit(PHOTOS_MAX),
  );
}
