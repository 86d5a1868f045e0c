import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Store } from '#platform/db.server';
import { addDays, civilDate, weekdayOf } from '#platform/formats';
import type { TenantScope } from '#platform/scope.server';
import type { Gap } from '../model.ts';
import type { GapGroup } from './model.ts';
import { gap, week, wording } from './tables.server.ts';

/** Open gaps, the most asked first. */
export async function listGaps(tenant: TenantScope, limit = 50): Promise<Gap[]> {
  if (!tenant.may('assistant.read-gaps')) return [];
  const rows = await tenant.read((store) => openGaps(store, tenant, limit));
  return rows.map(toGap);
}

function openGaps(store: Store, tenant: TenantScope, limit: number) {
  return store
    .select()
    .from(gap)
    .where(and(eq(gap.tenantId, tenant.tenant.id), isNull(gap.closedAt)))
    .orderBy(desc(sql`${gap.askedCount} + ${gap.badlyRatedCount}`), desc(gap.lastAskedAt))
    .limit(limit);
}

function toGap({
  id,
  question,
  audience,
  askedCount,
  firstAskedAt,
  lastAskedAt,
}: typeof gap.$inferSelect): Gap {
  return { id, question, audience, askedCount, firstAskedAt, lastAskedAt };
}

const WEEKS_SHOWN = 8;

/** Open gaps with their wordings and weeks. */
export async function listGapGroups(tenant: TenantScope, limit = 50): Promise<GapGroup[]> {
  if (!tenant.may('assistant.read-gaps')) return [];
  const thisMonday = mondayOf(civilDate(tenant.now()));
  const mondays = Array.from({ length: WEEKS_SHOWN }, (_, back) => addDays(thisMonday, -7 * back)).reverse();
  return tenant.read(async (store) => {
    const gaps = await openGaps(store, tenant, limit);
    if (gaps.length === 0) return [];
    const ids = gaps.map(({ id }) => id);
    const wordings = await store
      .select({ gapId: wording.gapId, text: wording.text })
      .from(wording)
      .where(and(eq(wording.tenantId, tenant.tenant.id), inArray(wording.gapId, ids)))
      .orderBy(desc(wording.askedAt))
      .limit(1000);
    const weeks = await store
      .select({
        gapId: week.gapId,
        monday: week.monday,
        unanswered: week.unanswered,
        badlyRated: week.badlyRated,
      })
      .from(week)
      .where(
        and(eq(week.tenantId, tenant.tenant.id), inArray(week.gapId, ids), inArray(week.monday, mondays)),
      )
      .limit(limit * WEEKS_SHOWN);
    return gaps.map((row) => ({
      ...toGap(row),
      badlyRatedCount: row.badlyRatedCount,
      isBack: row.reopenedAt !== null,
      articleId: row.articleId,
      wordings: wordings
        .filter(({ gapId, text }) => gapId === row.id && text !== row.question)
        .map(({ text }) => text)
        .slice(0, 8),
      weeks: mondays.map((monday) => {
        const of = weeks.find((one) => one.gapId === row.id && one.monday === monday);
        return { monday, unanswered: of?.unanswered ?? 0, badlyRated: of?.badlyRated ?? 0 };
      }),
    }));
  });
}

/** Weeks begin on Monday. */
export function mondayOf(day: string): string {
  return addDays(day, 1 - weekdayOf(day));
}
