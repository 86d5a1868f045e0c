import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { TenantScope } from '#platform/scope.server';
import type { PublicReport } from '../model.ts';
import { categoryOf, loadPhotos, toPublicReport, withCategory } from '../rows.server.ts';
import { body, category, referral, report } from '../tables.server.ts';

const bodyOf = and(eq(body.tenantId, referral.tenantId), eq(body.id, referral.bodyId));

/** A referral with the body it went to, its sealed key and all: for the jobs only. */
export async function findReferral(tenant: TenantScope, id: string) {
  const [found] = await tenant.read((store) =>
    store
      .select({ referral, body })
      .from(referral)
      .innerJoin(body, bodyOf)
      .where(and(eq(referral.tenantId, tenant.tenant.id), eq(referral.id, id)))
      .limit(1),
  );
  return found ?? null;
}

/** The report of a referral as it may leave the house. */
export function findByReferralId(tenant: TenantScope, id: string): Promise<PublicReport | null> {
  return tenant.read(async (store) => {
    const [found] = await store
      .select(withCategory)
      .from(referral)
      .innerJoin(report, and(eq(report.tenantId, referral.tenantId), eq(report.id, referral.reportId)))
      .innerJoin(category, categoryOf)
      .where(and(eq(referral.tenantId, tenant.tenant.id), eq(referral.id, id)))
      .limit(1);
    if (!found) return null;
    const photos = (await loadPhotos(store, tenant, [found.row.id])).get(found.row.id) ?? [];
    return toPublicReport(found.row, found.of, photos);
  });
}

/** What lies with another system under its own number, and where to ask for news. Only the system itself asks. */
export async function listForwarded(tenant: TenantScope) {
  if (tenant.actor.kind !== 'system') return [];
  const rows = await tenant.read((store) =>
    store
      .select({
        referralId: referral.id,
        externalId: referral.externalId,
        url: body.open311Url,
        jurisdiction: body.open311Jurisdiction,
        status: report.status,
      })
      .from(referral)
      .innerJoin(body, bodyOf)
      .innerJoin(report, and(eq(report.tenantId, referral.tenantId), eq(report.id, referral.reportId)))
      .where(
        and(
          eq(referral.tenantId, tenant.tenant.id),
          isNull(referral.endedAt),
          isNotNull(referral.externalId),
          isNotNull(body.open311Url),
        ),
      )
      .orderBy(asc(referral.referredAt))
      .limit(1000),
  );
  return rows.map((row) => ({ ...row, externalId: row.externalId!, url: row.url! }));
}
