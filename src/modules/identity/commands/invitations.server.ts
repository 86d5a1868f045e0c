import { randomBytes } from 'node:crypto';
import { and, eq, gt, isNull } from 'drizzle-orm';
import * as v from 'valibot';
import { recordAudit } from '#platform/audit.server';
import { isId, newId } from '#platform/db';
import type { Database, Store } from '#platform/db.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import { createScope, SYSTEM_ACTOR } from '#platform/scope.server';
import type { TenantScope } from '#platform/scope.server';
import { ensureDefaultRoles } from '../default-roles.server.ts';
import { fieldFaults } from '../field-faults.ts';
import { INVITATION_HOURS, invitationDraft } from '../model.ts';
import type { InvitationDraft } from '../model.ts';
import { hashToken } from '../parts.server.ts';
import type { Parts } from '../parts.server.ts';
import { invitationMail } from '../mails.server.ts';
import { invitation, role } from '../tables.server.ts';

/** What came of inviting someone: the link is shown too, because not every town sends mail. */
export interface Invited {
  path: string;
  mailed: boolean;
}

/** Invites someone to the desk of this town by a link that works once and for three days. */
export async function invite(
  parts: Parts,
  tenant: TenantScope,
  draft: InvitationDraft,
  origin: string,
): Promise<Outcome<Invited, 'forbidden' | 'invalid'>> {
  if (!tenant.may('identity.manage')) return refuse('forbidden');
  const checked = v.safeParse(invitationDraft, draft);
  if (!checked.success) return refuse('invalid', { fields: fieldFaults(checked.issues) });

  const { email, name, roles } = checked.output;
  const outcome = await tenant.write<Outcome<string, 'invalid'>>(async (store) => {
    await ensureDefaultRoles(store, tenant, parts.permissions);
    const known = await store
      .select({ key: role.key })
      .from(role)
      .where(eq(role.tenantId, tenant.tenant.id))
      .limit(100);
    if (roles.some((key) => !known.some((one) => one.key === key)))
      return refuse('invalid', { fields: { roles: 'role-missing' } });
    return done(await addInvitation(store, tenant, { email, name, roles }));
  });
  if (!outcome.ok) return outcome;
  const path = outcome.value;
  return done({ path, mailed: await sendInvitation(parts, tenant, { email, name }, origin + path) });
}

/** Makes the invitation of a town's administrator from the command line. @returns the path of its link. */
export async function createAdministrator(
  database: Database,
  tenantId: string,
  email: string,
  name: string,
): Promise<string> {
  const scope = createScope({ database, tenant: { id: tenantId, slug: '', name: '' }, actor: SYSTEM_ACTOR });
  return scope.write(async (store) => {
    await ensureDefaultRoles(store, scope);
    return addInvitation(store, scope, { email: email.trim().toLowerCase(), name, roles: ['administrator'] });
  });
}

/** Takes an invitation back before it is accepted. */
export async function withdrawInvitation(
  tenant: TenantScope,
  id: string,
): Promise<Outcome<null, 'forbidden' | 'unknown'>> {
  if (!tenant.may('identity.manage')) return refuse('forbidden');
  if (!isId(id)) return refuse('unknown');
  return tenant.write<Outcome<null, 'unknown'>>(async (store) => {
    const gone = await store
      .delete(invitation)
      .where(and(eq(invitation.tenantId, tenant.tenant.id), eq(invitation.id, id), isNull(invitation.usedAt)))
      .returning({ id: invitation.id });
    if (gone.length === 0) return refuse('unknown');
    await recordAudit(store, tenant, {
      action: 'identity.withdraw-invitation',
      subject: { kind: 'invitation', id },
    });
    return done(null);
  });
}

/** A newer link for the same address replaces the older one. */
async function addInvitation(
  store: Store,
  tenant: TenantScope,
  who: { email: string; name: string; roles: string[] },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const id = newId();
  const now = tenant.now();
  await store
    .delete(invitation)
    .where(
      and(
        eq(invitation.tenantId, tenant.tenant.id),
        eq(invitation.email, who.email),
        isNull(invitation.usedAt),
      ),
    );
  await store.insert(invitation).values({
    tenantId: tenant.tenant.id,
    id,
    email: who.email,
    name: who.name,
    roleKeys: who.roles,
    tokenHash: hashToken(token),
    invitedBy: tenant.actor.name,
    createdAt: now,
    expiresAt: new Date(now.getTime() + INVITATION_HOURS * 3_600_000),
  });
  await recordAudit(store, tenant, {
    action: 'identity.invite',
    subject: { kind: 'invitation', id },
    details: { roles: who.roles },
  });
  return `/verwaltung/einladung/${token}`;
}

async function sendInvitation(
  parts: Parts,
  tenant: TenantScope,
  who: { email: string; name: string },
  link: string,
): Promise<boolean> {
  try {
    await parts.mail.send(
      invitationMail({ ...who, link, town: tenant.tenant.name, invitedBy: tenant.actor.name }),
    );
    return true;
  } catch {
    // The link is on the screen of whoever invited; a mail server that is down must not undo the invitation.
    return false;
  }
}

/** An invitation that still works, by the secret of its link. */
export async function findOpenInvitation(store: Store, tenant: TenantScope, token: string) {
  const [found] = await store
    .select()
    .from(invitation)
    .where(
      and(
        eq(invitation.tenantId, tenant.tenant.id),
        eq(invitation.tokenHash, hashToken(token)),
        isNull(invitation.usedAt),
        gt(invitation.expiresAt, tenant.now()),
      ),
    )
    .limit(1);
  return found ?? null;
}

/** Uses an invitation up. @returns null when someone else was faster or its time is over. */
export async function useInvitation(store: Store, tenant: TenantScope, token: string) {
  const [used] = await store
    .update(invitation)
    .set({ usedAt: tenant.now() })
    .where(
      and(
        eq(invitation.tenantId, tenant.tenant.id),
        eq(invitation.tokenHash, hashToken(token)),
        isNull(invitation.usedAt),
        gt(invitation.expiresAt, tenant.now()),
      ),
    )
    .returning();
  return used ?? null;
}
