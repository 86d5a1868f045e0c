import { and, eq, sql } from 'drizzle-orm';
import { closestPages, indexOfPages } from '#answer-engine';
import type { AnswerIndex, Corpus, Query, SearchDocument, SearchOptions } from '#answer-engine';
import type { Store } from '#platform/db.server';
import type { TenantScope } from '#platform/scope.server';
import { unpackTerms } from './blocks.ts';
import type { PackedTerm } from './blocks.ts';
import { searchPosting } from './tables.server.ts';

// As many pages as the engine reads closely, and some more that may be as good as the last of them.
const READ_CLOSELY = 15;
const EQUALS = 25;

/** What a process holds of a town: its words, and how long its pages are. */
export interface TownWords {
  corpus: Corpus;
  lengths: Uint16Array;
}

/** The index of the pages that fit a question as read by the corpus, which ranks and answers as that of all pages would. */
export function candidateIndex(
  tenant: TenantScope,
  { corpus, lengths }: TownWords,
  query: Query,
  options: SearchOptions = {},
): Promise<AnswerIndex> {
  const wanted = Math.max(READ_CLOSELY, options.limit ?? 0);
  return tenant.read(async (store) => {
    const packed = await readTerms(store, tenant.tenant.id, [...query.meetings.keys()]);
    const postings = unpackTerms(packed, lengths);
    for (let most = wanted + EQUALS; ; most *= 8) {
      const closest = closestPages(corpus, query, postings, most);
      const pages = await readPages(store, tenant.tenant.id, closest, options);
      // Where a wish leaves few of them, the next best may still fulfil it.
      if (pages.size < wanted && closest.length === most) continue;
      const successors = await readSuccessors(store, tenant.tenant.id, [...pages.values()]);
      return indexOfPages(corpus, postings, new Map([...pages, ...successors]));
    }
  });
}

/** One row a term: a row a block would cost more than what it holds. */
async function readTerms(store: Store, tenantId: string, terms: readonly string[]): Promise<PackedTerm[]> {
  const { term, block, postings } = searchPosting;
  return store
    .select({
      term,
      blocks: sql<Buffer>`
        string_agg(int4send(${block}) || int4send(length(${postings})) || ${postings}, ''::bytea order by ${block})`,
    })
    .from(searchPosting)
    .where(and(eq(searchPosting.tenantId, tenantId), sql`${term} = any(${sql.param(terms)}::text[])`))
    .groupBy(term);
}

type PageRow = { page: number; document: SearchDocument };

const byNumber = (rows: readonly PageRow[]): Map<number, SearchDocument> =>
  new Map(rows.map(({ page, document }) => [page, document]));

async function readPages(
  store: Store,
  tenantId: string,
  numbers: readonly number[],
  { kinds, audience }: SearchOptions,
): Promise<Map<number, SearchDocument>> {
  const { rows } = await store.execute<PageRow>(sql`
    select page, document
    from assistant.search_page
    where tenant_id = ${tenantId}
      and page = any(${sql.param(numbers)}::integer[])
      and (${sql.param(kinds ?? null)}::text[] is null or kind = any(${sql.param(kinds ?? null)}::text[]))
      and (${audience ?? null}::text is null or audience in ('all', ${audience ?? null}::text))
    order by page`);
  return byNumber(rows);
}

/** Current pages that stand in place of superseded ones; the engine prefers them. */
async function readSuccessors(
  store: Store,
  tenantId: string,
  found: readonly SearchDocument[],
): Promise<Map<number, SearchDocument>> {
  const wanted = found.flatMap(({ superseded, supersededBy }) =>
    superseded && supersededBy ? [supersededBy] : [],
  );
  if (wanted.length === 0) return new Map();
  const { rows } = await store.execute<PageRow>(sql`
    select page, document
    from assistant.search_page
    where tenant_id = ${tenantId} and article_id = any(${sql.param(wanted)}::text[]) and not superseded
    order by page
    limit 100`);
  return byNumber(rows);
}
