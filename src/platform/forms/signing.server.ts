import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Signer } from './tickets.server.ts';

export function sign({ secret, room }: Signer, text: string): string {
  return createHmac('sha256', secret).update(`${room} ${text}`).digest('base64url');
}

export function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
