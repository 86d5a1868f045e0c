import { createHmac } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { civilDate } from '#platform/formats';
import type { TenantScope } from '#platform/scope.server';

/** A family that signs up for a whole holiday programme stays below it; a mailbox is not filled by it. */
export const ASKED_LETTERS_A_DAY = 12;

/**
 * Whether an address may get one more letter today that somebody asked for by typing it into a form. Kept is a keyed
 * hash that holds for one town and one day; the same letter tried again counts once.
 */
export async function mayAskFor(
  tenant: TenantScope,
  { secret, to, id }: { secret: string; to: string; id: string },
): Promise<boolean> {
  const day = civilDate(tenant.now());
  const recipient = createHmac('sha256', secret)
    .update(`asked letter ${tenant.tenant.id} ${day} ${mailboxOf(to)}`)
    .digest('base64url');
  return tenant.write(async (store) => {
    // Two letters at the same moment would both be the last one.
    await store.execute(sql`select pg_advisory_xact_lock(hashtextextended(${recipient}, 0))`);
    const { rows } = await store.execute<{ others: number; isKnown: boolean }>(sql`
      select
        count(*) filter (where announcement_id <> ${id})::int as others,
        coalesce(bool_or(announcement_id = ${id}), false) as "isKnown"
      from jobs.asked_letter
      where tenant_id = ${tenant.tenant.id} and recipient_hash = ${recipient}
    `);
    const { others, isKnown } = rows[0]!;
    if (isKnown) return true;
    if (others >= ASKED_LETTERS_A_DAY) return false;
    await store.execute(sql`
      insert into jobs.asked_letter (tenant_id, recipient_hash, announcement_id, day)
      values (${tenant.tenant.id}, ${recipient}, ${id}, ${day})
    `);
    return true;
  });
}

/** Counts of days that are over go. */
export async function forgetAskedLetters(tenant: TenantScope): Promise<void> {
  await tenant.write((store) =>
    store.execute(sql`
      delete from jobs.asked_letter
      where tenant_id = ${tenant.tenant.id} and day < ${civilDate(tenant.now())}
    `),
  );
}

/** `Anna+fest@Example.org` is the mailbox `anna@example.org`. */
function mailboxOf(address: string): string {
  const [name = '', host = ''] = address.trim().toLowerCase().split('@');
  return `${name.replace(/\+.*$/, '')}@${host}`;
}
