import { expect, test } from 'vitest';
import { page } from '../fixtures.ts';
import { contradict } from './contradiction.ts';

const one = (title: string, line: string) => page(title, title, [line], { topic: 'stadt' });
const differ = (a: [string, string], b: [string, string], years: string[] = []) =>
  contradict(one(...a), one(...b), years);

test('two numbers for one thing contradict each other', () => {
  expect(
    differ(
      [
        'Gewerbegebiet Süd: Erweiterung',
        '2018 plante die Stadt, das Gewerbegebiet Süd um 6 Hektar zu erweitern.',
      ],
      [
        'Gewerbegebiet Süd: Prüfung',
        '2022 wurde die Erweiterung des Gewerbegebiets Süd um 4 Hektar abgelehnt.',
      ],
    ),
  ).toBe(true);
  expect(
    differ(
      ['Hebesatz B', 'Die Grundsteuer B ist 438 Prozent.'],
      ['Hebesatz', 'Die Grundsteuer B ist 400 Prozent.'],
    ),
  ).toBe(true);
});

test('two taxes, two groups, two programmes, a draft and a decision are no contradiction', () => {
  expect(
    differ(
      ['Hebesatz B', 'Die Grundsteuer ist 438 Prozent.'],
      ['Hebesatz', 'Die Gewerbesteuer ist 400 Prozent.'],
    ),
  ).toBe(false);
  expect(
    differ(
      ['Breitband für Haushalte', 'Glasfaser erreicht 0,1 Prozent.'],
      ['Breitband für Gewerbe', 'Glasfaser erreicht 4,2 Prozent.'],
    ),
  ).toBe(false);
  expect(
    differ(
      ['Digitrans: Zuschuss', 'Der Zuschuss ist 50 Prozent.'],
      ['LEADER: Zuschuss', 'Der Zuschuss ist 80 Prozent.'],
    ),
  ).toBe(false);
  expect(
    differ(
      ['Hebesatz', 'Der Entwurf nennt 380 Prozent Grundsteuer.'],
      ['Hebesatz B', 'Die Grundsteuer ist 438 Prozent.'],
    ),
  ).toBe(false);
});

test('the same number on both sides, or another year than the one asked for, is no contradiction', () => {
  expect(
    differ(
      ['Hebesatz B', 'Die Grundsteuer ist 438 Prozent.'],
      ['Hebesatz', 'Die Grundsteuer ist 438 Prozent.'],
    ),
  ).toBe(false);
  const old: [string, string] = ['Hebesatz', '2016 war die Grundsteuer 380 Prozent.'];
  const current: [string, string] = ['Hebesatz B', 'Ab 2025 ist die Grundsteuer 438 Prozent.'];
  expect(differ(old, current)).toBe(true);
  expect(differ(old, current, ['2016'])).toBe(false);
});
