import { and, asc, eq, inArray } from 'drizzle-orm';
import { answer, search } from '#answer-engine';
import type { Answer, Question, SearchDocument, SearchHit, SearchOptions } from '#answer-engine';
import type { TenantScope } from '#platform/scope.server';
import { createIndexKeeper } from '../indexes.server.ts';
import type { IndexSource, TownIndex } from '../indexes.server.ts';
import { candidateIndex } from './candidates.server.ts';
import { createCorpusKeeper } from './corpora.server.ts';
import type { HeldCorpus } from './corpora.server.ts';
import { searchPage } from './tables.server.ts';

/** The pages of towns, ready to be asked: in memory, or in the database for more than memory holds. */
export interface TownSearch {
  /** The pages of an edition of the tenant's content; what changed since the last one is analysed first. */
  of(tenant: TenantScope, edition: number): Promise<TownPages>;
  /** Number of towns held in memory. */
  held(): number;
}

/** The pages of a town as of an edition; the same value as long as nothing changed. */
export interface TownPages {
  answer(tenant: TenantScope, question: Question): Promise<Answer>;
  search(tenant: TenantScope, words: string, options?: SearchOptions): Promise<SearchHit[]>;
  /** Documents by id, for those that are found. */
  documents(tenant: TenantScope, ids: readonly string[]): Promise<ReadonlyMap<string, SearchDocument>>;
  /** Documents of a kind, as many as are wanted at most, in the order of the town. */
  documentsOf(tenant: TenantScope, kind: string, most: number): Promise<SearchDocument[]>;
  /** Every document, for work that is done once an edition. */
  all(tenant: TenantScope): Promise<SearchDocument[]>;
}

/** One index a town in memory: quickest, as long as the towns of a process fit. */
export function memorySearch(source: IndexSource): TownSearch {
  const keeper = createIndexKeeper(source);
  return {
    held: () => keeper.held(),
    of: async (tenant, edition) => inMemory(await keeper.of(tenant, edition)),
  };
}

const pagesOfIndex = new WeakMap<TownIndex, TownPages>();

function inMemory(kept: TownIndex): TownPages {
  const known = pagesOfIndex.get(kept);
  if (known) return known;
  const { index, documents } = kept;
  const pages: TownPages = {
    answer: async (_, question) => answer(index, question),
    search: async (_, words, options) => search(index, words, options),
    documents: async () => documents,
    documentsOf: async (_, kind, most) =>
      [...documents.values()].filter((document) => document.kind === kind).slice(0, most),
    all: async () => [...documents.values()],
  };
  pagesOfIndex.set(kept, pages);
  return pages;
}

/** Pages and postings in the database; a process holds the words of its towns only. */
export function databaseSearch(source: IndexSource): TownSearch {
  const keeper = createCorpusKeeper(source);
  return {
    held: () => keeper.held(),
    of: async (tenant, edition) => inDatabase(await keeper.of(tenant, edition)),
  };
}

const pagesOfCorpus = new WeakMap<HeldCorpus, TownPages>();

function inDatabase(held: HeldCorpus): TownPages {
  const known = pagesOfCorpus.get(held);
  if (known) return known;
  const { corpus } = held;
  const pages: TownPages = {
    answer: async (tenant, question) => answer(await candidateIndex(tenant, corpus, question), question),
    async search(tenant, words, options = {}) {
      const index = await candidateIndex(tenant, corpus, { text: words }, { limit: 10, ...options });
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

function readAll(tenant: TenantScope): Promise<SearchDocument[]> {
  return tenant.read(async (store) => {
    const rows = await store
      .select({ document: searchPage.document })
      .from(searchPage)
      .where(eq(searchPage.tenantId, tenant.tenant.id))
      .orderBy(asc(searchPage.page));
    return rows.map(({ document }) => document);
  });
}
