import { and, desc, eq, gt } from 'drizzle-orm';
import type { TenantScope } from '#platform/scope.server';
import { ask, headersFor } from '../auth.server.ts';
import { readSessionToken } from '../cookies.ts';
import { IDLE_MINUTES } from '../model.ts';
import type { CookieReader, SessionLine, StaffSession } from '../model.ts';
import { isOver, needsSecondFactor } from '../rules.ts';
import { session } from '../tables.server.ts';
import { findMember } from './people.server.ts';
import type { Parts } from '../parts.server.ts';

const SEEN_EVERY_MS = 60_000;

/** Who is at the desk of this town, by the cookies of a request; null for anyone else. */
export async function readSession(
  parts: Parts,
  cookies: CookieReader | Headers,
  tenantId: string,
): Promise<StaffSession | null> {
  const found = await findSession(parts, cookies, tenantId);
  const now = parts.now();
  if (!found || isOver(found, now)) return null;
  const { id, user, member } = found;
  if (now.getTime() - found.lastSeenAt.getTime() > SEEN_EVERY_MS) await touch(parts, id, now);

  const hasSecondFactor = user.twoFactorEnabled ?? false;
  const isHeldBack = needsSecondFactor(member.roles, hasSecondFactor);
  return {
    userId: user.id,
    name: user.name,
    email: user.email,
    roles: member.roles,
    permissions: isHeldBack ? [] : member.permissions,
    sessionId: id,
    tenantId,
    hasSecondFactor,
    needsSecondFactor: isHeldBack,
    openedAt: found.openedAt,
    expiresAt: found.expiresAt,
  };
}

/** The session a request carries, if it was opened on this town by somebody who still works here; it may have rested too long. */
export async function findSession(parts: Parts, cookies: CookieReader | Headers, tenantId: string) {
  const token = readSessionToken(cookies);
  if (!token) return null;
  const answer = await ask({ tenantId }, () =>
    parts.auth.api.getSession({ headers: headersFor({ session: token }), returnHeaders: true }),
  );
  if (!answer.ok || !answer.value || answer.value.session.openedOn !== tenantId) return null;

  const { session: open, user } = answer.value;
  const member = await parts.database.transaction({ tenantId, readOnly: true }, (store) =>
    findMember(store, tenantId, user.id),
  );
  if (!member) return null;
  const times = { openedAt: open.createdAt, lastSeenAt: open.lastSeenAt, expiresAt: open.expiresAt };
  return { id: open.id, user, member, ...datesOf(times) };
}

/** The token of the session the person of this scope has open in this town; null for any other that is shown. */
export async function ownSessionToken(
  parts: Parts,
  tenant: TenantScope,
  cookies: CookieReader | Headers,
): Promise<string | null> {
  const staff = await readSession(parts, cookies, tenant.tenant.id);
  return staff && staff.userId === tenant.actor.id ? readSessionToken(cookies) : null;
}

function datesOf<Name extends string>(times: Record<Name, Date | string>): Record<Name, Date> {
  const dates = Object.entries<Date | string>(times).map(([name, time]) => [name, new Date(time)]);
  return Object.fromEntries(dates) as Record<Name, Date>;
}

async function touch(parts: Parts, sessionId: string, now: Date): Promise<void> {
  await parts.registry.transaction({ registry: true }, (store) =>
    store.update(session).set({ lastSeenAt: now }).where(eq(session.id, sessionId)),
  );
}

/** One's own open sessions in this town, the latest used first. */
export async function listSessions(
  parts: Parts,
  tenant: TenantScope,
  currentSessionId: string,
): Promise<SessionLine[]> {
  const userId = tenant.actor.id;
  if (!userId) return [];
  const idleSince = new Date(tenant.now().getTime() - IDLE_MINUTES * 60_000);
  const rows = await parts.registry.transaction({ registry: true }, (store) =>
    store
      .select()
      .from(session)
      .where(
        and(
          eq(session.userId, userId),
          eq(session.openedOn, tenant.tenant.id),
          gt(session.lastSeenAt, idleSince),
          gt(session.expiresAt, tenant.now()),
        ),
      )
      .orderBy(desc(session.lastSeenAt))
      .limit(50),
  );
  return rows.map((row) => ({
    id: row.id,
    userAgent: row.userAgent ?? '',
    openedAt: row.createdAt,
    lastSeenAt: row.lastSeenAt,
    isCurrent: row.id === currentSessionId,
  }));
}
