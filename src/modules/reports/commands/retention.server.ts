import { and, asc, eq, inArray, isNotNull, isNull, lt, lte, or } from 'drizzle-orm';
import { raiseEdition } from '#modules/publishing.server';
import { recordAudit } from '#platform/audit.server';
import { civilDate } from '#platform/formats';
import type { TenantScope } from '#platform/scope.server';
import type { Parts } from '../parts.server.ts';
import { forgetFiles } from '../photos.server.ts';
import { UNCONFIRMED_DAYS } from '../rules.ts';
import { lockReport } from '../rows.server.ts';
import { follower, photo, report } from '../tables.server.ts';
import { eraseContact } from './reporter.server.ts';

const AT_ONCE = 500;

export interface Erased {
  contacts: number;
  originals: number;
  photos: number;
  reports: number;
}

/** Everything whose day has come: contact data, what was covered or taken out, pictures, and the whole report. */
export async function eraseDue(parts: Pick<Parts, 'files'>, tenant: TenantScope): Promise<Erased> {
  const today = civilDate(tenant.now());
  const contacts = await eraseContacts(tenant, today);
  await forgetFollowers(tenant, today);
  const originals = await eraseOriginals(parts, tenant, today);
  const photos = await erasePhotos(parts, tenant, today);
  const reports = await deleteReports(tenant, today);
  return { contacts, originals, photos, reports };
}

async function eraseContacts(tenant: TenantScope, today: string): Promise<number> {
  const due = await tenant.read((store) =>
    store
      .select({ id: report.id })
      .from(report)
      .where(
        and(
          eq(report.tenantId, tenant.tenant.id),
          isNull(report.contactErasedAt),
          lte(report.contactUntil, today),
        ),
      )
      .orderBy(asc(report.contactUntil))
      .limit(AT_ONCE),
  );
  for (const { id } of due)
    await tenant.write(async (store) => {
      const row = await lockReport(store, tenant, id);
      if (row && !row.contactErasedAt) await eraseContact(store, tenant, row);
    });
  return due.length;
}

/** Addresses nobody proved within a week, and those of who followed what has ended. The count stays. */
async function forgetFollowers(tenant: TenantScope, today: string): Promise<void> {
  const weekAgo = new Date(tenant.now().getTime() - UNCONFIRMED_DAYS * 86_400_000);
  const none = { email: null, confirmHash: null, tokenHash: null };
  await tenant.write(async (store) => {
    const ended = store
      .select({ id: report.id })
      .from(report)
      .where(and(eq(report.tenantId, tenant.tenant.id), lte(report.contactUntil, today)));
    await store
      .update(follower)
      .set(none)
      .where(
        and(
          eq(follower.tenantId, tenant.tenant.id),
          isNotNull(follower.email),
          or(
            inArray(follower.reportId, ended),
            and(isNull(follower.confirmedAt), lt(follower.followedAt, weekAgo)),
          ),
        ),
      );
    await store
      .update(report)
      .set({ wantsMail: false, confirmHash: null })
      .where(
        and(
          eq(report.tenantId, tenant.tenant.id),
          isNotNull(report.confirmHash),
          lt(report.receivedAt, weekAgo),
        ),
      );
  });
}

async function eraseOriginals(
  parts: Pick<Parts, 'files'>,
  tenant: TenantScope,
  today: string,
): Promise<number> {
  const { texts, pictures } = await tenant.write(async (store) => ({
    texts: await store
      .update(report)
      .set({ originalText: null, originalUntil: null })
      .where(and(eq(report.tenantId, tenant.tenant.id), lte(report.originalUntil, today)))
      .returning({ id: report.id }),
    pictures: await store
      .select({ id: photo.id, originalKey: photo.originalKey })
      .from(photo)
      .where(and(eq(photo.tenantId, tenant.tenant.id), lte(photo.originalUntil, today)))
      .limit(AT_ONCE),
  }));
  // The files go first: a row that still names one is tried again tomorrow, a file no row names would stay for ever.
  for (const { id, originalKey } of pictures) {
    if (originalKey) await forgetFiles(parts, [originalKey]);
    await tenant.write((store) =>
      store
        .update(photo)
        .set({ originalKey: null, originalUntil: null })
        .where(and(eq(photo.tenantId, tenant.tenant.id), eq(photo.id, id))),
    );
  }
  return texts.length + pictures.length;
}

async function erasePhotos(parts: Pick<Parts, 'files'>, tenant: TenantScope, today: string): Promise<number> {
  const due = await tenant.read((store) =>
    store
      .select({ photo })
      .from(photo)
      .innerJoin(report, and(eq(report.tenantId, photo.tenantId), eq(report.id, photo.reportId)))
      .where(
        and(
          eq(photo.tenantId, tenant.tenant.id),
          or(lte(report.photosUntil, today), lte(report.deleteOn, today)),
        ),
      )
      .limit(AT_ONCE),
  );
  for (const { photo: one } of due) {
    await forgetFiles(parts, [one.fileKey, ...(one.originalKey ? [one.originalKey] : [])]);
    await tenant.write((store) =>
      store.delete(photo).where(and(eq(photo.tenantId, tenant.tenant.id), eq(photo.id, one.id))),
    );
  }
  return due.length;
}

/** A report goes with its history once its pictures are gone. */
async function deleteReports(tenant: TenantScope, today: string): Promise<number> {
  return tenant.write(async (store) => {
    const withPhotos = store
      .select({ id: photo.reportId })
      .from(photo)
      .where(eq(photo.tenantId, tenant.tenant.id));
    const due = await store
      .select({ id: report.id, number: report.number })
      .from(report)
      .where(and(eq(report.tenantId, tenant.tenant.id), lte(report.deleteOn, today)))
      .limit(AT_ONCE);
    const kept = new Set((await withPhotos).map(({ id }) => id));
    const gone = due.filter(({ id }) => !kept.has(id));
    for (const { id, number } of gone) {
      await store.delete(report).where(and(eq(report.tenantId, tenant.tenant.id), eq(report.id, id)));
      await recordAudit(store, tenant, {
        action: 'reports.deleted',
        subject: { kind: 'report', id },
        details: { number },
      });
    }
    if (gone.length > 0) await raiseEdition(store, tenant);
    return gone.length;
  });
}
