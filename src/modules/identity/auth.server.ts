import { AsyncLocalStorage } from 'node:async_hooks';
import { APIError } from 'better-auth/api';
import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { newId } from '#platform/db.server';
import type { Database } from '#platform/db.server';
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH, RESET_MINUTES, SESSION_HOURS } from './model.ts';
import { hashPassword, verifyPassword } from './password.server.ts';

export type Auth = ReturnType<typeof createAuth>;

/** What a call into better-auth needs to know and cannot be told by its own arguments. */
interface Errand {
  /** The town sessions are opened on. */
  tenantId: string;
  sendReset?: (userId: string, token: string) => Promise<void>;
}

const errands = new AsyncLocalStorage<Errand>();

const SESSION_COOKIE = 'better-auth.session_token';
const CHALLENGE_COOKIE = 'better-auth.two_factor';

/**
 * better-auth over our tables. It checks passwords, codes and sessions; its cookies never reach a browser (see
 * `cookies.ts`), and its routes are not mounted: only `api` is called.
 */
export function createAuth(parts: { registry: Database; secret: string; now: () => Date }) {
  return betterAuth({
    appName: 'Ortskern',
    baseURL: 'http://identity.invalid',
    secret: parts.secret,
    database: parts.registry.pool,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN_LENGTH,
      maxPasswordLength: PASSWORD_MAX_LENGTH,
      password: { hash: hashPassword, verify: verifyPassword },
      resetPasswordTokenExpiresIn: RESET_MINUTES * 60,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => errands.getStore()?.sendReset?.(user.id, token),
    },
    user: { modelName: 'person', fields: inSnakeCase('emailVerified', 'createdAt', 'updatedAt') },
    session: {
      fields: inSnakeCase('expiresAt', 'createdAt', 'updatedAt', 'ipAddress', 'userAgent', 'userId'),
      expiresIn: SESSION_HOURS * 3600,
      disableSessionRefresh: true,
      additionalFields: {
        openedOn: { type: 'string', required: true, input: false, fieldName: 'opened_on' },
        lastSeenAt: { type: 'date', required: true, input: false, fieldName: 'last_seen_at' },
      },
    },
    account: {
      modelName: 'credential',
      fields: inSnakeCase(
        'accountId',
        'providerId',
        'userId',
        'accessToken',
        'refreshToken',
        'idToken',
        'accessTokenExpiresAt',
        'refreshTokenExpiresAt',
        'createdAt',
        'updatedAt',
      ),
    },
    verification: { fields: inSnakeCase('expiresAt', 'createdAt', 'updatedAt'), storeIdentifier: 'hashed' },
    advanced: {
      database: { generateId: () => newId() },
      ipAddress: { disableIpTracking: true },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const errand = errands.getStore();
            if (!errand) throw new Error('a session is opened on a town');
            return { data: { ...session, openedOn: errand.tenantId, lastSeenAt: parts.now() } };
          },
        },
      },
    },
    plugins: [
      twoFactor({
        issuer: 'Ortskern',
        schema: {
          user: { fields: inSnakeCase('twoFactorEnabled') },
          twoFactor: {
            modelName: 'second_factor',
            fields: inSnakeCase('backupCodes', 'userId', 'failedVerificationCount', 'lockedUntil'),
          },
        },
      }),
    ],
  });
}

function inSnakeCase<Name extends string>(...names: Name[]): Record<Name, string> {
  const entries = names.map((name) => [name, name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]);
  return Object.fromEntries(entries) as Record<Name, string>;
}

export type Answer<Value> =
  | { ok: true; value: Value; sessionToken: string | null; challenge: string | null }
  | { ok: false; code: string };

/** Calls better-auth for a town: its refusals become values, the cookies it sets become tokens. */
export async function ask<Value>(
  errand: Errand,
  call: () => Promise<{ headers: Headers; response: Value }>,
): Promise<Answer<Value>> {
  try {
    const { headers, response } = await errands.run(errand, call);
    return {
      ok: true,
      value: response,
      sessionToken: setCookie(headers, SESSION_COOKIE),
      challenge: setCookie(headers, CHALLENGE_COOKIE),
    };
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500)
      return { ok: false, code: error.body?.code ?? error.message };
    throw error;
  }
}

/** Headers as better-auth expects them from a browser. */
export function headersFor(parts: {
  session?: string | null;
  challenge?: string | null;
  userAgent?: string;
}): Headers {
  const cookies = [
    parts.session ? `${SESSION_COOKIE}=${encodeURIComponent(parts.session)}` : '',
    parts.challenge ? `${CHALLENGE_COOKIE}=${encodeURIComponent(parts.challenge)}` : '',
  ].filter(Boolean);
  const headers = new Headers({ cookie: cookies.join('; ') });
  if (parts.userAgent) headers.set('user-agent', parts.userAgent.slice(0, 300));
  return headers;
}

function setCookie(headers: Headers, name: string): string | null {
  const line = headers.getSetCookie().findLast((one) => one.startsWith(`${name}=`));
  const value = line?.slice(name.length + 1).split(';', 1)[0];
  return value ? decodeURIComponent(value) : null;
}
