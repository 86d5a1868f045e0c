import { and, eq, isNull, lte, notExists, or, sql } from 'drizzle-orm';
import { civilDate } from '#platform/formats';
import type { TenantScope } from '#platform/scope.server';
import { NOBODY } from '../rows.server.ts';
import { date, follower, signUp } from '../tables.server.ts';

/** Lets go of personal data whose day has come. Seats and who came stay as numbers. @returns how many people. */
export async function eraseDue(tenant: TenantScope): Promise<number> {
  const now = tenant.now();
  const tenantId = tenant.tenant.id;
  return tenant.write(async (store) => {
    const erased = await store
      .update(signUp)
      .set({ ...NOBODY, erasedAt: now })
      .where(and(eq(signUp.tenantId, tenantId), isNull(signUp.erasedAt), lte(signUp.eraseOn, civilDate(now))))
      .returning({ id: signUp.id });
    const coming = store
      .select({ id: date.id })
      .from(date)
      .where(
        and(
          eq(date.tenantId, tenantId),
          eq(date.eventId, follower.eventId),
          sql`coalesce(${date.toldEndsAt}, ${date.toldStartsAt}) > ${now.toISOString()}::timestamptz - interval '1 day'`,
        ),
      );
    const gone = await store
      .delete(follower)
      .where(
        and(
          eq(follower.tenantId, tenantId),
          or(and(isNull(follower.confirmedAt), lte(follower.confirmBy, now)), notExists(coming)),
        ),
      )
      .returning({ id: follower.id });
    return erased.length + gone.length;
  });
}
