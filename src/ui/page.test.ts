import { expect, test } from 'vitest';
import { foreignLanguage } from './page.ts';

test('a German text on an English page is announced as German, on an easy read page it is not foreign', () => {
  expect(foreignLanguage('de', 'en')).toBe('de');
  expect(foreignLanguage('de', 'de-x-leicht')).toBeUndefined();
  expect(foreignLanguage('en', 'en')).toBeUndefined();
});
