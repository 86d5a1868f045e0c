import { linkToken } from '#platform/forms.server';
import type { Signer } from '#platform/forms.server';

export type LinkKind = 'report' | 'confirm-report' | 'follower' | 'confirm-follower' | 'referral';

/** Forms and links of this room are signed in its name. */
export const signerOf = (secret: string): Signer => ({ secret, room: 'reports' });

/** The secret of a link; every later mail can carry it, for it follows from the id. */
export function tokenOf(secret: string, tenantId: string, kind: LinkKind, id: string): string {
  return linkToken(signerOf(secret), tenantId, `${kind} ${id}`);
}
