import { expect, test } from 'vitest';
import { readFigures } from './figures.ts';

test('figures are shown as the bench measured them, and only those it measured', () => {
  const baseline = {
    'town.outcome': { value: 0.837, low: 0.7862, high: 0.8732 },
    'town.source': { value: 'n/a' },
    'page.r1': { value: 0.7178 },
    'silence.auc': { value: 0.86, low: 0.82, high: 0.9 },
  };
  expect(readFigures(baseline)).toEqual([
    { name: 'outcome', percent: 84, from: 79, to: 87 },
    { name: 'first-page', percent: 72, from: 72, to: 72 },
  ]);
  expect(readFigures(undefined)).toEqual([]);
});
