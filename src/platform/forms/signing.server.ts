import { createHmac, timingSafeEqual } from 'node:crypto';

/** Who signs: the secret of the installation and the name of the room, so that nothing of one opens another. */
export interface Signer {
  secret: string;
  room: string;
}

export function sign({ secret, room }: Signer, text: string): string {
  return createHmac('sha256', secret).update(`${room} ${text}`).digest('base64url');
}

export function isSame(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
