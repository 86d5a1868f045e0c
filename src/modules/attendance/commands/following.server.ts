import { and, eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { isId } from '#platform/db';
import type { Store } from '#platform/db.server';
import { checkForm, hashToken, linkToken } from '#platform/forms.server';
import type { FormRefusal, SentForm } from '#platform/forms.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { keepDates, nextIn, publicPlan } from '../dates.server.ts';
import { faultsOf } from '../faults.ts';
import { post } from '../letters.server.ts';
import { followDraft } from '../model.ts';
import type { Reminder } from '../model.ts';
import { signerOf } from '../parts.server.ts';
import type { Parts } from '../parts.server.ts';
import { CONFIRM_WITHIN_HOURS } from '../rules.ts';
import { follower } from '../tables.server.ts';

export type FollowRefusal = 'invalid' | 'unknown' | 'over' | FormRefusal;

export interface FollowWish extends SentForm {
  eventId: string;
  fields: Record<string, unknown>;
  origin: string;
}

/** Somebody wants to hear of an event. Nothing is sent but one letter, until its link is followed. */
export async function followEvent(
  parts: Parts,
  tenant: TenantScope,
  wish: FollowWish,
): Promise<Outcome<null, FollowRefusal>> {
  const checked = v.safeParse(followDraft, wish.fields);
  if (!checked.success) return refuse('invalid', { fields: faultsOf(checked.issues) });
  const form = checkForm(signerOf(parts), tenant, wish);
  if (!form.ok) return form;
  const plan = isId(wish.eventId) ? await publicPlan(tenant, wish.eventId) : null;
  if (!plan) return refuse('unknown');
  if (!nextIn(plan, tenant.now())) return refuse('over');

  const { email, reminder } = checked.output;
  const { id } = form.value;
  const now = tenant.now();
  return tenant.write(async (store) => {
    await keepDates(store, tenant, plan.dates);
    const [row] = await store
      .insert(follower)
      .values({
        tenantId: tenant.tenant.id,
        id,
        eventId: plan.event.id,
        tokenHash: hashToken(linkToken(signerOf(parts), tenant.tenant.id, id)),
        email,
        language: tenant.locale,
        reminder,
        consentedAt: now,
        confirmBy: new Date(now.getTime() + CONFIRM_WITHIN_HOURS * 3_600_000),
        origin: wish.origin,
      })
      .onConflictDoNothing()
      .returning();
    const known = row ?? (await findByAddress(store, tenant, plan.event.id, email));
    // The form sent again is no second letter; another form with the same address gets the link once more.
    if (row || (known && known.id !== id))
      await post(store, tenant, { to: 'follower', id: known!.id, kind: 'follow-confirm' });
    return done(null);
  });
}

async function findByAddress(store: Store, tenant: TenantScope, eventId: string, email: string) {
  const [row] = await store
    .select()
    .from(follower)
    .where(
      and(
        eq(follower.tenantId, tenant.tenant.id),
        eq(follower.eventId, eventId),
        eq(sql`lower(${follower.email})`, email.toLowerCase()),
      ),
    );
  return row ?? null;
}

const byToken = (tenant: TenantScope, token: string) =>
  and(eq(follower.tenantId, tenant.tenant.id), eq(follower.tokenHash, hashToken(token)));

/** Confirms the address of a follower. */
export function confirmFollow(tenant: TenantScope, token: string): Promise<Outcome<null, 'unknown'>> {
  return tenant.write(async (store) => {
    const rows = await store
      .update(follower)
      .set({
        confirmedAt: sql`coalesce(${follower.confirmedAt}, ${tenant.now().toISOString()}::timestamptz)`,
      })
      .where(byToken(tenant, token))
      .returning({ id: follower.id });
    return rows.length > 0 ? done(null) : refuse('unknown');
  });
}

/** Chooses another time for the reminder. */
export function changeReminder(
  tenant: TenantScope,
  token: string,
  reminder: Reminder,
): Promise<Outcome<null, 'unknown'>> {
  return tenant.write(async (store) => {
    const rows = await store
      .update(follower)
      .set({ reminder })
      .where(byToken(tenant, token))
      .returning({ id: follower.id });
    return rows.length > 0 ? done(null) : refuse('unknown');
  });
}

/** Ends it, with everything that was known of the person. Done twice is done. */
export function unfollow(tenant: TenantScope, token: string): Promise<Outcome<null, never>> {
  return tenant.write(async (store) => {
    await store.delete(follower).where(byToken(tenant, token));
    return done(null);
  });
}
