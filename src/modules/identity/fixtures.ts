import { createHmac } from 'node:crypto';
import { expect } from 'vitest';
import type { Database } from '#platform/db.server';
import { createScope, PUBLIC_ACTOR } from '#platform/scope.server';
import type { TenantScope } from '#platform/scope.server';
import type { TenantIdentity } from '#platform/scope';
import { sessionCookie } from './cookies.ts';
import { createAdministrator } from './commands/invitations.server.ts';
import { createIdentity } from './identity.server.ts';
import type { IdentityOptions } from './identity.server.ts';
import type { CookieReader, StaffSession } from './model.ts';

export const PASSWORD = 'vier Störche am Ufer';
export const ORIGIN = 'https://hagenow.example';
const URL_OF_TOWN = new URL(ORIGIN);

/** A desk to test at: identity on a test database, a box of the mails it sent, a clock that can be moved. */
export function testDesk(database: Database, databaseUrl: string, options: Partial<IdentityOptions> = {}) {
  const mails: { to: string; subject: string; text: string }[] = [];
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead);
  const identity = createIdentity({
    databaseUrl,
    database,
    secret: 'a secret of the tests that is long enough 7Jx',
    mail: { send: async (mail) => void mails.push(mail) },
    now,
    ...options,
  });
  let visitors = 0;

  const visitor = (tenant: TenantIdentity, staff?: StaffSession): TenantScope =>
    createScope({
      database,
      tenant,
      now,
      actor: staff
        ? { id: staff.userId, name: staff.name, kind: 'staff', permissions: new Set(staff.permissions) }
        : PUBLIC_ACTOR,
    });

  return {
    identity,
    mails,
    visitor,
    move: (minutes: number) => void (ahead += minutes * 60_000),
    /** Every caller its own address, so that only the tests of throttling meet its limits. */
    nextAddress: () => `192.0.2.${++visitors}`,
    cookiesOf: (token: string): CookieReader => {
      const cookie = sessionCookie({ token, expiresAt: now() }, URL_OF_TOWN);
      return new Map([[cookie.name, cookie.value]]);
    },
    /** Someone with a role, joined by invitation and signed in. */
    async join(tenant: TenantIdentity, email: string, roles: string[]) {
      const scope = createScope({
        database,
        tenant,
        now,
        actor: { id: null, name: 'Test', kind: 'system', permissions: new Set(['*']) },
      });
      const invited = await identity.invite(scope, { email, name: nameOf(email), roles }, ORIGIN);
      expect(invited.ok).toBe(true);
      const path = invited.ok ? invited.value.path : '';
      return this.accept(tenant, path, email);
    },
    async joinFirstAdministrator(tenant: TenantIdentity, email: string) {
      const path = await createAdministrator(database, tenant.id, email, nameOf(email));
      return this.accept(tenant, path, email);
    },
    async accept(tenant: TenantIdentity, path: string, email: string) {
      const accepted = await identity.acceptInvitation(visitor(tenant), {
        token: path.split('/').at(-1)!,
        name: nameOf(email),
        email,
        password: PASSWORD,
        address: this.nextAddress(),
      });
      if (!accepted.ok || accepted.value.step !== 'open')
        throw new Error(`not accepted: ${JSON.stringify(accepted)}`);
      const { token } = accepted.value.session;
      const cookies = this.cookiesOf(token);
      const staff = await identity.readSession(cookies, tenant.id);
      return { token, cookies, staff: staff!, scope: visitor(tenant, staff!) };
    },
  };
}

function nameOf(email: string): string {
  const name = email.split('@')[0]!;
  return name[0]!.toUpperCase() + name.slice(1);
}

/** The code an authenticator app shows at an instant (RFC 6238). */
export function codeAt(secret: string, at: Date): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / 30_000)));
  const digest = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const offset = digest.at(-1)! & 0xf;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

function fromBase32(text: string): Buffer {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...text.replace(/=+$/, '')]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const bytes = bits.match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => parseInt(byte, 2)));
}
