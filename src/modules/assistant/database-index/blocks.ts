import type { Postings } from '#answer-engine';

/** A term in a page: how often, as the engine counts it, and how long title, headings and text of the page are. */
export interface Entry {
  page: number;
  count: number;
  lengths: readonly [number, number, number];
}

/** Pages a block of postings covers: few rows for a common term, little to write anew when one page changes. */
export const BLOCK_PAGES = 4096;
const ENTRY_BYTES = 10;

export const blockOf = (page: number): number => Math.floor(page / BLOCK_PAGES);

/** Packs entries of one block, in the order of their pages. */
export function packBlock(entries: readonly Entry[]): Buffer {
  const bytes = Buffer.allocUnsafe(entries.length * ENTRY_BYTES);
  const inOrder = [...entries].sort((a, b) => a.page - b.page);
  inOrder.forEach(({ page, count, lengths }, i) => {
    const numbers = [page % BLOCK_PAGES, count, ...lengths];
    numbers.forEach((number, n) => bytes.writeUInt16LE(number, i * ENTRY_BYTES + n * 2));
  });
  return bytes;
}

/** A packed block after some of its pages changed: their old entries are gone, the new ones in place. */
export function changeBlock(
  bytes: Buffer | undefined,
  changed: ReadonlySet<number>,
  block: number,
  put: readonly Entry[],
): Buffer {
  const kept: Entry[] = [];
  for (let at = 0; at < (bytes?.length ?? 0); at += ENTRY_BYTES) {
    const [page, count, ...lengths] = numbersAt(bytes!, at);
    const entry = { page: block * BLOCK_PAGES + page, count, lengths };
    if (!changed.has(entry.page)) kept.push(entry);
  }
  return packBlock([...kept, ...put]);
}

/** Packed blocks of some terms as the engine reads them. */
export function unpackBlocks(rows: readonly { term: string; block: number; postings: Buffer }[]): Postings {
  const inOrder = [...rows].sort((a, b) =>
    a.term === b.term ? a.block - b.block : a.term < b.term ? -1 : 1,
  );
  const total = rows.reduce((sum, row) => sum + row.postings.length / ENTRY_BYTES, 0);
  const blocks = rows.reduce((most, row) => Math.max(most, row.block + 1), 0);
  const terms: string[] = [];
  const starts: number[] = [];
  const pages = new Uint32Array(total);
  const counts = new Uint16Array(total);
  const lengths = new Uint16Array(blocks * BLOCK_PAGES * 3);
  let at = 0;
  for (const { term, block, postings } of inOrder) {
    if (terms.at(-1) !== term) starts[terms.push(term) - 1] = at;
    for (let from = 0; from < postings.length; from += ENTRY_BYTES, at++) {
      const page = block * BLOCK_PAGES + postings.readUInt16LE(from);
      pages[at] = page;
      counts[at] = postings.readUInt16LE(from + 2);
      for (let field = 0; field < 3; field++)
        lengths[page * 3 + field] = postings.readUInt16LE(from + 4 + field * 2);
    }
  }
  return { terms, starts: Uint32Array.from([...starts, total]), pages, counts, lengths };
}

function numbersAt(bytes: Buffer, at: number): [number, number, number, number, number] {
  const read = (n: number): number => bytes.readUInt16LE(at + n * 2);
  return [read(0), read(1), read(2), read(3), read(4)];
}
