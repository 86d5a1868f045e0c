import { and, eq } from 'drizzle-orm';
import type { Store } from '#platform/db.server';
import { isId } from '#platform/db';
import { hashToken } from '#platform/forms.server';
import type { TenantScope } from '#platform/scope.server';
import type { OwnReport, ReferredReport } from '../model.ts';
import { mayHandle, reporterMay } from '../rules.ts';
import { categoryOf, loadPhotos, loadPublicSteps, toPublicReport, withCategory } from '../rows.server.ts';
import type { ReportRow } from '../rows.server.ts';
import { category, photo, referral, report } from '../tables.server.ts';
import { standsInFor } from './deputies.server.ts';
import { numberOf } from './public.server.ts';

/** What the reporter sees behind their secret link; null when it has ended or never was. */
export function findByLink(tenant: TenantScope, link: string): Promise<OwnReport | null> {
  return tenant.read(async (store) => {
    const [found] = await store
      .select(withCategory)
      .from(report)
      .innerJoin(category, categoryOf)
      .where(and(eq(report.tenantId, tenant.tenant.id), eq(report.tokenHash, hashToken(link))))
      .limit(1);
    if (!found) return null;
    const { row, of } = found;
    const photos = (await loadPhotos(store, tenant, [row.id], { all: true })).get(row.id) ?? [];
    return {
      report: toPublicReport(row, of, photos),
      steps: await loadPublicSteps(store, tenant, row.id, photos),
      visibility: row.visibility,
      mergedInto: row.mergedInto ? await numberOf(store, tenant, row.mergedInto) : null,
      contact: { name: row.contactName, email: row.contactEmail, phone: row.contactPhone },
      mail: { isWanted: row.wantsMail, isConfirmed: row.emailConfirmedAt !== null },
      verdict: row.verdict,
      may: reporterMay(row, tenant.now()),
      deletion: { contactUntil: row.contactUntil, photosUntil: row.photosUntil, deleteOn: row.deleteOn },
    };
  });
}

/** What a body sees that a report was passed on to; null once it was taken back, returned or closed. */
export function findByReferral(tenant: TenantScope, link: string): Promise<ReferredReport | null> {
  return tenant.read(async (store) => {
    const [found] = await store
      .select({ ...withCategory, referral })
      .from(referral)
      .innerJoin(report, and(eq(report.tenantId, referral.tenantId), eq(report.id, referral.reportId)))
      .innerJoin(category, categoryOf)
      .where(and(eq(referral.tenantId, tenant.tenant.id), eq(referral.tokenHash, hashToken(link))))
      .limit(1);
    if (!found) return null;
    const { row, of } = found;
    const all = (await loadPhotos(store, tenant, [row.id], { all: true })).get(row.id) ?? [];
    const photos = all.filter(({ visibility }) => visibility !== 'hidden');
    return {
      report: toPublicReport(row, of, photos),
      steps: await loadPublicSteps(store, tenant, row.id, photos),
      isPublic: row.visibility === 'public',
      bodyName: found.referral.bodyName,
      message: found.referral.message,
      referredAt: found.referral.referredAt,
    };
  });
}

/**
 * The file of a picture, for whoever may see it: everybody when it is public, the reporter by their link, a body the
 * report was passed on to by its link, the desk.
 * `original` is the picture before the desk covered parts of it, for the desk only.
 */
export async function findPhotoFile(
  tenant: TenantScope,
  id: string,
  wish: { link?: string; referral?: string; original?: boolean } = {},
): Promise<{ key: string; mediaType: string; isPublic: boolean } | null> {
  if (!isId(id)) return null;
  return tenant.read(async (store) => {
    const [found] = await store
      .select({ photo, report })
      .from(photo)
      .innerJoin(report, and(eq(report.tenantId, photo.tenantId), eq(report.id, photo.reportId)))
      .where(and(eq(photo.tenantId, tenant.tenant.id), eq(photo.id, id)))
      .limit(1);
    if (!found) return null;
    const isPublic = found.photo.visibility === 'public' && found.report.visibility === 'public';
    const isOwn = wish.link !== undefined && hashToken(wish.link) === found.report.tokenHash;
    const isDesk = await maySeeAll(store, tenant, found.report);
    const { fileKey, originalKey, mediaType } = found.photo;
    if (wish.original) return isDesk && originalKey ? { key: originalKey, mediaType, isPublic: false } : null;
    const isReferred =
      found.photo.visibility !== 'hidden' && (await isReferredTo(store, found.report, wish.referral));
    return isPublic || isOwn || isDesk || isReferred ? { key: fileKey, mediaType, isPublic } : null;
  });
}

async function isReferredTo(
  store: Store,
  { tenantId, id }: ReportRow,
  link: string | undefined,
): Promise<boolean> {
  if (link === undefined) return false;
  const rows = await store
    .select({ id: referral.id })
    .from(referral)
    .where(
      and(
        eq(referral.tenantId, tenantId),
        eq(referral.reportId, id),
        eq(referral.tokenHash, hashToken(link)),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

async function maySeeAll(
  store: Store,
  tenant: TenantScope,
  row: { assignedTo: string | null },
): Promise<boolean> {
  return mayHandle(tenant, row, await standsInFor(store, tenant)) || tenant.may('reports.assign');
}
