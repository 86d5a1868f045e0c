import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fuseByRank, nearestOf } from './fuse.ts';

test('what stands in both lists goes before what leads one', () => {
  expect(fuseByRank(['a', 'b', 'c'], ['d', 'b', 'e'])).toEqual(['b', 'a', 'd', 'c', 'e']);
  expect(fuseByRank(['a', 'b'], [])).toEqual(['a', 'b']);
});

test('nothing is lost and nothing is named twice', () => {
  const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'));
  fc.assert(
    fc.property(list, list, (one, other) => {
      expect(fuseByRank(one, other).sort()).toEqual([...new Set([...one, ...other])].sort());
    }),
  );
});

test('the nearest is the most alike; a vector of another model is passed over', () => {
  const vectors = new Map([
    ['far', Float32Array.of(0, 1)],
    ['near', Float32Array.of(0.8, 0.6)],
    ['odd', Float32Array.of(1, 0, 0)],
  ]);
  expect(nearestOf(vectors, [1, 0], 5).map(({ documentId }) => documentId)).toEqual(['near', 'far']);
  expect(nearestOf(vectors, [1, 0], 1)).toMatchObject([
    { documentId: 'near', likeness: expect.closeTo(0.8) },
  ]);
});
