import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './password.server.ts';

test('a password is kept as argon2id and found again, however its umlauts were typed', async () => {
  const hash = await hashPassword('Störche am Ufer');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword({ hash, password: 'Störche am Ufer'.normalize('NFD') })).toBe(true);
  expect(await verifyPassword({ hash, password: 'Störche am ufer' })).toBe(false);
});

test('the same password never has the same hash, and a broken hash fits none', async () => {
  expect(await hashPassword('Störche am Ufer')).not.toBe(await hashPassword('Störche am Ufer'));
  expect(await verifyPassword({ hash: 'plain', password: 'plain' })).toBe(false);
});
