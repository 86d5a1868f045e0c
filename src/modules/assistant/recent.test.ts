import { expect, test } from 'vitest';
import { createRecent, rememberPer } from './recent.ts';

test('what was used longest ago is forgotten first', () => {
  const recent = createRecent<number>(2);
  recent.set('a', 1);
  recent.set('b', 2);
  recent.get('a');
  recent.set('c', 3);
  expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual([1, undefined, 3]);
});

test('a failure is not remembered', async () => {
  const remember = rememberPer<object>(10);
  const owner = {};
  await expect(remember(owner, 'a', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  expect(await remember(owner, 'a', () => Promise.resolve('here'))).toBe('here');
});

test('a thing is worked out once for an owner', () => {
  const remember = rememberPer<object>(10);
  const [one, other] = [{}, {}];
  let worked = 0;
  const work = () => ++worked;
  expect([remember(one, 'a', work), remember(one, 'a', work), remember(other, 'a', work)]).toEqual([1, 1, 2]);
});
