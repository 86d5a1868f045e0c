import { expect, test } from 'vitest';
import { readRoutes } from '../isolation/router.ts';
import { routes } from '../isolation/routes.ts';

test('every route is visited as one town with what belongs to another', () => {
  const ids = readRoutes().map((route) => route.id);
  expect(ids.filter((id) => !routes[id])).toEqual([]);
});

test('no route is listed that is gone', () => {
  const ids = readRoutes().map((route) => route.id);
  expect(Object.keys(routes).filter((id) => !ids.includes(id))).toEqual([]);
});

test('the actions of every page with forms are found', () => {
  const blind = readRoutes().filter(
    (route) =>
      route.isPage && /\/(anmelden|neu|gemeinde|profil)$/.test(route.id) && route.actions.length === 0,
  );
  expect(blind).toEqual([]);
});
