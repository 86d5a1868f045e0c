import { expect, test } from 'vitest';
import { createLater } from './later.server.ts';

test('work is done in its order, a failure stops nothing, and too much is forgotten', async () => {
  const later = createLater(3);
  const seen: number[] = [];
  const work = (n: number) => async () => {
    await Promise.resolve();
    seen.push(n);
    if (n === 1) throw new Error('broken');
  };
  for (const n of [1, 2, 3, 4]) later.do(work(n));
  await later.settled();
  later.do(work(5));
  await later.settled();
  expect(seen).toEqual([1, 2, 3, 5]);
});
