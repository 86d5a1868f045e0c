import { expect, test } from 'vitest';
import { sharedReading } from './shared-reading.ts';

test('a crowd shares a reading, and nobody gets one that began before they asked', async () => {
  let value = 0;
  let readings = 0;
  const read = sharedReading(
    (town: string) => town,
    async () => {
      readings++;
      const seen = value;
      await new Promise((resolve) => setTimeout(resolve, 5));
      return seen;
    },
  );
  const first = read('hagenow');
  value = 1;
  const crowd = Array.from({ length: 50 }, () => read('hagenow'));
  expect(await first).toBe(0);
  expect(new Set(await Promise.all(crowd))).toEqual(new Set([1]));
  expect(readings).toBe(2);
  value = 2;
  expect(await read('hagenow')).toBe(2);
});

test('a failed reading fails those who shared it and no one after', async () => {
  let fails = true;
  const read = sharedReading(
    (town: string) => town,
    async (town) => {
      if (fails) throw new Error('no database');
      return town;
    },
  );
  const [one, two] = [read('a'), read('a')];
  await expect(one).rejects.toThrow('no database');
  await expect(two).rejects.toThrow('no database');
  fails = false;
  expect(await read('a')).toBe('a');
  expect(await read('b')).toBe('b');
});

test('people who ask one after the other all the time leave the database most of it', async () => {
  let readings = 0;
  const read = sharedReading(
    () => 'hagenow',
    async () => {
      readings++;
      await new Promise((resolve) => setTimeout(resolve, 2));
    },
  );
  const until = performance.now() + 400;
  const ask = async () => {
    while (performance.now() < until) await read('');
  };
  await Promise.all([ask(), ask(), ask()]);
  // Without a rest there would be more than 130.
  expect(readings).toBeGreaterThan(1);
  expect(readings).toBeLessThan(90);
});
