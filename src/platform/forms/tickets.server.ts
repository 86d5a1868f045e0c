import { isId, newId } from '#platform/db';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { isSame, sign } from './signing.server.ts';
import type { Signer } from './signing.server.ts';
import { ticketFault } from './tickets.ts';

export interface SentForm {
  /** What the form was shown with. */
  ticket: string;
  /** A field no person sees; only a machine fills it in. */
  decoy: string;
  /** How old the form may be; a day unless it waits on the way for want of a network. */
  untilMs?: number;
}

export type FormRefusal = 'not-accepted' | 'form-expired' | 'too-fast';

/** What a form carries: the id of what it will become, and when it was shown. Nobody can make one up. */
export function issueTicket(signer: Signer, tenant: TenantScope): string {
  const now = tenant.now().getTime();
  const body = `${newId(now)}.${now.toString(36)}`;
  return `${body}.${signatureOf(signer, tenant, body)}`;
}

/** The id of what a sent form becomes; refused when a machine has sent it or when it was open for too long. */
export function checkForm(
  signer: Signer,
  tenant: TenantScope,
  { ticket, decoy, untilMs }: SentForm,
): Outcome<{ id: string }, FormRefusal> {
  if (decoy !== '') return refuse('not-accepted');
  const [id = '', at = '', signature = ''] = ticket.split('.');
  if (!isId(id) || !isSame(signature, signatureOf(signer, tenant, `${id}.${at}`)))
    return refuse('form-expired');
  const fault = ticketFault(new Date(parseInt(at, 36)), tenant.now(), untilMs);
  return fault ? refuse(fault) : done({ id });
}

function signatureOf(signer: Signer, { tenant }: TenantScope, body: string): string {
  return sign(signer, `form ${tenant.id} ${body}`);
}
