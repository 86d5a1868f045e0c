import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockOf, BLOCK_PAGES, changeBlock, packBlock, unpackBlocks } from './blocks.ts';

const small = fc.integer({ min: 0, max: 0xffff });
const entriesOf = (block: number) =>
  fc.uniqueArray(
    fc.record({
      page: fc.integer({ min: block * BLOCK_PAGES, max: (block + 1) * BLOCK_PAGES - 1 }),
      count: small,
      lengths: fc.tuple(small, small, small),
    }),
    { selector: (entry) => entry.page, maxLength: 20 },
  );

test('what is packed comes out in the order of pages', () => {
  fc.assert(
    fc.property(entriesOf(2), (entries) => {
      const { pages, counts, lengths, starts } = unpackBlocks([
        { term: 'hafen', block: 2, postings: packBlock(entries) },
      ]);
      const inOrder = [...entries].sort((a, b) => a.page - b.page);
      expect([...pages]).toEqual(inOrder.map(({ page }) => page));
      expect([...counts]).toEqual(inOrder.map(({ count }) => count));
      for (const entry of entries)
        expect([...lengths.slice(entry.page * 3, entry.page * 3 + 3)]).toEqual([...entry.lengths]);
      expect([...starts]).toEqual([0, entries.length]);
    }),
  );
});

test('a changed block is the one packed anew from the pages as they are now', () => {
  fc.assert(
    fc.property(entriesOf(1), entriesOf(1), (before, put) => {
      const changed = new Set(put.map(({ page }) => page));
      const now = [...before.filter(({ page }) => !changed.has(page)), ...put];
      expect(changeBlock(packBlock(before), changed, 1, put)).toEqual(packBlock(now));
    }),
  );
});

test('terms come in order, each with its blocks in order', () => {
  const entry = (page: number) => ({ page, count: 1, lengths: [1, 0, 2] as const });
  const rows = ['müll', 'hafen'].flatMap((term) =>
    [BLOCK_PAGES, 3].map((page) => ({ term, block: blockOf(page), postings: packBlock([entry(page)]) })),
  );
  const { terms, starts, pages } = unpackBlocks(rows);
  expect(terms).toEqual(['hafen', 'müll']);
  expect([...starts]).toEqual([0, 2, 4]);
  expect([...pages]).toEqual([3, BLOCK_PAGES, 3, BLOCK_PAGES]);
});
