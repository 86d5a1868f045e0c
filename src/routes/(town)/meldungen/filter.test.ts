import { expect, test } from 'vitest';
import { publicFilter, readFilter } from './filter.ts';

test('an address is a filter: open wishes in Viez about benches', () => {
  const filter = readFilter(
    new URLSearchParams('art=wunsch&stand=offen&ortsteil=Viez&kategorie=bank&suche=+Bank+'),
  );
  expect(publicFilter(filter)).toEqual({
    kind: 'wish',
    status: 'open',
    category: 'bank',
    locality: 'Viez',
    q: 'Bank',
  });
});

test('a single status can be asked for, and nonsense is no filter', () => {
  expect(publicFilter(readFilter(new URLSearchParams('stand=passed-on'))).status).toBe('passed-on');
  expect(publicFilter(readFilter(new URLSearchParams('stand=toString&art=constructor&suche=')))).toEqual({
    kind: null,
    status: null,
    category: null,
    locality: null,
    q: null,
  });
});
