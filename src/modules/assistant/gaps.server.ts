import { and, desc, eq, ne, or, sql } from 'drizzle-orm';
import { saveEntry } from '#modules/publishing.server';
import type { AnyKind } from '#modules/publishing.server';
import { recordAudit } from '#platform/audit.server';
import { newId } from '#platform/db.server';
import type { Store } from '#platform/db.server';
import { civilDate } from '#platform/formats';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { fingerprintOf, keywordsOf, sameMeaning } from './gaps/meaning.ts';
import { mondayOf } from './gaps/lists.server.ts';
import type { GapReason } from './gaps/model.ts';
import { gap, week, wording } from './gaps/tables.server.ts';
import type { AskingAudience } from './model.ts';
import { redact } from './redact.ts';

export { listGapGroups, listGaps } from './gaps/lists.server.ts';

interface Asked {
  /** Without personal data. */
  text: string;
  fingerprint: string;
  audience: AskingAudience;
  reason: GapReason;
  times: number;
}

/**
 * Keeps a question the town could not answer, or answered badly. One that means the same as another only counts.
 * @param times how often it was asked since it was kept last.
 */
export async function keepGap(
  tenant: TenantScope,
  question: string,
  audience: AskingAudience,
  reason: GapReason = 'unanswered',
  times = 1,
): Promise<void> {
  const text = redact(question);
  const fingerprint = fingerprintOf(text);
  if (!fingerprint) return;
  const asked: Asked = { text, fingerprint, audience, reason, times };
  await tenant.write(async (store) => {
    const gapId = (await countKnown(store, tenant, asked)) ?? (await openGap(store, tenant, asked));
    await keepWording(store, tenant, gapId, asked);
    await countWeek(store, tenant, gapId, asked);
  });
}

function counted({ reason, times }: Asked) {
  return reason === 'unanswered'
    ? { askedCount: sql`${gap.askedCount} + ${times}` }
    : { badlyRatedCount: sql`${gap.badlyRatedCount} + ${times}` };
}

/** A closed gap that is asked again is open again. */
const opened = (now: Date) => ({
  closedAt: null,
  reopenedAt: sql`case when ${gap.closedAt} is null then ${gap.reopenedAt} else ${now.toISOString()}::timestamptz end`,
});

async function countKnown(store: Store, tenant: TenantScope, asked: Asked): Promise<string | null> {
  const id = (await findAsked(store, tenant, asked)) ?? (await findMeant(store, tenant, asked));
  if (!id) return null;
  const now = tenant.now();
  await store
    .update(gap)
    .set({ ...counted(asked), ...opened(now), question: asked.text, lastAskedAt: now })
    .where(and(eq(gap.tenantId, tenant.tenant.id), eq(gap.id, id)));
  return id;
}

/** The gap with these content words, or with exactly this wording. */
async function findAsked(store: Store, tenant: TenantScope, { text, fingerprint, audience }: Asked) {
  const [found] = await store
    .select({ id: gap.id })
    .from(gap)
    .leftJoin(
      wording,
      and(eq(wording.tenantId, gap.tenantId), eq(wording.gapId, gap.id), eq(wording.text, text)),
    )
    .where(
      and(
        eq(gap.tenantId, tenant.tenant.id),
        eq(gap.audience, audience),
        or(eq(gap.fingerprint, fingerprint), eq(wording.text, text)),
      ),
    )
    .limit(1);
  return found?.id ?? null;
}

// Only what was asked of late can be meant; comparing with these takes about ten milliseconds.
const COMPARED_WITH = 200;

async function findMeant(store: Store, tenant: TenantScope, { text, audience }: Asked) {
  const known = await store
    .select({ id: gap.id, question: gap.question })
    .from(gap)
    .where(and(eq(gap.tenantId, tenant.tenant.id), eq(gap.audience, audience)))
    .orderBy(desc(gap.lastAskedAt))
    .limit(COMPARED_WITH);
  return known.length > 0 ? (sameMeaning(text, known)?.id ?? null) : null;
}

async function openGap(store: Store, tenant: TenantScope, asked: Asked): Promise<string> {
  const { text, fingerprint, audience, reason, times } = asked;
  const now = tenant.now();
  const [row] = await store
    .insert(gap)
    .values({
      tenantId: tenant.tenant.id,
      id: newId(),
      question: text,
      fingerprint,
      keywords: keywordsOf(text),
      audience,
      askedCount: reason === 'unanswered' ? times : 0,
      badlyRatedCount: reason === 'badly-rated' ? times : 0,
      firstAskedAt: now,
      lastAskedAt: now,
    })
    // Two may ask the same for the first time at once.
    .onConflictDoUpdate({
      target: [gap.tenantId, gap.fingerprint, gap.audience],
      set: { ...counted(asked), ...opened(now), lastAskedAt: now },
    })
    .returning({ id: gap.id });
  return row!.id;
}

async function keepWording(store: Store, tenant: TenantScope, gapId: string, { text }: Asked): Promise<void> {
  const tenantId = tenant.tenant.id;
  await store.execute(sql`
    insert into assistant.gap_wording (tenant_id, gap_id, id, text, asked_at)
    select ${tenantId}, ${gapId}, ${newId()}, ${text}, ${tenant.now().toISOString()}
    where not exists (
      select 1
      from assistant.gap_wording
      where tenant_id = ${tenantId} and gap_id = ${gapId} and text = ${text}
    )
  `);
}

async function countWeek(
  store: Store,
  tenant: TenantScope,
  gapId: string,
  { reason, times }: Asked,
): Promise<void> {
  const isUnanswered = reason === 'unanswered';
  await store
    .insert(week)
    .values({
      tenantId: tenant.tenant.id,
      gapId,
      monday: mondayOf(civilDate(tenant.now())),
      unanswered: isUnanswered ? times : 0,
      badlyRated: isUnanswered ? 0 : times,
    })
    .onConflictDoUpdate({
      target: [week.tenantId, week.gapId, week.monday],
      set: isUnanswered
        ? { unanswered: sql`${week.unanswered} + ${times}` }
        : { badlyRated: sql`${week.badlyRated} + ${times}` },
    });
}

/** Takes a gap off the list; when the question comes again unanswered, it returns. */
export async function closeGap(
  tenant: TenantScope,
  id: string,
): Promise<Outcome<null, 'forbidden' | 'unknown'>> {
  if (!tenant.may('assistant.read-gaps')) return refuse('forbidden');
  return tenant.write(async (store) => {
    if (!(await markClosed(store, tenant, id))) return refuse('unknown');
    await recordAudit(store, tenant, { action: 'assistant.gap-closed', subject: { kind: 'gap', id } });
    return done(null);
  });
}

/** Closes a gap within a transaction and gives its question, without personal data; null when there is no such gap. */
export async function markClosed(store: Store, tenant: TenantScope, id: string): Promise<string | null> {
  const [closed] = await store
    .update(gap)
    .set({ closedAt: tenant.now() })
    .where(and(eq(gap.tenantId, tenant.tenant.id), eq(gap.id, id)))
    .returning({ question: gap.question });
  return closed?.question ?? null;
}

/** Begins the article that is missing; once begun, the same draft is given again. */
export async function draftForGap(
  tenant: TenantScope,
  article: AnyKind,
  id: string,
): Promise<Outcome<{ articleId: string }, 'forbidden' | 'unknown' | 'invalid' | 'conflict'>> {
  if (!tenant.may('assistant.read-gaps')) return refuse('forbidden');
  const [found] = await tenant.read((store) =>
    store
      .select()
      .from(gap)
      .where(and(eq(gap.tenantId, tenant.tenant.id), eq(gap.id, id)))
      .limit(1),
  );
  if (!found) return refuse('unknown');
  if (found.articleId) return done({ articleId: found.articleId });
  const saved = await saveEntry(tenant, article, {
    draft: { title: found.question.slice(0, 300), audience: found.audience },
    details: {},
  });
  if (!saved.ok) return saved;
  return tenant.write(async (store) => {
    await store
      .update(gap)
      .set({ articleId: saved.value.id })
      .where(and(eq(gap.tenantId, tenant.tenant.id), eq(gap.id, id)));
    await recordAudit(store, tenant, { action: 'assistant.gap-drafted', subject: { kind: 'gap', id } });
    return done({ articleId: saved.value.id });
  });
}

const WORDS_KEPT_DAYS = 30;

/** Single wordings go after 30 days; a gap nobody has asked about since keeps its keywords and numbers. */
export async function forgetWordings(tenant: TenantScope): Promise<void> {
  const before = new Date(tenant.now().getTime() - WORDS_KEPT_DAYS * 86_400_000);
  await tenant.write(async (store) => {
    await store
      .delete(wording)
      .where(and(eq(wording.tenantId, tenant.tenant.id), sql`${wording.askedAt} < ${before.toISOString()}`));
    await store
      .update(gap)
      .set({ question: sql`${gap.keywords}` })
      .where(
        and(
          eq(gap.tenantId, tenant.tenant.id),
          sql`${gap.lastAskedAt} < ${before.toISOString()}`,
          ne(gap.keywords, ''),
          ne(gap.question, gap.keywords),
        ),
      );
  });
}
