import { recordAudit } from '#platform/audit.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { sql } from 'drizzle-orm';
import { emailAddress, personName } from '../model.ts';
import type { OpenInvitation, SignedIn } from '../model.ts';
import * as v from 'valibot';
import { hashPassword } from '../password.server.ts';
import type { Parts } from '../parts.server.ts';
import { passwordFault } from '../rules.ts';
import { member } from '../tables.server.ts';
import { countAttempt, forgiveAttempt } from '../throttle.server.ts';
import { findOpenInvitation, useInvitation } from './invitations.server.ts';
import { giveRoles } from './roles.server.ts';
import { checkPassword, discard } from './sessions.server.ts';

export interface Acceptance {
  token: string;
  name: string;
  email: string;
  /** The new password, or that of the account the address already has. */
  password: string;
  address: string;
  userAgent?: string;
}

type AcceptRefusal = 'link-no-longer-works' | 'invalid' | 'credentials-wrong' | 'too-many-attempts';

/** What the page of an invitation shows; null when the link no longer works. */
export async function findInvitation(
  parts: Parts,
  tenant: TenantScope,
  token: string,
): Promise<OpenInvitation | null> {
  const found = await tenant.read((store) => findOpenInvitation(store, tenant, token));
  if (!found) return null;
  const hasAccount = found.email !== '' && (await findAccount(parts, found.email)) !== null;
  return { name: found.email ? found.name : '', email: found.email, hasAccount };
}

/** Turns an invitation into an account, or into one more town for an account that exists, and signs in. */
export async function acceptInvitation(
  parts: Parts,
  tenant: TenantScope,
  given: Acceptance,
): Promise<Outcome<SignedIn, AcceptRefusal>> {
  const who = { address: given.address };
  const minutes = await countAttempt(parts, 'invitation', who);
  if (minutes !== null) return refuse('too-many-attempts', { values: { minutes } });

  const open = await tenant.read((store) => findOpenInvitation(store, tenant, given.token));
  if (!open) return refuse('link-no-longer-works');
  const email = v.safeParse(emailAddress, open.email || given.email);
  if (!email.success) return refuse('invalid', { fields: { email: 'email-not-understood' } });

  const account = await findAccount(parts, email.output);
  const outcome = account
    ? await joinWithAccount(parts, tenant, { ...given, email: email.output }, account)
    : await joinAnew(parts, tenant, { ...given, email: email.output });
  if (outcome.ok) await forgiveAttempt(parts, 'invitation', who);
  return outcome;
}

async function joinAnew(
  parts: Parts,
  tenant: TenantScope,
  given: Acceptance,
): Promise<Outcome<SignedIn, AcceptRefusal>> {
  const faults = accountFaults(tenant, given);
  if (faults) return refuse('invalid', { fields: faults });

  const password = await hashPassword(given.password);
  const joined = await tenant.write<Outcome<null, 'link-no-longer-works'>>(async (store) => {
    const used = await useInvitation(store, tenant, given.token);
    if (!used) return refuse('link-no-longer-works');
    const { internalAdapter } = await parts.auth.$context;
    const user = await internalAdapter.createUser(
      {
        name: given.name.trim(),
        email: given.email,
        emailVerified: true,
      },
      { method: 'email-password' },
    );
    await internalAdapter.createAccount({
      userId: user.id,
      accountId: user.id,
      providerId: 'credential',
      password,
    });
    await addMember(store, tenant, user, used.roleKeys);
    return done(null);
  });
  return joined.ok ? checkPassword(parts, tenant, given) : joined;
}

async function joinWithAccount(
  parts: Parts,
  tenant: TenantScope,
  given: Acceptance,
  account: { id: string; name: string },
): Promise<Outcome<SignedIn, AcceptRefusal>> {
  const signedIn = await checkPassword(parts, tenant, given);
  if (!signedIn.ok) return signedIn;
  const joined = await tenant.write<Outcome<null, 'link-no-longer-works'>>(async (store) => {
    const used = await useInvitation(store, tenant, given.token);
    if (!used) return refuse('link-no-longer-works');
    await addMember(store, tenant, account, used.roleKeys);
    return done(null);
  });
  if (joined.ok) return signedIn;
  await discard(parts, signedIn.value);
  return joined;
}

function accountFaults(tenant: TenantScope, given: Acceptance): Record<string, string> | null {
  const name = v.safeParse(personName, given.name);
  if (!name.success) return { name: name.issues[0].message };
  const fault = passwordFault(given.password, [
    given.name,
    given.email,
    tenant.tenant.name,
    tenant.tenant.slug,
  ]);
  return fault ? { password: fault } : null;
}

async function addMember(
  store: Parameters<typeof giveRoles>[0],
  tenant: TenantScope,
  user: { id: string; name: string },
  roleKeys: string[],
): Promise<void> {
  await store
    .insert(member)
    .values({ tenantId: tenant.tenant.id, userId: user.id, since: tenant.now() })
    .onConflictDoUpdate({ target: [member.tenantId, member.userId], set: { disabledAt: sql`null` } });
  if (!(await giveRoles(store, tenant, user.id, roleKeys)))
    throw new Error(`roles of an invitation are gone: ${roleKeys.join(', ')}`);
  const scope: TenantScope = {
    ...tenant,
    actor: { ...tenant.actor, id: user.id, name: user.name, kind: 'staff' },
  };
  await recordAudit(store, scope, {
    action: 'identity.join',
    subject: { kind: 'person', id: user.id },
    details: { roles: roleKeys },
  });
}

async function findAccount(parts: Parts, email: string): Promise<{ id: string; name: string } | null> {
  const { internalAdapter } = await parts.auth.$context;
  const found = await internalAdapter.findUserByEmail(email);
  return found ? { id: found.user.id, name: found.user.name } : null;
}
