import { expect, test } from 'vitest';
import { foreignLanguage, isOld } from './entry.ts';

const today = new Date('2026-11-23T10:00:00Z');

test('a fact is old after three years, counted as exactly as its date is known', () => {
  expect(isOld('2020', today)).toBe(true);
  expect(isOld('2023', today)).toBe(false);
  expect(isOld('2023-10', today)).toBe(true);
  expect(isOld('2023-11-22', today)).toBe(true);
  expect(isOld('2023-11-23', today)).toBe(false);
});

test('a German text on an English page is announced as German, on an easy read page it is not foreign', () => {
  expect(foreignLanguage({ language: 'de' }, 'en')).toBe('de');
  expect(foreignLanguage({ language: 'de' }, 'de-x-leicht')).toBeUndefined();
  expect(foreignLanguage({ language: 'en' }, 'en')).toBeUndefined();
});
