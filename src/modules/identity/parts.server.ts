import { createHash, createHmac } from 'node:crypto';
import type { Database } from '#platform/db.server';
import type { Auth } from './auth.server.ts';

/** Takes a mail on its way; must not wait for the far end. */
export interface Mailer {
  send(message: { to: string; subject: string; text: string }): Promise<unknown>;
}

/** What the functions of this room work with. */
export interface Parts {
  auth: Auth;
  /** Connections under the registry: people, sessions, attempts. */
  registry: Database;
  /** Connections under a tenant: roles and memberships. */
  database: Database;
  secret: string;
  mail: Mailer;
  now: () => Date;
  throttled: boolean;
  permissions: readonly string[];
}

/** For secrets of 256 random bits: no key needed, nothing to guess. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** For short values such as addresses: without the secret they could be tried through. */
export function blind(parts: Pick<Parts, 'secret'>, text: string): string {
  return createHmac('sha256', parts.secret).update(text).digest('base64url');
}
