import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { isId, newId } from '#platform/db';
import type { TenantScope } from '#platform/scope.server';

type LinkKind = 'report' | 'confirm-report' | 'follower' | 'confirm-follower' | 'referral';

/**
 * The secret of a link: 256 bits that follow from the id, so that every later mail can carry it though the database
 * knows only its hash.
 */
export function tokenOf(secret: string, tenantId: string, kind: LinkKind, id: string): string {
  return sign(secret, `${kind} ${tenantId} ${id}`);
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** What a form carries: an id for what it will become, and when it was shown. Nobody can make one up. */
export function issueTicket(secret: string, tenant: TenantScope): { ticket: string; id: string } {
  const now = tenant.now().getTime();
  const id = newId(now);
  const body = `${id}.${now.toString(36)}`;
  return { id, ticket: `${body}.${sign(secret, `form ${tenant.tenant.id} ${body}`)}` };
}

export function readTicket(
  secret: string,
  tenant: TenantScope,
  ticket: string,
): { id: string; issuedAt: Date } | null {
  const [id = '', at = '', signature = ''] = ticket.split('.');
  const expected = sign(secret, `form ${tenant.tenant.id} ${id}.${at}`);
  if (!isId(id) || !isSame(signature, expected)) return null;
  return { id, issuedAt: new Date(parseInt(at, 36)) };
}

function sign(secret: string, text: string): string {
  return createHmac('sha256', secret).update(`reports ${text}`).digest('base64url');
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
