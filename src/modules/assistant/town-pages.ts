import type { Answer, Question, SearchDocument, SearchHit, SearchOptions } from '#answer-engine';
import type { TenantScope } from '#platform/scope.server';

/** Where the texts of a town come from; wiring hands in one for each kind of content. */
export type Searchable = (tenant: TenantScope) => AsyncGenerator<SearchDocument[]>;

export interface IndexSource {
  searchables: readonly Searchable[];
  readEdition(tenant: TenantScope): Promise<number>;
  /** When scheduled content begins or ends next; an index is stale from then on. */
  nextChangeAt(tenant: TenantScope): Promise<Date | null>;
}

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
  /** Every document, a part at a time, for work that is done once an edition. */
  all(tenant: TenantScope): AsyncIterable<SearchDocument[]>;
}
