import { and, asc, eq, isNull, lt, lte } from 'drizzle-orm';
import { recordAudit } from '#platform/audit.server';
import { EVENT_CHANGED } from '#modules/events';
import { civilDate } from '#platform/formats';
import { defineCron, defineJob } from '#platform/jobs.server';
import type { CronJob, Job } from '#platform/jobs.server';
import type { LetterWork } from '#platform/mail.server';
import type { TenantScope } from '#platform/scope.server';
import { noteDecision } from './commands/deciding.server.ts';
import { forget, lockById, makeDraft } from './commands/suggesting.server.ts';
import { LETTER } from './letters.server.ts';
import type { Letter } from './letters.server.ts';
import { writeLetter } from './mails.server.ts';
import type { Parts } from './parts.server.ts';
import { removeKept } from './pictures.server.ts';
import { organiser, suggestion } from './tables.server.ts';

/** How the letters of this room are written. */
export function letterWork(parts: Parts): LetterWork<Letter> {
  return {
    name: 'suggestions.send-letter',
    topic: LETTER,
    mail: parts.mail,
    write: (tenant, letter) => writeLetter(parts, tenant, letter),
    asked: { secret: parts.secret, is: ({ kind }) => kind === 'receipt' || kind === 'sign-in' },
  };
}

/** A draft that came of a suggestion may have been published in the editor. */
export function decisionJob(): Job {
  return defineJob<{ entryId: string }>({
    name: 'suggestions.note-decision',
    topic: EVENT_CHANGED,
    handle: ({ entryId }, { scope }) => noteDecision(scope, entryId),
  });
}

/** Every night previews that were not sent go, and suggesters and former organisers whose day has come. */
export function nightCron(parts: Parts): CronJob {
  return defineCron({
    name: 'suggestions.night',
    schedule: '30 3 * * *',
    handle: ({ eachTown }) =>
      eachTown(async (tenant) => {
        await eraseDue(parts, tenant);
        await eraseOrganisers(tenant);
        await finishDrafts(tenant);
      }),
  });
}

const AT_ONCE = 500;

/** @returns how many suggestions were forgotten. */
export async function eraseDue(parts: Parts, tenant: TenantScope): Promise<number> {
  const today = civilDate(tenant.now());
  const due = await tenant.read((store) =>
    store
      .select({ id: suggestion.id })
      .from(suggestion)
      .where(
        and(
          eq(suggestion.tenantId, tenant.tenant.id),
          isNull(suggestion.erasedAt),
          lte(suggestion.eraseOn, today),
        ),
      )
      .orderBy(asc(suggestion.eraseOn))
      .limit(AT_ONCE),
  );
  let forgotten = 0;
  for (const { id } of due) {
    // Looked at again: somebody may be sending it at this very moment.
    const row = await tenant.write(async (store) => {
      const found = await lockById(store, tenant, id);
      if (!found || found.erasedAt || found.eraseOn > today) return null;
      await forget(store, tenant, found);
      return found;
    });
    if (!row) continue;
    forgotten++;
    if (row.state === 'preview' && row.picture) await removeKept(parts, row.picture);
  }
  return forgotten;
}

/** Former organisers go with name, address and what was theirs; their events stay as they are. @returns how many. */
export function eraseOrganisers(tenant: TenantScope): Promise<number> {
  return tenant.write(async (store) => {
    const gone = await store
      .delete(organiser)
      .where(and(eq(organiser.tenantId, tenant.tenant.id), lte(organiser.eraseOn, civilDate(tenant.now()))))
      .returning({ id: organiser.id });
    for (const { id } of gone)
      await recordAudit(store, tenant, {
        action: 'suggestions.organiser-erased',
        subject: { kind: 'organiser', id },
      });
    return gone.length;
  });
}

/** What was sent while the process ended has no draft yet. */
export async function finishDrafts(tenant: TenantScope): Promise<void> {
  const anHourAgo = new Date(tenant.now().getTime() - 3_600_000);
  const left = await tenant.read((store) =>
    store
      .select()
      .from(suggestion)
      .where(
        and(
          eq(suggestion.tenantId, tenant.tenant.id),
          eq(suggestion.state, 'sent'),
          isNull(suggestion.entryId),
          lt(suggestion.sentAt, anHourAgo),
        ),
      )
      .limit(AT_ONCE),
  );
  for (const row of left) await makeDraft(tenant, row);
}
