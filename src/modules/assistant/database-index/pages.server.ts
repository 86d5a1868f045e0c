import { and, eq, inArray, sql } from 'drizzle-orm';
import { makeSegment } from '#answer-engine';
import type { SearchDocument } from '#answer-engine';
import type { Store } from '#platform/db.server';
import { printOf } from '../shelf/print.server.ts';
import { blockOf, changeBlock, changeLengths } from './blocks.ts';
import type { Entry, PageLengths } from './blocks.ts';
import { searchLength, searchTerm } from './tables.server.ts';

/** What some pages become; what is not named stays untouched. */
export interface Change {
  put: readonly SearchDocument[];
  /** Ids of documents that are gone. */
  remove: readonly string[];
}

interface Known {
  page: number;
  documentId: string;
  terms: string[];
  lengths: PageLengths;
}

interface Analysed extends Known {
  document: SearchDocument;
  /** How often each of the terms stands in the page. */
  counts: number[];
}

/**
 * Writes pages with their terms and postings; only changed documents may be handed in, each once.
 * @param nextPage the first number never given.
 * @returns numbers of the pages written.
 */
export async function changePages(
  store: Store,
  tenantId: string,
  nextPage: number,
  { put, remove }: Change,
): Promise<number[]> {
  const before = await knownPages(store, tenantId, [...remove, ...put.map(({ id }) => id)]);
  const numbers = new Map(before.map(({ documentId, page }) => [documentId, page]));
  let next = nextPage;
  for (const { id } of put) if (!numbers.has(id)) numbers.set(id, next++);
  const now = analyse(put, numbers);
  await writePostings(store, tenantId, before, now);
  await writeLengths(store, tenantId, now);
  await writeTerms(store, tenantId, before, now);
  await writeDocuments(store, tenantId, before, now);
  await writeSums(store, tenantId, before, now, next);
  return now.map(({ page }) => page);
}

async function knownPages(store: Store, tenantId: string, ids: readonly string[]): Promise<Known[]> {
  const { rows } = await store.execute<{
    page: number;
    documentId: string;
    terms: string[];
    lengths: number[];
  }>(sql`
    select
      page,
      document_id as "documentId",
      terms,
      array[title_length, heading_length, text_length] as lengths
    from assistant.search_page
    where tenant_id = ${tenantId} and document_id = any(${sql.param(ids)}::text[])`);
  return rows as unknown as Known[];
}

function analyse(documents: readonly SearchDocument[], numbers: ReadonlyMap<string, number>): Analysed[] {
  const segment = makeSegment(documents);
  const pages = documents.map((document, i): Analysed => {
    const [title = 0, heading = 0, text = 0] = segment.lengths.subarray(i * 3, i * 3 + 3);
    const page = numbers.get(document.id)!;
    return {
      page,
      documentId: document.id,
      document,
      terms: [],
      counts: [],
      lengths: [title, heading, text],
    };
  });
  let t = 0;
  for (const term of segment.terms) {
    for (let i = segment.starts[t]!; i < segment.starts[t + 1]!; i++) {
      const page = pages[segment.pages[i]!]!;
      page.terms.push(term);
      page.counts.push(segment.counts[i]!);
    }
    t++;
  }
  return pages;
}

interface Block {
  term: string;
  block: number;
  put: Entry[];
}

// In the order of the table's key, so that rows lie beside each other where they are written.
const byTerm = (a: { term: string }, b: { term: string }): number => (a.term < b.term ? -1 : 1);

/** Every block of postings that old or new terms of changed pages stand in. */
function touchedBlocks(before: readonly Known[], now: readonly Analysed[]): Map<string, Block> {
  const blocks = new Map<string, Block>();
  const blockFor = (term: string, page: number): Block => {
    const key = `${blockOf(page)} ${term}`;
    let known = blocks.get(key);
    if (!known) blocks.set(key, (known = { term, block: blockOf(page), put: [] }));
    return known;
  };
  for (const { page, terms } of before) for (const term of terms) blockFor(term, page);
  for (const { page, terms, counts } of now)
    terms.forEach((term, i) => blockFor(term, page).put.push({ page, count: counts[i]! }));
  return blocks;
}

async function writePostings(
  store: Store,
  tenantId: string,
  before: readonly Known[],
  now: readonly Analysed[],
) {
  const changed = new Set(before.map(({ page }) => page));
  const blocks = [...touchedBlocks(before, now).values()].sort(byTerm);
  const known = await readBlocks(store, tenantId, blocks);
  const packed = blocks.map(({ term, block, put }) =>
    changeBlock(known.get(`${block} ${term}`), changed, block, put),
  );
  const { terms, numbers } = columnsOf(blocks);
  await store.execute(sql`
    insert into assistant.search_posting (tenant_id, term, block, postings)
    select ${tenantId}::uuid, term, block, postings
    from unnest(${terms}, ${numbers}, ${sql.param(packed)}::bytea[]) as packed (term, block, postings)
    on conflict (tenant_id, term, block) do update set postings = excluded.postings`);
  const empty = columnsOf(blocks.filter((_, i) => packed[i]!.length === 0));
  await store.execute(sql`
    delete from assistant.search_posting as posting
    using unnest(${empty.terms}, ${empty.numbers}) as emptied (term, block)
    where posting.tenant_id = ${tenantId}
      and posting.term = emptied.term
      and posting.block = emptied.block`);
}

/** Names of blocks as arrays for `unnest`. */
function columnsOf(blocks: readonly Block[]) {
  return {
    terms: sql`${sql.param(blocks.map(({ term }) => term))}::text[]`,
    numbers: sql`${sql.param(blocks.map(({ block }) => block))}::integer[]`,
  };
}

async function readBlocks(
  store: Store,
  tenantId: string,
  blocks: readonly Block[],
): Promise<Map<string, Buffer>> {
  const { terms, numbers } = columnsOf(blocks);
  const { rows } = await store.execute<{ term: string; block: number; postings: Buffer }>(sql`
    select posting.term, posting.block, posting.postings
    from unnest(${terms}, ${numbers}) as wanted (term, block)
    join assistant.search_posting as posting
      on posting.tenant_id = ${tenantId} and posting.term = wanted.term and posting.block = wanted.block`);
  return new Map(rows.map((row) => [`${row.block} ${row.term}`, row.postings]));
}

/** A page that is gone has no postings left, so its lengths may stay. */
async function writeLengths(store: Store, tenantId: string, now: readonly Analysed[]) {
  const blocks = Map.groupBy(now, ({ page }) => blockOf(page));
  const { block, lengths } = searchLength;
  const known = await store
    .select({ block, lengths })
    .from(searchLength)
    .where(and(eq(searchLength.tenantId, tenantId), inArray(block, [...blocks.keys()])));
  const before = new Map(known.map((row) => [row.block, row.lengths]));
  const rows = [...blocks].map(([number, pages]) => {
    return { tenantId, block: number, lengths: changeLengths(before.get(number), pages) };
  });
  if (rows.length === 0) return;
  await store
    .insert(searchLength)
    .values(rows)
    .onConflictDoUpdate({
      target: [searchLength.tenantId, block],
      set: { lengths: sql`excluded.lengths` },
    });
}

async function writeTerms(
  store: Store,
  tenantId: string,
  before: readonly Known[],
  now: readonly Analysed[],
) {
  const more = new Map<string, number>();
  const count = (pages: readonly Known[], by: number): void => {
    for (const { terms } of pages) for (const term of terms) more.set(term, (more.get(term) ?? 0) + by);
  };
  count(before, -1);
  count(now, 1);
  const changed = [...more].flatMap(([term, by]) => (by === 0 ? [] : [{ term, by }])).sort(byTerm);
  await store.execute(sql`
    insert into assistant.search_term as known (tenant_id, term, pages)
    select ${tenantId}::uuid, term, more
    from unnest(${sql.param(changed.map(({ term }) => term))}::text[], ${sql.param(changed.map(({ by }) => by))}::integer[])
      as changed (term, more)
    on conflict (tenant_id, term) do update set pages = known.pages + excluded.pages`);
  const fewer = changed.flatMap(({ term, by }) => (by < 0 ? [term] : []));
  await store
    .delete(searchTerm)
    .where(
      and(
        eq(searchTerm.tenantId, tenantId),
        sql`${searchTerm.term} = any(${sql.param(fewer)}::text[])`,
        eq(searchTerm.pages, 0),
      ),
    );
}

// Long documents in one parameter would need a multiple of their size in memory.
const DOCUMENTS_AT_ONCE = 500;

async function writeDocuments(
  store: Store,
  tenantId: string,
  before: readonly Known[],
  now: readonly Analysed[],
) {
  await store.execute(sql`
    delete from assistant.search_page
    where tenant_id = ${tenantId} and page = any(${sql.param(before.map(({ page }) => page))}::integer[])`);
  for (let from = 0; from < now.length; from += DOCUMENTS_AT_ONCE)
    await insertDocuments(store, tenantId, now.slice(from, from + DOCUMENTS_AT_ONCE));
}

async function insertDocuments(store: Store, tenantId: string, pages: readonly Analysed[]) {
  const rows = pages.map(({ page, document, terms, lengths }) => {
    return { page, print: printOf(document), terms, lengths, document };
  });
  await store.execute(sql`
    insert into assistant.search_page (
      tenant_id, page, document_id, print, kind, audience, article_id, contact_role, superseded,
      title_length, heading_length, text_length, terms, document
    )
    select
      ${tenantId}::uuid, page, document ->> 'id', print, document ->> 'kind', document ->> 'audience',
      document ->> 'articleId', document ->> 'contactRole', coalesce((document ->> 'superseded')::boolean, false),
      lengths[1], lengths[2], lengths[3], terms, document
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as written (page integer, print text, terms text[], lengths integer[], document jsonb)`);
}

async function writeSums(
  store: Store,
  tenantId: string,
  before: readonly Known[],
  now: readonly Analysed[],
  nextPage: number,
) {
  const sum = (pages: readonly Known[], field: number): number =>
    pages.reduce((total, { lengths }) => total + lengths[field]!, 0);
  const [title, heading, text] = [0, 1, 2].map((field) => sum(now, field) - sum(before, field));
  await store.execute(sql`
    update assistant.search_corpus
    set
      pages = pages + ${now.length - before.length},
      next_page = ${nextPage},
      title_length = title_length + ${title},
      heading_length = heading_length + ${heading},
      text_length = text_length + ${text}
    where tenant_id = ${tenantId}`);
}
