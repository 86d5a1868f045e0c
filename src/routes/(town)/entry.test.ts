import { expect, test } from 'vitest';
import { isOld } from './entry.ts';

const today = new Date('2026-11-23T10:00:00Z');

test('a fact is old after three years, counted as exactly as its date is known', () => {
  expect(isOld('2020', today)).toBe(true);
  expect(isOld('2023', today)).toBe(false);
  expect(isOld('2023-10', today)).toBe(true);
  expect(isOld('2023-11-22', today)).toBe(true);
  expect(isOld('2023-11-23', today)).toBe(false);
});
