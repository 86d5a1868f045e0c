import { expect, test } from 'vitest';
import type { Patent } from './model.ts';
import { readPatentQuestion, rightsFor } from './patent-question.ts';

const right = (title: string, details: Partial<Patent['details']>) =>
  ({ title, details: { applicants: [], ipc: [], ...details } }) as unknown as Patent;
const car = right('Elektro-Fahrzeug mit Ladekabel', {
  applicants: ['Wagen KG, Hamburg'],
  ipc: ['B60L 3/00'],
});
const mill = right('Steam turbine', { applicants: ['Rad GmbH, 19230 Hagenow'], ipc: ['F01D 1/02'] });
const found = (question: string) => {
  const wish = readPatentQuestion(question);
  return wish && rightsFor(wish, [car, mill], 'Hagenow');
};

test.each([
  ['Welche Patente gibt es zu Elektrofahrzeugen?', [car]],
  ['Gebrauchsmuster zu Fahrzeugen', [car]],
  ['Patente von Wagen KG', [car]],
  ['Gibt es Patente von Firmen aus der Stadt?', [mill]],
  ['Welche Patente gibt es hier?', [mill]],
  ['IPC B60', [car]],
  ['IPC A23L', []],
  ['Wer hat ein Patent auf Melkmaschinen?', []],
  ['wer hat patente im bereich verpackung', []],
  ['Welche Patente gibt es?', [car, mill]],
])('%s', (question, rights) => {
  expect(found(question)).toEqual(rights);
});

test.each([
  'Was kostet ein Patent?',
  'Wie viele Patente kamen 2019 aus MV?',
  'Wer hilft bei Patenten?',
  'Was ist der Unterschied zwischen Patent und Gebrauchsmuster?',
  'habt ihr ne karte wo man patente aus der gegend sieht',
  'Gibt es eine Patentdatenbank?',
  'Ich suche Parkplatz B12',
])('%s is no question for the list', (question) => {
  expect(found(question)).toBeNull();
});
