import { expect, test } from 'vitest';
import type { TenantScope } from '#platform/scope.server';
import { createFormLimits } from './limits.server.ts';

const town = (slug: string) => ({ tenant: { slug } }) as TenantScope;

test('who takes another address of the same household does not get another go; the neighbours and other towns do', () => {
  const isTooMuch = createFormLimits({ report: { burst: 2, perMinute: 1 } });
  const send = (address: string, slug = 'hagenow') => isTooMuch(town(slug), 'report', address);
  expect([send('2001:db8:1:2::1'), send('2001:db8:1:2:a:b:c:d'), send('2001:db8:1:2:ffff::9')]).toEqual([
    false,
    false,
    true,
  ]);
  expect(send('2001:db8:1:3::1')).toBe(false);
  expect(send('2001:db8:1:2::1', 'wittenburg')).toBe(false);
});
