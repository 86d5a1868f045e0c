import { expect, test } from 'vitest';
import { fieldsOf, ipcInWords } from './ipc.ts';

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
