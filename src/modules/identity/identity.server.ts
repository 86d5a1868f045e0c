import { openDatabase, PUBLIC_ROLE } from '#platform/db.server';
import type { Database } from '#platform/db.server';
import type { TenantScope } from '#platform/scope.server';
import { createAuth } from './auth.server.ts';
import { acceptInvitation, findInvitation } from './commands/accounts.server.ts';
import type { Acceptance } from './commands/accounts.server.ts';
import { invite, withdrawInvitation } from './commands/invitations.server.ts';
import { changePassword, requestPasswordReset, resetPassword } from './commands/passwords.server.ts';
import { removeRole, saveRole } from './commands/role-rights.server.ts';
import { setDisabled, setRoles } from './commands/roles.server.ts';
import { confirmTotp, disableTotp, renewRecoveryCodes, startTotp } from './commands/second-factor.server.ts';
import {
  revokeOtherSessions,
  revokeSession,
  signIn,
  signOut,
  verifySecondFactor,
} from './commands/sessions.server.ts';
import type { Credentials, SecondFactor } from './commands/sessions.server.ts';
import { findInput, forgetInput, keepInput, rescueInput } from './commands/unsaved.server.ts';
import type { CookieReader, InvitationDraft, UnsavedInput } from './model.ts';
import type { Mailer, Parts } from './parts.server.ts';
import { KNOWN_PERMISSIONS } from './permissions.ts';
import { listInvitations, listPeople, listRoles } from './queries/people.server.ts';
import { listSessions, readSession } from './queries/sessions.server.ts';

export interface IdentityOptions {
  databaseUrl: string;
  database: Database;
  /** At least 32 random characters; with another one all sessions and second factors are void. */
  secret: string;
  mail: Mailer;
  now?: () => Date;
  /** `false` switches the limits on attempts off, for measuring on loopback only. */
  throttled?: boolean;
  /** All rights the modules know; the default roles are made from them. */
  permissions?: readonly string[];
  /** Connections for accounts and sessions. */
  max?: number;
}

export type Identity = ReturnType<typeof createIdentity>;
type Cookies = CookieReader | Headers;

/** Staff accounts, sessions and roles, ready to use. Call `close()` when done. */
export function createIdentity(options: IdentityOptions) {
  const now = options.now ?? (() => new Date());
  const registry = openDatabase(options.databaseUrl, {
    searchPath: 'identity',
    sessionSettings: { role: PUBLIC_ROLE, 'app.registry': 'on' },
    max: options.max ?? 4,
    statementLimitMs: 4_000,
  });
  const parts: Parts = {
    auth: createAuth({ registry, secret: options.secret, now }),
    registry,
    database: options.database,
    secret: options.secret,
    mail: options.mail,
    now,
    throttled: options.throttled ?? true,
    permissions: options.permissions ?? KNOWN_PERMISSIONS,
  };

  return {
    signIn: (tenant: TenantScope, given: Credentials) => signIn(parts, tenant, given),
    verifySecondFactor: (tenant: TenantScope, given: SecondFactor) =>
      verifySecondFactor(parts, tenant, given),
    signOut: (tenant: TenantScope, cookies: Cookies) => signOut(parts, tenant, cookies),
    readSession: (cookies: Cookies, tenantId: string) => readSession(parts, cookies, tenantId),
    listSessions: (tenant: TenantScope, currentId: string) => listSessions(parts, tenant, currentId),
    revokeSession: (tenant: TenantScope, sessionId: string) => revokeSession(parts, tenant, sessionId),
    revokeOtherSessions: (tenant: TenantScope, currentId: string) =>
      revokeOtherSessions(parts, tenant, currentId),

    invite: (tenant: TenantScope, draft: InvitationDraft, origin: string) =>
      invite(parts, tenant, draft, origin),
    findInvitation: (tenant: TenantScope, token: string) => findInvitation(parts, tenant, token),
    acceptInvitation: (tenant: TenantScope, given: Acceptance) => acceptInvitation(parts, tenant, given),
    withdrawInvitation,
    listInvitations,

    listPeople,
    listRoles,
    saveRole,
    removeRole,
    setRoles: (tenant: TenantScope, userId: string, keys: readonly string[]) =>
      setRoles(parts, tenant, userId, keys),
    disablePerson: (tenant: TenantScope, userId: string) => setDisabled(parts, tenant, userId, true),
    enablePerson: (tenant: TenantScope, userId: string) => setDisabled(parts, tenant, userId, false),

    requestPasswordReset: (tenant: TenantScope, given: { email: string; address: string; origin: string }) =>
      requestPasswordReset(parts, tenant, given),
    resetPassword: (tenant: TenantScope, given: { token: string; password: string; address: string }) =>
      resetPassword(parts, tenant, given),
    changePassword: (
      tenant: TenantScope,
      cookies: Cookies,
      given: { current: string; next: string; about: readonly string[]; userAgent?: string },
    ) => changePassword(parts, tenant, cookies, given),

    startTotp: (tenant: TenantScope, cookies: Cookies, password: string) =>
      startTotp(parts, tenant, cookies, password),
    confirmTotp: (tenant: TenantScope, cookies: Cookies, code: string) =>
      confirmTotp(parts, tenant, cookies, code),
    disableTotp: (tenant: TenantScope, cookies: Cookies, password: string) =>
      disableTotp(parts, tenant, cookies, password),
    renewRecoveryCodes: (tenant: TenantScope, cookies: Cookies, password: string) =>
      renewRecoveryCodes(parts, tenant, cookies, password),

    keepInput,
    findInput,
    forgetInput,
    rescueInput: (tenant: TenantScope, cookies: Cookies, form: string, input: UnsavedInput['input']) =>
      rescueInput(parts, tenant, cookies, form, input),

    close: () => registry.close(),
  };
}
