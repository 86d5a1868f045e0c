import { createHash } from 'node:crypto';
import { sign } from './signing.server.ts';
import type { Signer } from './signing.server.ts';

/** The secret of a personal link: 256 bits that follow from the id of what it leads to. */
export function linkToken(signer: Signer, tenantId: string, id: string): string {
  return sign(signer, `link ${tenantId} ${id}`);
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
