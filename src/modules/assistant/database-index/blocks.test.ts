import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  blockOf,
  BLOCK_PAGES,
  changeBlock,
  changeLengths,
  packBlock,
  unpackLengths,
  unpackTerms,
} from './blocks.ts';
import type { Entry } from './blocks.ts';

const small = fc.integer({ min: 0, max: 0xffff });
const pageIn = (block: number) =>
  fc.integer({ min: block * BLOCK_PAGES, max: (block + 1) * BLOCK_PAGES - 1 });
const entriesOf = (block: number) =>
  fc.uniqueArray(fc.record({ page: pageIn(block), count: small }), {
    selector: (entry) => entry.page,
    maxLength: 20,
  });

/** Some blocks as the database hands them out. */
const inOne = (blocks: { block: number; postings: Buffer }[]) =>
  Buffer.concat(
    blocks.flatMap(({ block, postings }) => {
      const head = Buffer.alloc(8);
      head.writeInt32BE(block);
      head.writeInt32BE(postings.length, 4);
      return [head, postings];
    }),
  );
const lengthsOf = (pages: number) => new Uint16Array(pages * 3);

test('what is packed comes out in the order of pages', () => {
  fc.assert(
    fc.property(entriesOf(2), entriesOf(5), (...packed) => {
      const blocks = [2, 5].map((block, i) => ({ block, postings: packBlock(block, packed[i]!) }));
      const unpacked = unpackTerms([{ term: 'hafen', blocks: inOne(blocks) }], lengthsOf(6 * BLOCK_PAGES));
      const inOrder = packed.flat().sort((a, b) => a.page - b.page);
      expect([...unpacked.pages]).toEqual(inOrder.map(({ page }) => page));
      expect([...unpacked.counts]).toEqual(inOrder.map(({ count }) => count));
      expect([...unpacked.starts]).toEqual([0, inOrder.length]);
    }),
  );
});

test('a changed block is the one packed anew from the pages as they are now', () => {
  fc.assert(
    fc.property(entriesOf(1), entriesOf(1), (before, put) => {
      const changed = new Set(put.map(({ page }) => page));
      const now = [...before.filter(({ page }) => !changed.has(page)), ...put];
      expect(changeBlock(packBlock(1, before), changed, 1, put)).toEqual(packBlock(1, now));
    }),
  );
});

test('terms come in order, each with its pages; pages that came later are left out', () => {
  const entry = (page: number): Entry => ({ page, count: 1 });
  const packed = ['müll', 'hafen'].map((term) => ({
    term,
    blocks: inOne(
      [3, BLOCK_PAGES, BLOCK_PAGES + 9].map((page) => {
        return { block: blockOf(page), postings: packBlock(blockOf(page), [entry(page)]) };
      }),
    ),
  }));
  const { terms, starts, pages } = unpackTerms(packed, lengthsOf(BLOCK_PAGES + 9));
  expect(terms).toEqual(['hafen', 'müll']);
  expect([...starts]).toEqual([0, 2, 4]);
  expect([...pages]).toEqual([3, BLOCK_PAGES, 3, BLOCK_PAGES]);
});

test('lengths of pages stay what they were until they are written again', () => {
  const page = fc.record({ page: pageIn(1), lengths: fc.tuple(small, small, small) });
  const pages = fc.array(page, { maxLength: 10 });
  fc.assert(
    fc.property(pages, pages, (before, put) => {
      const lengths = changeLengths(changeLengths(undefined, before), put);
      const unpacked = unpackLengths([{ block: 1, lengths }], 2 * BLOCK_PAGES);
      for (const [number, own] of new Map([...before, ...put].map((one) => [one.page, one.lengths])))
        expect([...unpacked.slice(number * 3, number * 3 + 3)]).toEqual(own);
    }),
  );
});
