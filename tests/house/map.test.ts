import { expect, test } from 'vitest';
import { foundations, gatherers, subjects } from '../../architecture.mjs';
import { arrows, drawMap, pageWithMap } from './map.ts';

const page = pageWithMap();

test.skipIf(!page)('ARCHITECTURE.md shows the map of today (npm run map)', () => {
  expect(page?.before).toBe(page?.after);
});

test('the map names every room', () => {
  const map = drawMap();
  const rooms = new Set(arrows().flatMap(({ from, to }) => [from, to]));
  expect([...rooms].filter((room) => !map.includes(room))).toEqual([]);
});

test('subjects enter foundations and their named neighbours, nobody else', () => {
  const allowed = (name: string) => [
    ...foundations,
    ...((subjects as Record<string, string[]>)[name] ?? []),
    'engine',
  ];
  const strange = arrows().filter(({ from, to }) => from in subjects && !allowed(from).includes(to));
  expect(strange).toEqual([]);
});

test('gatherers enter no subject', () => {
  const strange = arrows().filter(({ from, to }) => gatherers.includes(from) && to in subjects);
  expect(strange).toEqual([]);
});

test('the engine enters no room, and no room enters the pages', () => {
  expect(arrows().filter(({ from, to }) => from === 'engine' || to === 'routes')).toEqual([]);
});
