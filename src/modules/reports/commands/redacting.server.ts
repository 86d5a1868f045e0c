import { and, eq } from 'drizzle-orm';
import { raiseEdition } from '#modules/publishing.server';
import { isId } from '#platform/db';
import { coverPicture } from '#platform/files.server';
import { addDays, civilDate } from '#platform/formats';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import type { Visibility } from '../model.ts';
import type { Parts } from '../parts.server.ts';
import { forgetFiles } from '../photos.server.ts';
import { standsInFor } from '../queries/deputies.server.ts';
import { COVER_COLUMNS, COVER_ROWS, mayHandle, ORIGINAL_DAYS } from '../rules.ts';
import { takeStep } from '../rows.server.ts';
import type { PhotoRow } from '../rows.server.ts';
import { photo, report } from '../tables.server.ts';
import { audit, change } from './changing.server.ts';
import type { DeskRefusal } from './changing.server.ts';
import { textFault } from './reporter.server.ts';

type Changed = Promise<Outcome<{ number: number }, DeskRefusal>>;

/** Takes a name or a number plate out of a text. The text as sent stays at the desk for two weeks, then it goes. */
export function redactText(tenant: TenantScope, wish: { id: string; text: string }): Changed {
  const fault = textFault(wish.text, 3);
  if (fault) return Promise.resolve(refuse('invalid', { fields: { text: fault } }));
  return change(tenant, wish.id, async (store, row) => {
    const text = wish.text.trim();
    if (text === row.text) return done({ number: row.number });
    const isAsSent = text === row.originalText;
    await takeStep(
      store,
      tenant,
      row,
      { kind: 'redacted', isPublic: false },
      {
        text,
        originalText: isAsSent ? null : (row.originalText ?? row.text),
        originalUntil: isAsSent
          ? null
          : (row.originalUntil ?? addDays(civilDate(tenant.now()), ORIGINAL_DAYS)),
        updatedAt: tenant.now(),
      },
    );
    if (row.visibility === 'public') await raiseEdition(store, tenant);
    await audit(store, tenant, 'redacted', row.id);
    return done({ number: row.number });
  });
}

/** One picture is shown, or not. */
export function showPhoto(
  tenant: TenantScope,
  wish: { id: string; photoId: string; visibility: Exclude<Visibility, 'waiting'> },
): Changed {
  return change(tenant, wish.id, async (store, row) => {
    const shown = await store
      .update(photo)
      .set({ visibility: wish.visibility })
      .where(ofReport(tenant, row.id, wish.photoId))
      .returning();
    if (shown.length === 0) return refuse('unknown');
    if (row.visibility === 'public') await raiseEdition(store, tenant);
    await audit(store, tenant, `photo-${wish.visibility}`, row.id);
    return done({ number: row.number });
  });
}

/** Covers fields of a picture for good. The picture as sent stays at the desk for two weeks, then it goes. */
export async function coverPhoto(
  parts: Pick<Parts, 'files' | 'keepPicture'>,
  tenant: TenantScope,
  wish: { id: string; photoId: string; fields: readonly string[] },
): Changed {
  const fields = wish.fields.map(readField).filter((field) => field !== null);
  if (fields.length === 0) return refuse('invalid', { fields: { felder: 'reports.fault.cover' } });
  const found = await findPhoto(tenant, wish);
  if (!found.ok) return found;
  const stored = await parts.files.read(found.value.fileKey);
  if (!stored) return refuse('unknown');
  const kept = await parts.keepPicture(tenant.tenant.id, await coverPicture(stored.bytes, fields));
  if (!kept.ok) return refuse('invalid', { fields: { felder: kept.reason } });

  const { key, width, height } = kept.value;
  let between: string | null = null;
  const outcome = await change(tenant, wish.id, async (store, row) => {
    const [now] = await store
      .select()
      .from(photo)
      .where(ofReport(tenant, row.id, wish.photoId))
      .for('update');
    if (!now || now.fileKey !== found.value.fileKey) return refuse('wrong-state');
    // Of a picture covered twice the step between is of no use to anybody.
    between = now.originalKey === null ? null : now.fileKey;
    await store
      .update(photo)
      .set({
        fileKey: key,
        width,
        height,
        originalKey: now.originalKey ?? now.fileKey,
        originalUntil: now.originalUntil ?? addDays(civilDate(tenant.now()), ORIGINAL_DAYS),
      })
      .where(ofReport(tenant, row.id, wish.photoId));
    if (row.visibility === 'public') await raiseEdition(store, tenant);
    await audit(store, tenant, 'photo-covered', row.id);
    return done({ number: row.number });
  });
  await forgetFiles(parts, outcome.ok ? (between ? [between] : []) : [key]);
  return outcome;
}

/** Back to the picture as it was sent, while it is still there. */
export async function uncoverPhoto(
  parts: Pick<Parts, 'files'>,
  tenant: TenantScope,
  wish: { id: string; photoId: string },
): Changed {
  let dropped: string | null = null;
  const outcome = await change(tenant, wish.id, async (store, row) => {
    const [now] = await store
      .select()
      .from(photo)
      .where(ofReport(tenant, row.id, wish.photoId))
      .for('update');
    if (!now?.originalKey) return refuse('wrong-state');
    dropped = now.fileKey;
    await store
      .update(photo)
      .set({ fileKey: now.originalKey, originalKey: null, originalUntil: null })
      .where(ofReport(tenant, row.id, wish.photoId));
    await audit(store, tenant, 'photo-uncovered', row.id);
    return done({ number: row.number });
  });
  if (outcome.ok && dropped) await forgetFiles(parts, [dropped]);
  return outcome;
}

function readField(typed: string) {
  const [row = -1, column = -1] = typed.split('-').map(Number);
  const fits = Number.isInteger(row) && Number.isInteger(column) && row >= 0 && column >= 0;
  if (!fits || row >= COVER_ROWS || column >= COVER_COLUMNS) return null;
  const [width, height] = [1 / COVER_COLUMNS, 1 / COVER_ROWS];
  return { left: column * width, top: row * height, width, height };
}

async function findPhoto(
  tenant: TenantScope,
  wish: { id: string; photoId: string },
): Promise<Outcome<PhotoRow, 'unknown' | 'forbidden'>> {
  if (!isId(wish.id) || !isId(wish.photoId)) return refuse('unknown');
  return tenant.read(async (store) => {
    const [found] = await store
      .select({ photo, report })
      .from(photo)
      .innerJoin(report, and(eq(report.tenantId, photo.tenantId), eq(report.id, photo.reportId)))
      .where(ofReport(tenant, wish.id, wish.photoId))
      .limit(1);
    if (!found) return refuse('unknown');
    if (!mayHandle(tenant, found.report, await standsInFor(store, tenant))) return refuse('forbidden');
    return done(found.photo);
  });
}

function ofReport(tenant: TenantScope, reportId: string, photoId: string) {
  return and(
    eq(photo.tenantId, tenant.tenant.id),
    eq(photo.reportId, reportId),
    eq(photo.id, isId(photoId) ? photoId : reportId),
  );
}
