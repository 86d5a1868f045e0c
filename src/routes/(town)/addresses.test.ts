import { expect, test } from 'vitest';
import { addressOf, pageAddresses } from './addresses.ts';

test('the next page keeps the filter, the first page drops the mark', () => {
  expect(pageAddresses('/aktuelles', { thema: 'bauen' }, 'x', 'y')).toEqual({
    first: '/aktuelles?thema=bauen',
    next: '/aktuelles?thema=bauen&ab=y',
  });
});

test('a list that fits on one page has no other pages', () => {
  expect(pageAddresses('/aktuelles', { thema: null }, null, null)).toEqual({ first: null, next: null });
});

test('several values of one filter stay several', () => {
  expect(addressOf('/orte', { barrierefrei: ['lift', 'toilet'], suche: 'ä b' })).toBe(
    '/orte?barrierefrei=lift&barrierefrei=toilet&suche=%C3%A4+b',
  );
});
