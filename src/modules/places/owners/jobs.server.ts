import { and, asc, eq, isNotNull, lte } from 'drizzle-orm';
import { raiseEdition } from '#modules/publishing.server';
import { civilDate } from '#platform/formats';
import { defineCron } from '#platform/jobs.server';
import type { CronJob } from '#platform/jobs.server';
import type { LetterWork } from '#platform/mail.server';
import type { TenantScope } from '#platform/scope.server';
import { askedRow, lockOwner, ofEntry, tellOwner } from './commands.server.ts';
import { LETTER, writeLetter } from './letters.server.ts';
import type { OwnerLetter } from './letters.server.ts';
import type { OwnerParts } from './parts.server.ts';
import { dueStep } from './rules.ts';
import { owner } from './tables.server.ts';

const AT_ONCE = 500;

/** How the letters of this room are written. */
export function letterWork(parts: OwnerParts): LetterWork<OwnerLetter> {
  return {
    name: 'places.send-owner-letter',
    topic: LETTER,
    mail: parts.mail,
    write: (tenant, letter) => writeLetter(parts, tenant, letter),
  };
}

/** Every morning: questions and reminders that are due, and addresses whose day has come. */
export function ownersCron(parts: OwnerParts): CronJob {
  return defineCron({
    name: 'places.owners',
    schedule: '40 6 * * *',
    handle: ({ eachTown }) =>
      eachTown(async (tenant) => {
        await askDue(parts, tenant);
        await eraseDue(tenant);
      }),
  });
}

/** @returns how many owners were written to. Each is locked and looked at again, so that two workers write once. */
export async function askDue(parts: OwnerParts, tenant: TenantScope): Promise<number> {
  const today = civilDate(tenant.now());
  const due = await tenant.read((store) =>
    store
      .select({ entryId: owner.entryId })
      .from(owner)
      .where(and(eq(owner.tenantId, tenant.tenant.id), isNotNull(owner.email), lte(owner.dueOn, today)))
      .orderBy(asc(owner.dueOn), asc(owner.entryId))
      .limit(AT_ONCE),
  );
  let written = 0;
  for (const { entryId } of due) if (await askOne(parts, tenant, entryId, today)) written++;
  return written;
}

function askOne(parts: OwnerParts, tenant: TenantScope, entryId: string, today: string): Promise<boolean> {
  return tenant.write(async (store) => {
    const row = await lockOwner(store, tenant, entryId);
    const step = row?.email ? dueStep(row, today) : null;
    if (!row || !step) return false;
    // What was confirmed once stays so until the reminders are through.
    const changed =
      step === 'ask'
        ? askedRow(parts, tenant, entryId, row.askedNumber + 1)
        : { reminders: row.reminders + 1 };
    await store.update(owner).set(changed).where(ofEntry(tenant, entryId));
    const number = 'askedNumber' in changed ? changed.askedNumber : row.askedNumber;
    await tellOwner(store, tenant, { entryId, kind: step, number });
    return true;
  });
}

/** The address of an owner who never answered goes; that the entry is unconfirmed stays to be seen. */
export async function eraseDue(tenant: TenantScope): Promise<number> {
  const today = civilDate(tenant.now());
  return tenant.write(async (store) => {
    const erased = await store
      .update(owner)
      .set({ email: null, tokenHash: null })
      .where(and(eq(owner.tenantId, tenant.tenant.id), isNotNull(owner.email), lte(owner.eraseOn, today)))
      .returning({ entryId: owner.entryId });
    if (erased.length > 0) await raiseEdition(store, tenant);
    return erased.length;
  });
}
