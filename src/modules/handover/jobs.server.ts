import { and, asc, eq, isNull, lte } from 'drizzle-orm';
import { civilDate } from '#platform/formats';
import { defineCron } from '#platform/jobs.server';
import type { CronJob } from '#platform/jobs.server';
import type { LetterWork } from '#platform/mail.server';
import type { TenantScope } from '#platform/scope.server';
import { eraseRow } from './commands/asking.server.ts';
import { LETTER, writeLetter } from './mails.server.ts';
import type { Letter } from './mails.server.ts';
import type { Parts } from './parts.server.ts';
import { lockInquiry, ofTenant } from './rows.server.ts';
import { inquiry, step } from './tables.server.ts';

/** How the letters of this room are written. */
export function letterWork(parts: Parts): LetterWork<Letter> {
  return {
    name: 'handover.send-letter',
    topic: LETTER,
    mail: parts.mail,
    write: (tenant, letter) => writeAbout(parts, tenant, letter),
    asked: { secret: parts.secret, is: ({ kind }) => kind === 'receipt' },
  };
}

async function writeAbout(parts: Parts, tenant: TenantScope, letter: Letter) {
  const about = await tenant.read(async (store) => {
    const [row] = await store.select().from(inquiry).where(ofTenant(tenant, letter.inquiryId)).limit(1);
    const steps = await store
      .select()
      .from(step)
      .where(and(eq(step.tenantId, tenant.tenant.id), eq(step.inquiryId, letter.inquiryId)))
      .orderBy(asc(step.number))
      .limit(200);
    return row && !row.erasedAt ? { row, steps } : null;
  });
  return about && (await writeLetter(parts, tenant, letter, about));
}

/** Every night the data of askers goes whose day has come. */
export function eraseCron(parts: Parts): CronJob {
  return defineCron({
    name: 'handover.erase',
    schedule: '20 3 * * *',
    handle: ({ eachTown }) => eachTown(async (tenant) => void (await eraseDue(parts, tenant))),
  });
}

const AT_ONCE = 500;

/** @returns how many inquiries were erased. */
export async function eraseDue(parts: Parts, tenant: TenantScope): Promise<number> {
  const due = await tenant.read((store) =>
    store
      .select({ id: inquiry.id })
      .from(inquiry)
      .where(
        and(
          eq(inquiry.tenantId, tenant.tenant.id),
          isNull(inquiry.erasedAt),
          lte(inquiry.eraseOn, civilDate(tenant.now())),
        ),
      )
      .orderBy(asc(inquiry.eraseOn))
      .limit(AT_ONCE),
  );
  for (const { id } of due)
    await tenant.write(async (store) => {
      const row = await lockInquiry(store, tenant, id);
      if (row && !row.erasedAt) await eraseRow(parts, store, tenant, row);
    });
  return due.length;
}
