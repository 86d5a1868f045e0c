import { and, eq, ne } from 'drizzle-orm';
import { recordAudit } from '#platform/audit.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { ask, headersFor } from '../auth.server.ts';
import type { Answer } from '../auth.server.ts';
import { readSessionToken } from '../cookies.ts';
import { SESSION_HOURS } from '../model.ts';
import type { CookieReader, OpenedSession, SignedIn } from '../model.ts';
import { blind } from '../parts.server.ts';
import type { Parts } from '../parts.server.ts';
import { findMember, findMemberByEmail } from '../queries/people.server.ts';
import { findSession } from '../queries/sessions.server.ts';
import { session } from '../tables.server.ts';
import { countAttempt, forgiveAttempt, useOnce } from '../throttle.server.ts';

export interface Credentials {
  email: string;
  password: string;
  /** Where the request came from; kept as a keyed hash for a day. */
  address: string;
  userAgent?: string;
}

export type SignInRefusal = 'credentials-wrong' | 'too-many-attempts';

/** Checks address and password. Unknown address, wrong password and a stranger to this town get the same answer. */
export async function signIn(
  parts: Parts,
  tenant: TenantScope,
  given: Credentials,
): Promise<Outcome<SignedIn, SignInRefusal>> {
  const who = { account: given.email, address: given.address };
  const minutes = await countAttempt(parts, 'sign-in', who);
  if (minutes !== null) {
    await noteFailure(parts, tenant, given.email, 'identity.sign-in-throttled');
    return refuse('too-many-attempts', { values: { minutes } });
  }
  const outcome = await checkPassword(parts, tenant, given);
  if (!outcome.ok) {
    await noteFailure(parts, tenant, given.email, 'identity.sign-in-failed');
    return outcome;
  }
  const found = await findMemberByEmail(tenant, given.email);
  if (!found) {
    await discard(parts, outcome.value);
    await noteFailure(parts, tenant, given.email, 'identity.sign-in-failed');
    return refuse('credentials-wrong');
  }
  await forgiveAttempt(parts, 'sign-in', who);
  if (outcome.value.step === 'open') await noteSignIn(tenant, found);
  return outcome;
}

/** The password alone, without a look at who works where. */
export async function checkPassword(
  parts: Parts,
  tenant: TenantScope,
  given: Credentials,
): Promise<Outcome<SignedIn, 'credentials-wrong'>> {
  const answer = await ask({ tenantId: tenant.tenant.id }, () =>
    parts.auth.api.signInEmail({
      body: { email: given.email.trim(), password: given.password },
      headers: headersFor({ userAgent: given.userAgent }),
      returnHeaders: true,
    }),
  );
  if (!answer.ok) return refuse('credentials-wrong');
  if (answer.challenge) return done({ step: 'second-factor', challenge: answer.challenge });
  return done({ step: 'open', session: openedBy(parts, answer) });
}

export interface SecondFactor {
  challenge: string | null;
  /** Six digits of the app, or a recovery code. */
  code: string;
  address: string;
  userAgent?: string;
}

/** Answers the second question of a sign-in. Each code opens one session only. */
export async function verifySecondFactor(
  parts: Parts,
  tenant: TenantScope,
  given: SecondFactor,
): Promise<Outcome<OpenedSession, 'code-wrong' | 'sign-in-again' | 'too-many-attempts'>> {
  if (!given.challenge) return refuse('sign-in-again');
  const minutes = await countAttempt(parts, 'second-factor', { address: given.address });
  if (minutes !== null) return refuse('too-many-attempts', { values: { minutes } });

  const code = given.code.replace(/\s/g, '');
  const request = {
    body: { code },
    headers: headersFor({ challenge: given.challenge, userAgent: given.userAgent }),
    returnHeaders: true as const,
  };
  const answer = await ask<{ user?: { id: string; name: string } | null; token?: string }>(
    { tenantId: tenant.tenant.id },
    () =>
      /^\d{6}$/.test(code) ? parts.auth.api.verifyTOTP(request) : parts.auth.api.verifyBackupCode(request),
  );
  if (!answer.ok) return refuse(secondFactorRefusal(answer.code), { values: { minutes: 15 } });

  const user = answer.value.user;
  const opened = openedBy(parts, answer);
  const isMember = user && (await tenant.read((store) => findMember(store, tenant.tenant.id, user.id)));
  // A code is good for about 90 seconds; used codes are remembered for a day, so that nobody reads one over a shoulder.
  if (!user || !isMember || !(await useOnce(parts, 'code', `${user.id}:${code}`))) {
    await endSession(parts, opened.token);
    return refuse('code-wrong');
  }
  await forgiveAttempt(parts, 'second-factor', { address: given.address });
  await noteSignIn(tenant, { userId: user.id, name: user.name });
  return done(opened);
}

function secondFactorRefusal(code: string): 'code-wrong' | 'sign-in-again' | 'too-many-attempts' {
  if (code === 'ACCOUNT_TEMPORARILY_LOCKED') return 'too-many-attempts';
  return code === 'INVALID_CODE' || code === 'INVALID_BACKUP_CODE' ? 'code-wrong' : 'sign-in-again';
}

/** Ends the session a request carries, also one that has rested too long; never one of another town. */
export async function signOut(
  parts: Parts,
  tenant: TenantScope,
  cookies: CookieReader | Headers,
): Promise<void> {
  const found = await findSession(parts, cookies, tenant.tenant.id);
  const token = readSessionToken(cookies);
  if (!found || !token) return;
  await endSession(parts, token);
  const subject = { kind: 'person', id: found.user.id };
  const actor = { ...tenant.actor, id: found.user.id, name: found.user.name };
  await tenant.write((store) =>
    recordAudit(store, { ...tenant, actor }, { action: 'identity.sign-out', subject }),
  );
}

/** Ends one of one's own sessions in this town. */
export async function revokeSession(
  parts: Parts,
  tenant: TenantScope,
  sessionId: string,
): Promise<Outcome<null, 'unknown'>> {
  return revoke(parts, tenant, eq(session.id, sessionId));
}

/** Ends all of one's own sessions in this town but the current one. */
export async function revokeOtherSessions(
  parts: Parts,
  tenant: TenantScope,
  currentSessionId: string,
): Promise<Outcome<null, 'unknown'>> {
  const outcome = await revoke(parts, tenant, ne(session.id, currentSessionId));
  return outcome.ok || outcome.reason === 'unknown' ? done(null) : outcome;
}

async function revoke(
  parts: Parts,
  tenant: TenantScope,
  which: ReturnType<typeof eq>,
): Promise<Outcome<null, 'unknown'>> {
  const userId = tenant.actor.id;
  if (!userId) return refuse('unknown');
  const ended = await parts.registry.transaction({ registry: true }, (store) =>
    store
      .delete(session)
      .where(and(eq(session.userId, userId), eq(session.openedOn, tenant.tenant.id), which))
      .returning({ id: session.id }),
  );
  if (ended.length === 0) return refuse('unknown');
  await tenant.write((store) =>
    recordAudit(store, tenant, {
      action: 'identity.revoke-session',
      subject: { kind: 'person', id: userId },
    }),
  );
  return done(null);
}

/** Ends whatever a sign-in opened that must not stay. */
export async function discard(parts: Parts, signedIn: SignedIn): Promise<void> {
  if (signedIn.step === 'open') await endSession(parts, signedIn.session.token);
}

async function endSession(parts: Parts, signedToken: string): Promise<void> {
  await parts.auth.api.signOut({ headers: headersFor({ session: signedToken }) });
}

/** The session better-auth's answer carries. */
export function openedBy(parts: Parts, answer: Extract<Answer<unknown>, { ok: true }>): OpenedSession {
  if (!answer.sessionToken) throw new Error('the answer opened no session');
  return {
    token: answer.sessionToken,
    expiresAt: new Date(parts.now().getTime() + SESSION_HOURS * 3_600_000),
  };
}

async function noteSignIn(tenant: TenantScope, who: { userId: string; name: string }): Promise<void> {
  const scope: TenantScope = {
    ...tenant,
    actor: { ...tenant.actor, id: who.userId, name: who.name, kind: 'staff' },
  };
  await tenant.write((store) =>
    recordAudit(store, scope, { action: 'identity.sign-in', subject: { kind: 'person', id: who.userId } }),
  );
}

/** The trail tells that someone failed and whether it was the same account again, not which address was typed. */
async function noteFailure(parts: Parts, tenant: TenantScope, email: string, action: string): Promise<void> {
  const id = blind(parts, email.trim().toLowerCase()).slice(0, 12);
  await tenant.write((store) => recordAudit(store, tenant, { action, subject: { kind: 'account', id } }));
}
