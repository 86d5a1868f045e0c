import { expect, test } from 'vitest';
import { choicesOf } from './kinds.ts';

test('a town offers the kinds it has, and the finer ones below the choice', () => {
  const inUse = ['museum', 'kultur', 'cafe', 'haltestelle'];
  expect(choicesOf(inUse, null)).toEqual({
    root: null,
    roots: ['kultur', 'gastronomie', 'mobilitaet'],
    leaves: [],
  });
  expect(choicesOf(inUse, 'kultur').leaves).toEqual(['museum']);
  expect(choicesOf(inUse, 'cafe')).toMatchObject({ root: 'gastronomie', leaves: ['cafe'] });
});

test('a choice nobody fills stays in sight', () => {
  expect(choicesOf([], 'apotheke')).toEqual({
    root: 'gesundheit',
    roots: ['gesundheit'],
    leaves: ['apotheke'],
  });
});
