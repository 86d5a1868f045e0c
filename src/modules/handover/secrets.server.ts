import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { isId, newId } from '#platform/db';
import type { TenantScope } from '#platform/scope.server';

/**
 * The secret of an asker's link: 256 bits that follow from the id, so that every later mail can carry the link though
 * the database knows only its hash.
 */
export function tokenOf(secret: string, tenantId: string, inquiryId: string): string {
  return sign(secret, `link ${tenantId} ${inquiryId}`);
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** What a form carries: the id of the inquiry it will become, and when it was shown. Nobody can make one up. */
export function issueTicket(secret: string, tenant: TenantScope): string {
  const now = tenant.now().getTime();
  const body = `${newId(now)}.${now.toString(36)}`;
  return `${body}.${sign(secret, `form ${tenant.tenant.id} ${body}`)}`;
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
  return createHmac('sha256', secret).update(`handover ${text}`).digest('base64url');
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
