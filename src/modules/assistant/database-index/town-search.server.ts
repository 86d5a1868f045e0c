import { and, asc, eq, gte, inArray } from 'drizzle-orm';
import { answer, readByCorpus, search } from '#answer-engine';
import type { SearchDocument } from '#answer-engine';
import type { TenantScope } from '#platform/scope.server';
import { createKeeper } from '../shelf/keeper.server.ts';
import { shelfHere } from '../shelf/shelves.server.ts';
import { shelfInThread } from '../shelf/threads.server.ts';
import type { IndexSource, TownPages, TownSearch } from '../town-pages.ts';
import { candidateIndex } from './candidates.server.ts';
import { createCorpusKeeper } from './corpora.server.ts';
import type { CorpusLimits, HeldCorpus } from './corpora.server.ts';
import { searchPage } from './tables.server.ts';

/**
 * One index a town in memory: quickest, as long as the towns of a process fit.
 * @param threads that hold the towns; none = each question is answered in this one.
 */
export function memorySearch(source: IndexSource, threads = 0): TownSearch {
  const shelves = threads > 0 ? Array.from({ length: threads }, () => shelfInThread()) : [shelfHere()];
  return createKeeper(source, shelves);
}

/** Pages and postings in the database; a process holds the words of its towns only. */
export function databaseSearch(source: IndexSource, limits?: CorpusLimits): TownSearch {
  const keeper = createCorpusKeeper(source, limits);
  return {
    held: () => keeper.held(),
    of: async (tenant, edition) => inDatabase(await keeper.of(tenant, edition)),
  };
}

const pagesOfCorpus = new WeakMap<HeldCorpus, TownPages>();

function inDatabase(held: HeldCorpus): TownPages {
  const known = pagesOfCorpus.get(held);
  if (known) return known;
  const pages: TownPages = {
    answer: async (tenant, question) =>
      answer(await candidateIndex(tenant, held, readByCorpus(held.corpus, question)), question),
    async search(tenant, words, options = {}) {
      const query = readByCorpus(held.corpus, { text: words }, 'search');
      const index = await candidateIndex(tenant, held, query, { limit: 10, ...options });
      return search(index, words, options);
    },
    documents: readDocuments,
    documentsOf: readDocumentsOf,
    all: readAll,
  };
  pagesOfCorpus.set(held, pages);
  return pages;
}

function readDocuments(tenant: TenantScope, ids: readonly string[]) {
  return tenant.read(async (store) => {
    const rows = await store
      .select({ id: searchPage.documentId, document: searchPage.document })
      .from(searchPage)
      .where(and(eq(searchPage.tenantId, tenant.tenant.id), inArray(searchPage.documentId, [...ids])));
    return new Map(rows.map(({ id, document }) => [id, document]));
  });
}

function readDocumentsOf(tenant: TenantScope, kind: string, most: number): Promise<SearchDocument[]> {
  return tenant.read(async (store) => {
    const rows = await store
      .select({ document: searchPage.document })
      .from(searchPage)
      .where(and(eq(searchPage.tenantId, tenant.tenant.id), eq(searchPage.kind, kind)))
      .orderBy(asc(searchPage.page))
      .limit(most);
    return rows.map(({ document }) => document);
  });
}

const DOCUMENTS_AT_ONCE = 1_000;

async function* readAll(tenant: TenantScope): AsyncGenerator<SearchDocument[]> {
  const { page, document, tenantId } = searchPage;
  for (let from = 0; ;) {
    const rows = await tenant.read((store) =>
      store
        .select({ page, document })
        .from(searchPage)
        .where(and(eq(tenantId, tenant.tenant.id), gte(page, from)))
        .orderBy(asc(page))
        .limit(DOCUMENTS_AT_ONCE),
    );
    yield rows.map((row) => row.document);
    if (rows.length < DOCUMENTS_AT_ONCE) return;
    from = rows.at(-1)!.page + 1;
  }
}
