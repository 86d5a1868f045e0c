import { expect, test } from 'vitest';
import { classesCalled, fieldsOf, ipcInWords } from './ipc.ts';

test.each([
  ['B60L 3/00', 'Fahrzeuge'],
  ['G01N 27/00', 'Messen, Prüfen, Sensorik'],
  ['F03D 17/00', 'Wind- und Wasserkraft'],
  ['E99Z 1/00', 'Bauwesen'],
])('%s is about %s', (ipc, words) => {
  expect(ipcInWords(ipc)).toBe(words);
});

test('each field is named once', () => {
  expect(fieldsOf(['B60L 3/00', 'B60K 1/00', 'H01R 13/703'])).toEqual([
    'Fahrzeuge',
    'Elektrische Bauteile, Batterien',
  ]);
});

test('a class is found by its words, by two letters none', () => {
  expect(classesCalled('Batterie')).toEqual(['H01']);
  expect(classesCalled('sensorik')).toEqual(['G01']);
  expect(classesCalled('de')).toEqual([]);
  expect(classesCalled('.*')).toEqual([]);
});
