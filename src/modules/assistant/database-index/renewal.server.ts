import { and, eq, sql } from 'drizzle-orm';
import { indexFormat } from '#answer-engine';
import type { SearchDocument } from '#answer-engine';
import { newId } from '#platform/db.server';
import type { Store } from '#platform/db.server';
import type { TenantScope } from '#platform/scope.server';
import { printOf } from '../shelf/print.server.ts';
import type { IndexSource } from '../town-pages.ts';
import { BLOCK_PAGES } from './blocks.ts';
import { changePages } from './pages.server.ts';
import type { Change } from './pages.server.ts';
import { searchCorpus, searchLength, searchPage, searchPosting, searchTerm } from './tables.server.ts';

/** How far a town's index in the database has come. */
export interface Progress {
  edition: number;
  staleAt: Date | null;
}

// A process that gave no sign of life for so long is gone; a portion takes seconds.
const MAKER_IS_GONE_AFTER = '60 seconds';
const WAIT_MS = 100;
// Half the pages of a block: the first making writes each block twice, and a portion fits into memory.
const PORTION = BLOCK_PAGES / 2;
const EMPTIED_AT_ONCE = 50_000;

/** Brings the index of a town up to an edition, in portions; other processes wait for it instead of doing the same. */
export async function renewIndex(tenant: TenantScope, source: IndexSource, edition: number): Promise<void> {
  const maker = newId();
  while (!(await claim(tenant, maker))) {
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    if (isFresh(tenant, await readProgress(tenant), edition)) return;
  }
  try {
    if (await isMadeOtherwise(tenant)) await empty(tenant, maker);
    const seen = new Set<number>();
    for await (const documents of portions(source, tenant)) await renew(tenant, maker, documents, seen);
    await removeUnseen(tenant, maker, seen);
    const staleAt = await source.nextChangeAt(tenant);
    await tenant.write((store) =>
      store.execute(sql`
        update assistant.search_corpus
        set edition = greatest(edition, ${edition}::bigint), stale_at = ${staleAt?.toISOString() ?? null}
        where tenant_id = ${tenant.tenant.id} and maker = ${maker}`),
    );
  } finally {
    await release(tenant, maker);
  }
}

/** True when the index holds what the town shows now. */
export function isFresh(tenant: TenantScope, known: Progress | null, edition: number): boolean {
  return known !== null && known.edition >= edition && tenant.now() < (known.staleAt ?? new Date(8.64e15));
}

export function readProgress(tenant: TenantScope): Promise<Progress | null> {
  return tenant.read(async (store) => {
    const [row] = await store
      .select({ edition: searchCorpus.edition, staleAt: searchCorpus.staleAt })
      .from(searchCorpus)
      .where(and(eq(searchCorpus.tenantId, tenant.tenant.id), eq(searchCorpus.format, indexFormat)));
    return row ?? null;
  });
}

/** Takes the right to write. */
function claim(tenant: TenantScope, maker: string): Promise<boolean> {
  const tenantId = tenant.tenant.id;
  return tenant.write(async (store) => {
    await store.execute(sql`
      insert into assistant.search_corpus (tenant_id, format)
      values (${tenantId}, ${indexFormat})
      on conflict (tenant_id) do nothing`);
    const { rows } = await store.execute(sql`
      update assistant.search_corpus
      set maker = ${maker}, made_at = now()
      where tenant_id = ${tenantId}
        and (maker is null or made_at < now() - ${MAKER_IS_GONE_AFTER}::interval)
      returning 1`);
    return rows.length > 0;
  });
}

async function isMadeOtherwise(tenant: TenantScope): Promise<boolean> {
  return tenant.read(async (store) => {
    const [row] = await store
      .select({ format: searchCorpus.format })
      .from(searchCorpus)
      .where(eq(searchCorpus.tenantId, tenant.tenant.id));
    return row?.format !== indexFormat;
  });
}

/** Empties an index whose terms were made in another way, a part at a time: no statement may take long. */
async function empty(tenant: TenantScope, maker: string): Promise<void> {
  const tenantId = tenant.tenant.id;
  for (const table of [searchPage, searchPosting, searchTerm, searchLength]) {
    for (let emptied = EMPTIED_AT_ONCE; emptied === EMPTIED_AT_ONCE;) {
      emptied = await asMaker(tenant, maker, async (store) => {
        const { rowCount } = await store.execute(sql`
          delete from ${table}
          where ctid = any(array(select ctid from ${table} where tenant_id = ${tenantId} limit ${EMPTIED_AT_ONCE}))`);
        return rowCount ?? 0;
      });
    }
  }
  await asMaker(tenant, maker, (store) =>
    store.execute(sql`
      update assistant.search_corpus
      set
        format = ${indexFormat}, edition = 0, stale_at = null, pages = 0, next_page = 0,
        title_length = 0, heading_length = 0, text_length = 0
      where tenant_id = ${tenantId}`),
  );
}

function release(tenant: TenantScope, maker: string): Promise<unknown> {
  return tenant.write((store) =>
    store.execute(sql`
      update assistant.search_corpus
      set maker = null
      where tenant_id = ${tenant.tenant.id} and maker = ${maker}`),
  );
}

async function* portions(source: IndexSource, tenant: TenantScope): AsyncGenerator<SearchDocument[]> {
  const portion: SearchDocument[] = [];
  for (const searchable of source.searchables) {
    for await (const slice of searchable(tenant)) {
      portion.push(...slice);
      while (portion.length >= PORTION) yield portion.splice(0, PORTION);
    }
  }
  yield portion;
}

/** Writes what is new or changed of some documents, and notes the pages of all of them. */
async function renew(
  tenant: TenantScope,
  maker: string,
  documents: readonly SearchDocument[],
  seen: Set<number>,
): Promise<void> {
  const lastOfEachId = new Map(documents.map((document) => [document.id, document]));
  const known = await readPrints(tenant, [...lastOfEachId.keys()]);
  for (const { page } of known.values()) seen.add(page);
  const put = [...lastOfEachId.values()].filter(
    (document) => known.get(document.id)?.print !== printOf(document),
  );
  if (put.length > 0) for (const page of await write(tenant, maker, { put, remove: [] })) seen.add(page);
}

function readPrints(tenant: TenantScope, ids: readonly string[]) {
  return tenant.read(async (store) => {
    const { rows } = await store.execute<{ id: string; page: number; print: string }>(sql`
      select document_id as id, page, print
      from assistant.search_page
      where tenant_id = ${tenant.tenant.id} and document_id = any(${sql.param(ids)}::text[])`);
    return new Map(rows.map((row) => [row.id, row]));
  });
}

async function removeUnseen(tenant: TenantScope, maker: string, seen: ReadonlySet<number>): Promise<void> {
  for (let from = 0; ;) {
    const rows = await tenant.read(async (store) => {
      const found = await store.execute<{ id: string; page: number }>(sql`
        select document_id as id, page
        from assistant.search_page
        where tenant_id = ${tenant.tenant.id} and page >= ${from}
        order by page
        limit ${PORTION}`);
      return found.rows;
    });
    const remove = rows.filter(({ page }) => !seen.has(page)).map(({ id }) => id);
    if (remove.length > 0) await write(tenant, maker, { put: [], remove });
    if (rows.length < PORTION) return;
    from = rows.at(-1)!.page + 1;
  }
}

function write(tenant: TenantScope, maker: string, change: Change): Promise<number[]> {
  return asMaker(tenant, maker, (store, nextPage) => changePages(store, tenant.tenant.id, nextPage, change));
}

/** One portion of the work in one transaction, as long as nobody else has taken over. */
function asMaker<Done>(
  tenant: TenantScope,
  maker: string,
  work: (store: Store, nextPage: number) => Promise<Done>,
): Promise<Done> {
  return tenant.write(async (store) => {
    const { rows } = await store.execute<{ nextPage: number }>(sql`
      update assistant.search_corpus
      set made_at = now()
      where tenant_id = ${tenant.tenant.id} and maker = ${maker}
      returning next_page as "nextPage"`);
    if (!rows[0]) throw new Error('another process brings this index up to date');
    return work(store, rows[0].nextPage);
  });
}
