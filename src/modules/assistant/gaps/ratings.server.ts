import { and, eq, gte, or, sql } from 'drizzle-orm';
import { entry } from '#modules/publishing.server';
import { addDays, civilDate } from '#platform/formats';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { keepGap } from '../gaps.server.ts';
import type { TownAnswer, TownQuestion } from '../model.ts';
import { REASONS } from './model.ts';
import type { ArticleRating, Verdict } from './model.ts';
import { rating } from './tables.server.ts';

type Ask = (tenant: TenantScope, question: TownQuestion) => Promise<TownAnswer>;

/**
 * "Hat das geholfen?" The answer is worked out again, so that only a real one can be rated and nobody says which
 * articles it came from. Kept are numbers by article and day; after a "no" also the question, without personal data.
 */
export async function rateAnswer(
  ask: Ask,
  tenant: TenantScope,
  rated: { question: TownQuestion; verdict: Verdict },
): Promise<Outcome<{ articles: number }, 'no-answer'>> {
  const { question, verdict } = rated;
  if (!question.question.trim()) return refuse('no-answer');
  const given = await ask(tenant, question);
  if (given.outcome !== 'answered' || given.citations.length === 0) return refuse('no-answer');

  const articleIds = [...new Set(given.citations.map(({ articleId }) => articleId))].sort();
  const day = civilDate(tenant.now());
  await tenant.write((store) =>
    store
      .insert(rating)
      .values(
        articleIds.map((articleId) => ({ tenantId: tenant.tenant.id, articleId, day, verdict, count: 1 })),
      )
      .onConflictDoUpdate({
        target: [rating.tenantId, rating.articleId, rating.day, rating.verdict],
        set: { count: sql`${rating.count} + 1` },
      }),
  );
  if (verdict === 'no') await keepGap(tenant, question.question, question.audience, 'badly-rated');
  return done({ articles: articleIds.length });
}

const DAYS_COUNTED = 90;

/** Articles that did not help, the least helpful first. */
export async function listBadRatings(tenant: TenantScope, limit = 20): Promise<ArticleRating[]> {
  if (!tenant.may('assistant.read-gaps')) return [];
  const since = addDays(civilDate(tenant.now()), -DAYS_COUNTED);
  const total = (verdict: Verdict) =>
    sql<number>`(coalesce(sum(${rating.count}) filter (where ${rating.verdict} = ${verdict}), 0))::int`;
  const rows = await tenant.read((store) =>
    store
      .select({
        entryId: entry.id,
        kind: entry.kind,
        title: entry.title,
        yes: total('yes'),
        no: total('no'),
        'off-topic': total('off-topic'),
        outdated: total('outdated'),
        incomplete: total('incomplete'),
        unclear: total('unclear'),
      })
      .from(rating)
      // An answer names an article by the id of its source, when it has one.
      .innerJoin(
        entry,
        and(
          eq(entry.tenantId, rating.tenantId),
          or(eq(entry.externalId, rating.articleId), sql`${entry.id}::text = ${rating.articleId}`),
        ),
      )
      .where(and(eq(rating.tenantId, tenant.tenant.id), gte(rating.day, since)))
      .groupBy(rating.articleId, entry.id, entry.kind, entry.title)
      .having(sql`sum(${rating.count}) filter (where ${rating.verdict} = 'no') > 0`)
      .orderBy(sql`sum(${rating.count}) filter (where ${rating.verdict} = 'no') desc`, rating.articleId)
      .limit(limit),
  );
  return rows.map((row) => ({
    entryId: row.entryId,
    kind: row.kind,
    title: row.title,
    yes: row.yes,
    no: row.no,
    reasons: REASONS.map((reason) => ({ reason, count: row[reason] })).filter(({ count }) => count > 0),
  }));
}
