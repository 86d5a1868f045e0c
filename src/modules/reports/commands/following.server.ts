import { and, eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { raiseEdition } from '#modules/publishing.server';
import { isId } from '#platform/db';
import { hashToken } from '#platform/forms.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { followDraft } from '../drafts.ts';
import { post } from '../letters.server.ts';
import type { Parts } from '../parts.server.ts';
import { isOpen } from '../rules.ts';
import { tokenOf } from '../secrets.server.ts';
import { follower, report } from '../tables.server.ts';
import { faultsOf } from './reporting.server.ts';

export interface FollowWish {
  /** The public number of the report. */
  number: number;
  /** Empty: only counted. */
  email: string;
  /** A UUID that came with the form (`issueTicket`), so that a form sent twice counts once. */
  followKey: string;
  origin: string;
}

/** "Mir auch aufgefallen": one more who noticed it. With an address, which has to be proved, also told of each step. */
export async function followReport(
  parts: Parts,
  tenant: TenantScope,
  wish: FollowWish,
): Promise<
  Outcome<
    { number: number; followerCount: number; mailIsSent: boolean },
    'unknown' | 'invalid' | 'wrong-state'
  >
> {
  const checked = v.safeParse(followDraft, { email: wish.email });
  if (!checked.success) return refuse('invalid', { fields: faultsOf(checked.issues) });
  if (!isId(wish.followKey)) return refuse('invalid', { fields: { form: 'form-expired' } });
  const { email } = checked.output;
  return tenant.write(async (store) => {
    const [row] = await store
      .select()
      .from(report)
      .where(
        and(
          eq(report.tenantId, tenant.tenant.id),
          eq(report.number, wish.number),
          eq(report.visibility, 'public'),
        ),
      )
      .for('update');
    if (!row) return refuse('unknown');
    if (!isOpen(row)) return refuse('wrong-state');
    const token = (kind: 'follower' | 'confirm-follower') =>
      hashToken(tokenOf(parts.secret, tenant.tenant.id, kind, wish.followKey));
    const made = await store
      .insert(follower)
      .values({
        tenantId: tenant.tenant.id,
        reportId: row.id,
        id: wish.followKey,
        email: email || null,
        language: tenant.locale,
        confirmHash: email ? token('confirm-follower') : null,
        tokenHash: email ? token('follower') : null,
        followedAt: tenant.now(),
      })
      .onConflictDoNothing()
      .returning();
    const followerCount = row.followerCount + made.length;
    if (made.length > 0) {
      await store
        .update(report)
        .set({ followerCount })
        .where(and(eq(report.tenantId, tenant.tenant.id), eq(report.id, row.id)));
      await raiseEdition(store, tenant);
      if (email)
        await post(store, tenant, {
          reportId: row.id,
          kind: 'confirm-follow',
          origin: wish.origin,
          followerId: wish.followKey,
        });
    }
    return done({ number: row.number, followerCount, mailIsSent: email !== '' });
  });
}

/** The link of a mail was opened: the address of the reporter or of somebody who follows is theirs. */
export async function confirmMail(
  tenant: TenantScope,
  token: string,
): Promise<Outcome<{ number: number; isReporter: boolean }, 'unknown'>> {
  const hash = hashToken(token);
  return tenant.write(async (store) => {
    const [own] = await store
      .update(report)
      .set({ emailConfirmedAt: tenant.now(), confirmHash: null })
      .where(and(eq(report.tenantId, tenant.tenant.id), eq(report.confirmHash, hash)))
      .returning({ number: report.number });
    if (own) return done({ number: own.number, isReporter: true });
    const [followed] = await store
      .update(follower)
      .set({ confirmedAt: tenant.now(), confirmHash: null })
      .where(and(eq(follower.tenantId, tenant.tenant.id), eq(follower.confirmHash, hash)))
      .returning({ reportId: follower.reportId });
    if (!followed) return refuse('unknown');
    const [row] = await store
      .select({ number: report.number })
      .from(report)
      .where(and(eq(report.tenantId, tenant.tenant.id), eq(report.id, followed.reportId)));
    return done({ number: row!.number, isReporter: false });
  });
}

/** No more mails to somebody who follows; the count stays, the address goes. */
export async function unfollowReport(
  tenant: TenantScope,
  token: string,
): Promise<Outcome<{ number: number }, 'unknown'>> {
  return tenant.write(async (store) => {
    const [gone] = await store
      .update(follower)
      .set({ email: null, confirmHash: null, tokenHash: null, confirmedAt: null })
      .where(and(eq(follower.tenantId, tenant.tenant.id), eq(follower.tokenHash, hashToken(token))))
      .returning({ reportId: follower.reportId });
    if (!gone) return refuse('unknown');
    const { rows } = await store.execute<{ number: number }>(sql`
      select number
      from reports.report
      where tenant_id = ${tenant.tenant.id} and id = ${gone.reportId}
    `);
    return done({ number: rows[0]!.number });
  });
}
