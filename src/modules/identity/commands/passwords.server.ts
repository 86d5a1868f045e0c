import { recordAudit } from '#platform/audit.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { ask, headersFor } from '../auth.server.ts';
import { resetMail } from '../mails.server.ts';
import type { CookieReader, OpenedSession } from '../model.ts';
import type { Parts } from '../parts.server.ts';
import { findMemberByEmail } from '../queries/people.server.ts';
import { ownSessionToken } from '../queries/sessions.server.ts';
import { passwordFault } from '../rules.ts';
import { countAttempt } from '../throttle.server.ts';
import { openedBy } from './sessions.server.ts';

/** Mails a link for a new password, if the address works for this town. The answer never tells whether it does. */
export async function requestPasswordReset(
  parts: Parts,
  tenant: TenantScope,
  given: { email: string; address: string; origin: string },
): Promise<Outcome<null, 'too-many-attempts'>> {
  const minutes = await countAttempt(parts, 'reset', { account: given.email, address: given.address });
  if (minutes !== null) return refuse('too-many-attempts', { values: { minutes } });

  const found = await findMemberByEmail(tenant, given.email);
  // Nobody waits for it, so that a known address takes no longer than an unknown one.
  if (found)
    void sendReset(parts, tenant, { ...found, email: given.email.trim().toLowerCase() }, given.origin).catch(
      () => {},
    );
  return done(null);
}

async function sendReset(
  parts: Parts,
  tenant: TenantScope,
  who: { userId: string; name: string; email: string },
  origin: string,
): Promise<void> {
  const sent = async (_userId: string, token: string) => {
    const link = `${origin}/verwaltung/passwort/${token}`;
    await parts.mail.send(resetMail({ ...who, link, town: tenant.tenant.name }));
  };
  await ask({ tenantId: tenant.tenant.id, sendReset: sent }, () =>
    parts.auth.api.requestPasswordReset({ body: { email: who.email }, returnHeaders: true }),
  );
  await tenant.write((store) =>
    recordAudit(store, tenant, {
      action: 'identity.request-reset',
      subject: { kind: 'person', id: who.userId },
    }),
  );
}

/** Sets a new password by the link of a mail; all sessions end, and the second factor stays. */
export async function resetPassword(
  parts: Parts,
  tenant: TenantScope,
  given: { token: string; password: string; address: string },
): Promise<Outcome<null, 'invalid' | 'link-no-longer-works' | 'too-many-attempts'>> {
  const minutes = await countAttempt(parts, 'reset-link', { address: given.address });
  if (minutes !== null) return refuse('too-many-attempts', { values: { minutes } });
  const fault = passwordFault(given.password, [tenant.tenant.name, tenant.tenant.slug]);
  if (fault) return refuse('invalid', { fields: { password: fault } });

  const answer = await ask({ tenantId: tenant.tenant.id }, () =>
    parts.auth.api.resetPassword({
      body: { token: given.token, newPassword: given.password },
      returnHeaders: true,
    }),
  );
  if (!answer.ok) return refuse('link-no-longer-works');
  await tenant.write((store) =>
    recordAudit(store, tenant, {
      action: 'identity.reset-password',
      subject: { kind: 'account', id: 'link' },
    }),
  );
  return done(null);
}

/** Changes one's own password; every other session ends, and this one gets a new id. */
export async function changePassword(
  parts: Parts,
  tenant: TenantScope,
  cookies: CookieReader | Headers,
  given: { current: string; next: string; about: readonly string[]; userAgent?: string },
): Promise<Outcome<OpenedSession, 'forbidden' | 'invalid' | 'too-many-attempts'>> {
  const session = await ownSessionToken(parts, tenant, cookies);
  const userId = tenant.actor.id;
  if (!session || !userId) return refuse('forbidden');
  const fault = passwordFault(given.next, [...given.about, tenant.tenant.name]);
  if (fault) return refuse('invalid', { fields: { next: fault } });
  const minutes = await countAttempt(parts, 'change-password', { account: userId, address: userId });
  if (minutes !== null) return refuse('too-many-attempts', { values: { minutes } });

  const answer = await ask({ tenantId: tenant.tenant.id }, () =>
    parts.auth.api.changePassword({
      body: { currentPassword: given.current, newPassword: given.next, revokeOtherSessions: true },
      headers: headersFor({ session, userAgent: given.userAgent }),
      returnHeaders: true,
    }),
  );
  if (!answer.ok) return refuse('invalid', { fields: { current: 'password-wrong' } });
  await tenant.write((store) =>
    recordAudit(store, tenant, {
      action: 'identity.change-password',
      subject: { kind: 'person', id: userId },
    }),
  );
  return done(openedBy(parts, answer));
}
