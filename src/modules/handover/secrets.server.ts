import { linkToken } from '#platform/forms.server';
import type { Signer } from '#platform/forms.server';

/** Forms and links of this room are signed in its name. */
export const signerOf = (secret: string): Signer => ({ secret, room: 'handover' });

/** The secret of an asker's link; every later mail can carry it, for it follows from the id. */
export function tokenOf(secret: string, tenantId: string, inquiryId: string): string {
  return linkToken(signerOf(secret), tenantId, inquiryId);
}
