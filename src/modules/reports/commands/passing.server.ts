import { and, eq, isNull } from 'drizzle-orm';
import type { Store } from '#platform/db.server';
import { isId, newId } from '#platform/db';
import { hashToken } from '#platform/forms.server';
import { announce } from '#platform/jobs.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { FORWARD, post } from '../letters.server.ts';
import type { BodyLevel, ReferralChannel, ReferralOutcome, ReportStatus } from '../model.ts';
import type { Parts } from '../parts.server.ts';
import { loadBodies } from '../queries/configuration.server.ts';
import { BODY_STATUSES, isClosedStatus, isOpen } from '../rules.ts';
import { lockReport } from '../rows.server.ts';
import type { ReportRow } from '../rows.server.ts';
import { tokenOf } from '../secrets.server.ts';
import { body, category, receivedUpdate, referral } from '../tables.server.ts';
import { change, changesOfStatus, takePublicStep, taking } from './changing.server.ts';
import type { DeskRefusal } from './changing.server.ts';
import { textFault } from './reporter.server.ts';

type Changed = Promise<Outcome<{ number: number }, DeskRefusal>>;
type BodyRow = typeof body.$inferSelect;

/**
 * Gives a report to whoever is responsible. The public history goes on: it says who has it from now on. By Open311
 * where the body has an endpoint, else by mail with a link to answer.
 */
export function passOn(
  parts: Parts,
  tenant: TenantScope,
  wish: { id: string; bodyId: string; message: string; origin: string },
): Changed {
  return change(tenant, wish.id, async (store, row) => {
    if (!isOpen(row)) return refuse('wrong-state');
    const [to] = isId(wish.bodyId)
      ? await store
          .select()
          .from(body)
          .where(and(eq(body.tenantId, tenant.tenant.id), eq(body.id, wish.bodyId), eq(body.isActive, true)))
          .limit(1)
      : [];
    if (!to) return refuse('invalid', { fields: { stelle: 'reports.fault.body' } });
    const fault = textFault(wish.message, 0);
    if (fault) return refuse('invalid', { fields: { nachricht: fault } });
    await endReferrals(store, tenant, row, { outcome: 'passed-on', origin: wish.origin });
    await refer(parts, store, tenant, row, to, wish);
    // The town's own offices have it by the town's word; everybody else has been passed it on.
    const status: ReportStatus =
      to.level !== 'town' ? 'passed-on' : row.status === 'received' ? 'checked' : row.status;
    await takePublicStep(
      store,
      tenant,
      row,
      { kind: 'passed-on', status, body: { name: to.name, level: to.level }, origin: wish.origin },
      { status, ...heldBy(tenant, to), ...taking(tenant, row) },
    );
    return done({ number: row.number });
  });
}

async function refer(
  parts: Parts,
  store: Store,
  tenant: TenantScope,
  row: ReportRow,
  to: BodyRow,
  wish: { message: string; origin: string },
): Promise<void> {
  const id = newId();
  const channel = channelOf(parts, to);
  await store.insert(referral).values({
    tenantId: tenant.tenant.id,
    id,
    reportId: row.id,
    bodyId: to.id,
    bodyName: to.name,
    bodyLevel: to.level,
    channel,
    tokenHash: hashToken(tokenOf(parts.secret, tenant.tenant.id, 'referral', id)),
    message: wish.message.trim(),
    byName: tenant.actor.name,
    referredAt: tenant.now(),
  });
  const about = { reportId: row.id, referralId: id, origin: wish.origin };
  if (row.isExample) return;
  if (channel === 'email') await post(store, tenant, { ...about, kind: 'referral' });
  if (channel === 'open311') await announce(store, tenant, FORWARD, about);
}

function channelOf({ forward }: Parts, to: BodyRow): ReferralChannel {
  if (to.open311Url && forward) return 'open311';
  return to.email ? 'email' : 'none';
}

/** Ends what is open with other bodies; who was written to is told that there is nothing more to do. */
export async function endReferrals(
  store: Store,
  tenant: TenantScope,
  row: ReportRow,
  end: { outcome: ReferralOutcome; origin: string },
): Promise<number> {
  const ended = await store
    .update(referral)
    .set({ endedAt: tenant.now(), outcome: end.outcome, tokenHash: null })
    .where(
      and(eq(referral.tenantId, tenant.tenant.id), eq(referral.reportId, row.id), isNull(referral.endedAt)),
    )
    .returning();
  for (const one of ended)
    if (one.channel === 'email' && one.sentAt && end.outcome !== 'returned')
      await post(store, tenant, {
        reportId: row.id,
        referralId: one.id,
        kind: 'referral-ended',
        origin: end.origin,
      });
  return ended.length;
}

/** The town does it after all, or finds somebody else. */
export function takeBack(tenant: TenantScope, wish: { id: string; reason: string; origin: string }): Changed {
  const fault = textFault(wish.reason, 0);
  if (fault) return Promise.resolve(refuse('invalid', { fields: { grund: fault } }));
  return change(tenant, wish.id, async (store, row) => {
    if (!isOpen(row)) return refuse('wrong-state');
    if ((await endReferrals(store, tenant, row, { outcome: 'taken-back', origin: wish.origin })) === 0)
      return refuse('wrong-state');
    await comeHome(store, tenant, row, { kind: 'taken-back', text: wish.reason.trim(), origin: wish.origin });
    return done({ number: row.number });
  });
}

/** Back to the town's own office of the category. */
async function comeHome(
  store: Store,
  tenant: TenantScope,
  row: ReportRow,
  happened: { kind: 'taken-back' | 'returned'; text: string; origin: string; actorName?: string },
): Promise<void> {
  const [of] = await store
    .select()
    .from(category)
    .where(and(eq(category.tenantId, tenant.tenant.id), eq(category.id, row.categoryId)))
    .limit(1);
  const home = (await loadBodies(store, tenant)).find(
    ({ id, level }) => id === of?.bodyId && level === 'town',
  );
  const holder = home ?? { id: null, name: tenant.tenant.name, level: 'town' as BodyLevel };
  await takePublicStep(
    store,
    tenant,
    row,
    { ...happened, status: 'checked', body: { name: holder.name, level: holder.level } },
    { status: 'checked', ...heldBy(tenant, holder) },
  );
}

function heldBy(
  tenant: TenantScope,
  holder: { id: string | null; name: string; level: BodyLevel },
): Partial<ReportRow> {
  return { bodyId: holder.id, bodyName: holder.name, bodyLevel: holder.level, bodySince: tenant.now() };
}

export type BodyRefusal = 'unknown' | 'wrong-state' | 'invalid';

export interface BodyAnswer {
  /** `null`: a word, and the status stays. */
  status: ReportStatus | null;
  text: string;
  /** Not theirs: it goes back to the town. */
  isReturned?: boolean;
  origin: string;
}

/** A body answers by the link of its mail, without an account. The answer is public. */
export function answerReferral(
  tenant: TenantScope,
  wish: BodyAnswer & { link: string },
): Promise<Outcome<{ number: number }, BodyRefusal>> {
  return tenant.write(async (store) => {
    const [found] = await store
      .select()
      .from(referral)
      .where(and(eq(referral.tenantId, tenant.tenant.id), eq(referral.tokenHash, hashToken(wish.link))))
      .for('update');
    return found ? takeAnswer(store, tenant, found, wish) : refuse('unknown');
  });
}

export interface ReceivedUpdate extends Omit<BodyAnswer, 'isReturned' | 'origin'> {
  referralId: string;
  /** Of the other system; the same again changes nothing. */
  updateId: string;
}

/** An update another system sent or was asked for, by the Open311 client. Each is taken once. */
export async function receiveUpdate(
  tenant: TenantScope,
  wish: ReceivedUpdate,
): Promise<Outcome<{ isNew: boolean }, BodyRefusal | 'forbidden'>> {
  if (tenant.actor.kind !== 'system') return refuse('forbidden');
  if (!isId(wish.referralId)) return refuse('unknown');
  return tenant.write(async (store) => {
    const [found] = await store
      .select()
      .from(referral)
      .where(and(eq(referral.tenantId, tenant.tenant.id), eq(referral.id, wish.referralId)))
      .for('update');
    if (!found) return refuse('unknown');
    const { referralId, updateId } = wish;
    const made = await store
      .insert(receivedUpdate)
      .values({ tenantId: tenant.tenant.id, referralId, updateId, receivedAt: tenant.now() })
      .onConflictDoNothing()
      .returning();
    if (made.length === 0) return done({ isNew: false });
    const taken = await takeAnswer(store, tenant, found, { ...wish, origin: '' });
    return taken.ok ? done({ isNew: true }) : taken;
  });
}

async function takeAnswer(
  store: Store,
  tenant: TenantScope,
  found: typeof referral.$inferSelect,
  answer: BodyAnswer,
): Promise<Outcome<{ number: number }, BodyRefusal>> {
  const { status, text, origin, isReturned = false } = answer;
  const row = await lockReport(store, tenant, found.reportId);
  if (!row || found.endedAt || !isOpen(row)) return refuse('wrong-state');
  if (status !== null && !BODY_STATUSES.includes(status))
    return refuse('invalid', { fields: { stand: 'reports.fault.choice' } });
  const isSilent = status !== null && !isClosedStatus(status) && !isReturned;
  const fault = textFault(text, isSilent ? 0 : 3);
  if (fault) return refuse('invalid', { fields: { text: fault } });
  const actorName = found.bodyName;
  if (isReturned) {
    await endReferrals(store, tenant, row, { outcome: 'returned', origin });
    await comeHome(store, tenant, row, { kind: 'returned', text: text.trim(), origin, actorName });
  } else {
    const changes = status ? await changesOfStatus(store, tenant, row, status) : {};
    if (changes.closedAt) await endReferrals(store, tenant, row, { outcome: 'returned', origin });
    await takePublicStep(
      store,
      tenant,
      row,
      { kind: 'status', status: status ?? row.status, text: text.trim(), actorName, origin },
      changes,
    );
  }
  await post(store, tenant, { reportId: row.id, kind: 'body-wrote', origin });
  return done({ number: row.number });
}
