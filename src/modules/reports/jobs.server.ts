import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { defineCron, defineJob } from '#platform/jobs.server';
import type { CronJob, Job } from '#platform/jobs.server';
import type { LetterWork } from '#platform/mail.server';
import type { TenantScope } from '#platform/scope.server';
import { eraseDue } from './commands/retention.server.ts';
import { FORWARD, LETTER, post, STEP } from './letters.server.ts';
import type { Letter, TakenStep } from './letters.server.ts';
import { openKey } from './foreign-keys.server.ts';
import { originOf, translator, writeLetter } from './mails.server.ts';
import type { Parts } from './parts.server.ts';
import { findByReferralId, findReferral } from './queries/referrals.server.ts';
import { isTold } from './rules.ts';
import { follower, referral, report, step } from './tables.server.ts';

/** How the letters of this room are written. */
export function letterWork(parts: Parts): LetterWork<Letter> {
  return {
    name: 'reports.send-letter',
    topic: LETTER,
    mail: parts.mail,
    write: (tenant, letter) => writeLetter(parts, tenant, letter),
    asked: { secret: parts.secret, is: ({ kind }) => kind === 'receipt' || kind === 'confirm-follow' },
    sent: async (tenant, { kind, referralId }) =>
      kind === 'referral' ? markSent(tenant, referralId!, null) : undefined,
  };
}

/** A body has got the report: by mail, or under a number of its own system. */
function markSent(tenant: TenantScope, referralId: string, externalId: string | null): Promise<unknown> {
  return tenant.write((store) =>
    store
      .update(referral)
      // Why it went by mail after all stays readable at the desk.
      .set({ sentAt: tenant.now(), externalId, ...(externalId ? { fault: null } : {}) })
      .where(and(eq(referral.tenantId, tenant.tenant.id), eq(referral.id, referralId))),
  );
}

/** Hands reports to the systems of others; what they do not take goes by mail, where there is an address. */
export function forwardJob(parts: Parts): Job {
  return defineJob<Forwarding>({
    name: 'reports.forward',
    topic: FORWARD,
    // Once an hour for two days and more: a server of another administration can be down over a weekend.
    retries: 70,
    handle: (forwarding, { scope }) => forwardReport(parts, scope, forwarding),
  });
}

export interface Forwarding {
  reportId: string;
  referralId: string;
  origin: string;
}

export async function forwardReport(
  parts: Parts,
  tenant: TenantScope,
  forwarding: Forwarding,
): Promise<void> {
  const { referralId } = forwarding;
  const found = await findReferral(tenant, referralId);
  if (!found || found.referral.endedAt || found.referral.externalId || !parts.forward) return;
  const shown = await findByReferralId(tenant, referralId);
  if (!shown) return;
  const { tenantId: _, ...to } = found.body;
  const kept = to.open311ApiKey;
  const open311ApiKey = kept && openKey(tenant, parts.secret, to.id, kept);
  // Without its key the other side would refuse in its own words; ours say what to do.
  const answer =
    kept && !open311ApiKey
      ? { fault: translator('de')('reports.fault.key-lost') }
      : await parts.forward(tenant, {
          body: { ...to, open311ApiKey },
          report: shown,
          message: found.referral.message,
          origin: await originOf(tenant, forwarding.origin),
          referralId,
        });
  if ('externalId' in answer) return void (await markSent(tenant, referralId, answer.externalId));
  await tenant.write(async (store) => {
    await store
      .update(referral)
      .set({ fault: answer.fault.slice(0, 500), ...(to.email ? { channel: 'email' as const } : {}) })
      .where(and(eq(referral.tenantId, tenant.tenant.id), eq(referral.id, referralId)));
    if (to.email) await post(store, tenant, { ...forwarding, kind: 'referral' });
  });
}

/** From one step to a letter for each who wanted to know; once, however often the step is delivered. */
export const tellJob: Job = defineJob<TakenStep>({
  name: 'reports.tell-step',
  topic: STEP,
  handle: async (taken, { scope, once }) => {
    await once((store) => tellOfStep(store, scope, taken));
  },
});

export async function tellOfStep(
  store: Parameters<typeof post>[0],
  tenant: TenantScope,
  { reportId, number, origin }: TakenStep,
): Promise<void> {
  const [taken] = await store
    .select({ kind: step.kind, isPublic: step.isPublic, wantsMail: report.wantsMail })
    .from(step)
    .innerJoin(report, and(eq(report.tenantId, step.tenantId), eq(report.id, step.reportId)))
    .where(and(eq(step.tenantId, tenant.tenant.id), eq(step.reportId, reportId), eq(step.number, number)))
    .limit(1);
  if (!taken || !taken.isPublic || !isTold(taken.kind)) return;
  const letter = { reportId, kind: 'step' as const, origin, step: number };
  const merged = await store
    .select({ id: report.id, wantsMail: report.wantsMail })
    .from(report)
    .where(and(eq(report.tenantId, tenant.tenant.id), eq(report.mergedInto, reportId)))
    .limit(500);
  // Who reopened it knows; the others are told.
  if (taken.wantsMail && taken.kind !== 'reopened') await post(store, tenant, letter);
  if (taken.kind === 'merged-in') return;
  for (const { id, wantsMail } of merged)
    if (wantsMail) await post(store, tenant, { ...letter, readerReportId: id });
  const followers = await store
    .select({ id: follower.id })
    .from(follower)
    .where(
      and(
        eq(follower.tenantId, tenant.tenant.id),
        inArray(follower.reportId, [reportId, ...merged.map(({ id }) => id)]),
        isNotNull(follower.email),
        isNotNull(follower.confirmedAt),
      ),
    )
    .limit(5000);
  for (const { id } of followers) await post(store, tenant, { ...letter, followerId: id });
}

/** Every night what is due to be deleted goes. */
export function eraseCron(parts: Parts): CronJob {
  return defineCron({
    name: 'reports.erase',
    schedule: '40 3 * * *',
    handle: ({ eachTown }) => eachTown(async (tenant) => void (await eraseDue(parts, tenant))),
  });
}
