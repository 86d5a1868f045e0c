import { expect, test } from 'vitest';
import { isSealed, seal, unseal } from './index.server.ts';

const sealer = { secret: 'a secret of at least thirty-two letters', room: 'reports' };
const KEY = 'unser-schlüssel-beim-kreis';

test('what is sealed opens with the same secret, and shows nothing of itself', () => {
  const sealed = seal(sealer, 'town body', KEY);
  expect(sealed).not.toContain('schl');
  expect(isSealed(sealed)).toBe(true);
  expect(unseal(sealer, 'town body', sealed)).toBe(KEY);
  // Two bodies with one key do not look alike.
  expect(seal(sealer, 'town body', KEY)).not.toBe(sealed);
});

test('another secret, another room or another row opens nothing', () => {
  const sealed = seal(sealer, 'town body', KEY);
  expect(
    unseal({ ...sealer, secret: 'another secret of thirty-two letters' }, 'town body', sealed),
  ).toBeNull();
  expect(unseal({ ...sealer, room: 'open311' }, 'town body', sealed)).toBeNull();
  expect(unseal(sealer, 'town other', sealed)).toBeNull();
});

test('what was changed, cut off or never sealed opens nothing and breaks nothing', () => {
  const sealed = seal(sealer, 'town body', KEY);
  const other = sealed.at(-1) === 'A' ? 'B' : 'A';
  for (const broken of [
    `${sealed.slice(0, -5)}${other}${sealed.slice(-4)}`,
    sealed.slice(0, 20),
    'sealed:1:',
    KEY,
    '',
  ])
    expect(unseal(sealer, 'town body', broken)).toBeNull();
  expect(isSealed(KEY)).toBe(false);
});
