import type { Postings } from '#answer-engine';

/** A term in a page: how often, as the engine counts it. */
export interface Entry {
  page: number;
  count: number;
}

/** How long title, headings and text of a page are, in words of content. */
export type PageLengths = readonly [number, number, number];

/** Pages a block covers: few rows for a common term, little to write anew when one page changes. */
export const BLOCK_PAGES = 16_384;
const LENGTH_FIELDS = 3;

export const blockOf = (page: number): number => Math.floor(page / BLOCK_PAGES);

/**
 * Packs the entries of one term in one block: after the page before, then how often. Both are mostly small, and a small
 * number takes one byte.
 */
export function packBlock(block: number, entries: readonly Entry[]): Buffer {
  const bytes: number[] = [];
  let before = block * BLOCK_PAGES;
  for (const { page, count } of [...entries].sort((a, b) => a.page - b.page)) {
    putNumber(bytes, page - before);
    putNumber(bytes, count);
    before = page;
  }
  return Buffer.from(bytes);
}

function putNumber(bytes: number[], number: number): void {
  let rest = number;
  while (rest > 0x7f) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  bytes.push(rest);
}

/** A packed block after some of its pages changed: their old entries are gone, the new ones in place. */
export function changeBlock(
  bytes: Buffer | undefined,
  changed: ReadonlySet<number>,
  block: number,
  put: readonly Entry[],
): Buffer {
  const kept: Entry[] = [];
  const reader = new NumberReader(bytes ?? Buffer.alloc(0));
  for (let page = block * BLOCK_PAGES; !reader.isDone;) {
    page += reader.number();
    const count = reader.number();
    if (!changed.has(page)) kept.push({ page, count });
  }
  return packBlock(block, [...kept, ...put]);
}

/** The lengths of the pages of a block, up to the last one that has any, after some of them changed. */
export function changeLengths(
  bytes: Buffer | undefined,
  put: readonly { page: number; lengths: PageLengths }[],
): Buffer {
  const most = put.reduce((last, { page }) => Math.max(last, page % BLOCK_PAGES), -1) + 1;
  const lengths = new Uint16Array(Math.max(most * LENGTH_FIELDS, (bytes?.length ?? 0) / 2));
  if (bytes) new Uint8Array(lengths.buffer).set(bytes);
  for (const { page, lengths: own } of put) lengths.set(own, (page % BLOCK_PAGES) * LENGTH_FIELDS);
  return Buffer.from(lengths.buffer);
}

/** The lengths of the pages of a town, up to the first number never given. */
export function unpackLengths(
  rows: readonly { block: number; lengths: Buffer }[],
  nextPage: number,
): Uint16Array {
  const blocks = rows.reduce((most, { block }) => Math.max(most, block + 1), blockOf(nextPage) + 1);
  const lengths = new Uint16Array(blocks * BLOCK_PAGES * LENGTH_FIELDS);
  const bytes = new Uint8Array(lengths.buffer);
  for (const { block, lengths: own } of rows) bytes.set(own, block * BLOCK_PAGES * LENGTH_FIELDS * 2);
  return lengths.subarray(0, nextPage * LENGTH_FIELDS);
}

/** All blocks of a term, one after the other, each after its number and its size, four bytes each. */
export interface PackedTerm {
  term: string;
  blocks: Buffer;
}

/** Packed terms as the engine reads them; pages whose length is not known came later and are left out. */
export function unpackTerms(packed: readonly PackedTerm[], lengths: Uint16Array): Postings {
  const inOrder = [...packed].sort((a, b) => (a.term < b.term ? -1 : 1));
  // A posting takes two bytes at least.
  const most = packed.reduce((sum, { blocks }) => sum + blocks.length / 2, 0);
  const pages = new Uint32Array(most);
  const counts = new Uint16Array(most);
  const starts = new Uint32Array(packed.length + 1);
  const end = lengths.length / LENGTH_FIELDS;
  let at = 0;
  inOrder.forEach(({ blocks }, t) => {
    const first = at;
    for (let from = 0; from < blocks.length;) {
      const size = blocks.readInt32BE(from + 4);
      const reader = new NumberReader(blocks.subarray(from + 8, from + 8 + size));
      for (let page = blocks.readInt32BE(from) * BLOCK_PAGES; !reader.isDone;) {
        page += reader.number();
        const count = reader.number();
        if (page >= end) continue;
        pages[at] = page;
        counts[at++] = count;
      }
      from += 8 + size;
    }
    starts[t] = first;
  });
  starts[packed.length] = at;
  return {
    terms: inOrder.map(({ term }) => term),
    starts,
    pages: pages.subarray(0, at),
    counts: counts.subarray(0, at),
    lengths,
  };
}

class NumberReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get isDone(): boolean {
    return this.#at >= this.#bytes.length;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.#at++]!;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  }
}
