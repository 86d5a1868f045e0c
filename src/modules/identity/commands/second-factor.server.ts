import { recordAudit } from '#platform/audit.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { ask, headersFor } from '../auth.server.ts';
import type { Answer } from '../auth.server.ts';
import type { CookieReader, OpenedSession } from '../model.ts';
import type { Parts } from '../parts.server.ts';
import { ownSessionToken } from '../queries/sessions.server.ts';
import { countAttempt } from '../throttle.server.ts';
import { openedBy } from './sessions.server.ts';

/** What someone needs to set up the second factor. Shown once, never stored in the clear. */
export interface SecondFactorSetup {
  /** `otpauth://` address for the app. */
  uri: string;
  /** The secret in it, for typing. */
  secret: string;
  recoveryCodes: string[];
}

type Refusal = 'forbidden' | 'password-wrong' | 'too-many-attempts' | 'second-factor-exists';

/** Begins the set-up of an authenticator app; nothing changes until a code from it is confirmed. */
export async function startTotp(
  parts: Parts,
  tenant: TenantScope,
  cookies: CookieReader | Headers,
  password: string,
): Promise<Outcome<SecondFactorSetup, Refusal>> {
  const outcome = await askWithPassword(parts, tenant, cookies, (headers) =>
    parts.auth.api.enableTwoFactor({
      body: { password, method: 'totp', issuer: `Ortskern ${tenant.tenant.name}` },
      headers,
      returnHeaders: true,
    }),
  );
  if (!outcome.ok) return outcome;
  const setup = outcome.value.value;
  if (setup.method !== 'totp') throw new Error('asked for an authenticator app');
  const secret = new URL(setup.totpURI).searchParams.get('secret') ?? '';
  return done({ uri: setup.totpURI, secret, recoveryCodes: setup.backupCodes });
}

/** Proves that the app works; from now on its codes are asked for. The session gets a new id. */
export async function confirmTotp(
  parts: Parts,
  tenant: TenantScope,
  cookies: CookieReader | Headers,
  code: string,
): Promise<Outcome<OpenedSession, 'forbidden' | 'code-wrong'>> {
  const session = await ownSessionToken(parts, tenant, cookies);
  const userId = tenant.actor.id;
  if (!session || !userId) return refuse('forbidden');
  const answer = await ask({ tenantId: tenant.tenant.id }, () =>
    parts.auth.api.verifyTOTP({
      body: { code: code.replace(/\s/g, '') },
      headers: headersFor({ session }),
      returnHeaders: true,
    }),
  );
  if (!answer.ok) return refuse('code-wrong');
  await note(tenant, userId, 'identity.second-factor-on');
  return done(
    answer.sessionToken
      ? openedBy(parts, answer)
      : { ...openedBy(parts, { ...answer, sessionToken: session }) },
  );
}

/** Removes the second factor after asking for the password once more. */
export async function disableTotp(
  parts: Parts,
  tenant: TenantScope,
  cookies: CookieReader | Headers,
  password: string,
): Promise<Outcome<OpenedSession, Refusal>> {
  const outcome = await askWithPassword(parts, tenant, cookies, (headers) =>
    parts.auth.api.disableTwoFactor({ body: { password }, headers, returnHeaders: true }),
  );
  if (!outcome.ok) return outcome;
  await note(tenant, tenant.actor.id!, 'identity.second-factor-off');
  return done(openedBy(parts, outcome.value));
}

/** Ten new recovery codes; the old ones stop working. */
export async function renewRecoveryCodes(
  parts: Parts,
  tenant: TenantScope,
  cookies: CookieReader | Headers,
  password: string,
): Promise<Outcome<string[], Refusal>> {
  const outcome = await askWithPassword(parts, tenant, cookies, (headers) =>
    parts.auth.api.generateBackupCodes({ body: { password }, headers, returnHeaders: true }),
  );
  if (!outcome.ok) return outcome;
  await note(tenant, tenant.actor.id!, 'identity.renew-recovery-codes');
  return done(outcome.value.value.backupCodes);
}

async function askWithPassword<Value>(
  parts: Parts,
  tenant: TenantScope,
  cookies: CookieReader | Headers,
  call: (headers: Headers) => Promise<{ headers: Headers; response: Value }>,
): Promise<Outcome<Extract<Answer<Value>, { ok: true }>, Refusal>> {
  const session = await ownSessionToken(parts, tenant, cookies);
  const userId = tenant.actor.id;
  if (!session || !userId) return refuse('forbidden');
  const minutes = await countAttempt(parts, 'confirm-password', { account: userId, address: userId });
  if (minutes !== null) return refuse('too-many-attempts', { values: { minutes } });
  const answer = await ask({ tenantId: tenant.tenant.id }, () => call(headersFor({ session })));
  if (answer.ok) return done(answer);
  return refuse(answer.code === 'TOTP_ALREADY_ENABLED' ? 'second-factor-exists' : 'password-wrong');
}

async function note(tenant: TenantScope, userId: string, action: string): Promise<void> {
  await tenant.write((store) =>
    recordAudit(store, tenant, { action, subject: { kind: 'person', id: userId } }),
  );
}
