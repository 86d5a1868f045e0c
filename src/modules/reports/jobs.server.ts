import { and, eq, isNotNull } from 'drizzle-orm';
import { defineJob } from '#platform/jobs.server';
import type { Job } from '#platform/jobs.server';
import type { TenantScope } from '#platform/scope.server';
import { LETTER, post, STEP } from './letters.server.ts';
import type { Letter, TakenStep } from './letters.server.ts';
import { writeLetter } from './mails.server.ts';
import type { Parts } from './parts.server.ts';
import { isTold } from './rules.ts';
import { follower, report, step } from './tables.server.ts';

/** Writes and sends the letters that were announced. */
export function letterJob(parts: Parts): Job {
  return defineJob<Letter>({
    name: 'reports.send-letter',
    topic: LETTER,
    handle: (letter, { id, scope }) => sendLetter(parts, scope, letter, id),
  });
}

export async function sendLetter(
  parts: Parts,
  tenant: TenantScope,
  letter: Letter,
  id: string,
): Promise<void> {
  const mail = await writeLetter(parts, tenant, letter);
  // A second delivery carries the same id, so that a mail program shows one letter.
  if (mail) await parts.mail.send({ ...mail, messageId: `<${id}@${tenant.tenant.slug}.ortskern>` });
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
  // Who reopened it knows; the others are told.
  if (taken.wantsMail && taken.kind !== 'reopened') await post(store, tenant, letter);
  const followers = await store
    .select({ id: follower.id })
    .from(follower)
    .where(
      and(
        eq(follower.tenantId, tenant.tenant.id),
        eq(follower.reportId, reportId),
        isNotNull(follower.email),
        isNotNull(follower.confirmedAt),
      ),
    )
    .limit(5000);
  for (const { id } of followers) await post(store, tenant, { ...letter, followerId: id });
}
