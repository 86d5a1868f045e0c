import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLater } from './later.server.ts';

// The clock stands still: a rest that nobody ends would last for ever.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

const takes = (ms: number) => vi.advanceTimersByTime(ms);
const turns = () => new Promise((resolve) => setImmediate(resolve));

test('between two pieces of work askers have their time, thirty times as long', async () => {
  const later = createLater();
  let done = 0;
  for (let n = 0; n < 2; n++)
    later.do(async () => {
      done++;
      takes(20);
    });

  await turns();
  takes(20 * 29 - 1);
  await turns();
  expect(done).toBe(1);
  takes(1);
  await turns();
  expect(done).toBe(2);
});

test('who waits for everything to be done is not kept waiting by rests', async () => {
  const later = createLater();
  const done: number[] = [];
  const give = (n: number) =>
    later.do(async () => {
      done.push(n);
      takes(20);
    });
  give(1);
  give(2);
  give(3);
  await turns();
  expect(done).toEqual([1]);

  await later.settled();
  expect(done).toEqual([1, 2, 3]);

  give(4);
  await later.settled();
  expect(done).toEqual([1, 2, 3, 4]);
});

test('what fails holds nothing up, and what is too much is not taken on', async () => {
  const later = createLater(2);
  const done: string[] = [];

  expect(later.do(() => Promise.reject(new Error('lost')))).toBe(true);
  expect(later.do(async () => void done.push('kept'))).toBe(true);
  expect(later.do(async () => void done.push('too much'))).toBe(false);
  await later.settled();

  expect(done).toEqual(['kept']);
});
