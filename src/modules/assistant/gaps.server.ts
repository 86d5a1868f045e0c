import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { recordAudit } from '#platform/audit.server';
import { newId } from '#platform/db.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import type { AskingAudience, Gap } from './model.ts';
import { redact } from './redact.ts';
import { gap } from './tables.server.ts';

/** Keeps a question the town could not answer; the same question asked again only counts. */
export async function keepGap(
  tenant: TenantScope,
  question: string,
  audience: AskingAudience,
): Promise<void> {
  const kept = redact(question);
  const fingerprint = fingerprintOf(kept);
  if (!fingerprint) return;
  const now = tenant.now();
  await tenant.write((store) =>
    store
      .insert(gap)
      .values({
        tenantId: tenant.tenant.id,
        id: newId(),
        question: kept,
        fingerprint,
        audience,
        askedCount: 1,
        firstAskedAt: now,
        lastAskedAt: now,
      })
      .onConflictDoUpdate({
        target: [gap.tenantId, gap.fingerprint, gap.audience],
        set: { askedCount: sql`${gap.askedCount} + 1`, lastAskedAt: now, closedAt: null },
      }),
  );
}

/** Content words in order of the alphabet: "Wann hat das Rathaus offen?" and "wann ist das rathaus offen" are one gap. */
function fingerprintOf(question: string): string {
  const words = question.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return [...new Set(words.map((word) => word.slice(0, 8)))].sort().join(' ').slice(0, 200);
}

/** Open gaps, the most asked first. */
export async function listGaps(tenant: TenantScope, limit = 50): Promise<Gap[]> {
  if (!tenant.may('assistant.read-gaps')) return [];
  return tenant.read((store) =>
    store
      .select({
        id: gap.id,
        question: gap.question,
        audience: gap.audience,
        askedCount: gap.askedCount,
        firstAskedAt: gap.firstAskedAt,
        lastAskedAt: gap.lastAskedAt,
      })
      .from(gap)
      .where(and(eq(gap.tenantId, tenant.tenant.id), isNull(gap.closedAt)))
      .orderBy(desc(gap.askedCount), desc(gap.lastAskedAt))
      .limit(limit),
  );
}

/** Takes a gap off the list; when the question comes again unanswered, it returns. */
export async function closeGap(
  tenant: TenantScope,
  id: string,
): Promise<Outcome<null, 'forbidden' | 'unknown'>> {
  if (!tenant.may('assistant.read-gaps')) return refuse('forbidden');
  return tenant.write(async (store) => {
    const closed = await store
      .update(gap)
      .set({ closedAt: tenant.now() })
      .where(and(eq(gap.tenantId, tenant.tenant.id), eq(gap.id, id)))
      .returning({ id: gap.id });
    if (closed.length === 0) return refuse('unknown');
    await recordAudit(store, tenant, { action: 'assistant.gap-closed', subject: { kind: 'gap', id } });
    return done(null);
  });
}
