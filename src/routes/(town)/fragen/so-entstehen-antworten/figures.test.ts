import { expect, test } from 'vitest';
import { readFigures } from './figures.ts';

test('only figures the bench measured are shown', () => {
  expect(readFigures({ hagenow: { rightOutcome: 91.666, rightSource: 'n/a' } })).toEqual([
    { name: 'right-outcome', unit: 'percent', value: 91.7 },
  ]);
  expect(readFigures(undefined)).toEqual([]);
});
