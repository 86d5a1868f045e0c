import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { faultOfGroup, groupsAsText, MOST_GROUPS, readGroups, readWords } from './groups.ts';

test('a clerk writes words between commas, spaces as they come', () => {
  expect(readWords('  Kilometerblock ,Gewerbegebiet   Sudenhof;; Kaserne,')).toEqual([
    'Kilometerblock',
    'Gewerbegebiet Sudenhof',
    'Kaserne',
  ]);
});

test.each([
  [[], 'synonyms-too-few'],
  [['Kaserne'], 'synonyms-too-few'],
  [Array.from({ length: 13 }, (_, n) => `Wort${'abcdefghijklm'[n]}`), 'synonyms-too-many'],
  [['Kaserne', 'x'.repeat(61)], 'synonym-too-long'],
  [['Kaserne', '123'], 'synonym-without-letters'],
  [['Kaserne', 'das Haus am Ende der Straße'], 'synonym-phrase-too-long'],
  [['Kaserne', 'Sudenhof', 'KASERNE'], 'synonym-twice'],
  [['Halle', 'Hallen'], 'synonyms-alike'],
  [['Kaserne', 'Löwenhelm'], 'synonym-elsewhere'],
] as const)('%j is refused as %s', (words, reason) => {
  expect(faultOfGroup(words, [['löwenhelm', 'Gaststätte']])?.reason).toBe(reason);
});

test('a town has five hundred groups at most', () => {
  const letters = (n: number) => [...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
  const many = Array.from({ length: MOST_GROUPS }, (_, n) => [`links${letters(n)}`, `rechts${letters(n)}`]);
  expect(faultOfGroup(['Kaserne', 'Sudenhof'], many)?.reason).toBe('synonym-groups-too-many');
  expect(faultOfGroup(['Kaserne', 'Sudenhof'], many.slice(1))).toBeNull();
});

test('a list tells every line that is wrong, and a word may stand in one group only', () => {
  const { groups, faults } = readGroups(
    '# Ortsnamen\nKaserne, Sudenhof\n\nallein\r\nSudenhof, Kilometerblock\n',
  );
  expect(groups).toEqual([['Kaserne', 'Sudenhof']]);
  expect(faults).toEqual([
    { line: 4, reason: 'synonyms-too-few', word: 'allein' },
    { line: 5, reason: 'synonym-elsewhere', word: 'Sudenhof' },
  ]);
});

test('what was exported reads back as it was', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400, unit: 'grapheme' }), (text) => {
      const { groups } = readGroups(text);
      expect(readGroups(groupsAsText(groups.map((words) => ({ words }))))).toEqual({ groups, faults: [] });
    }),
  );
});
