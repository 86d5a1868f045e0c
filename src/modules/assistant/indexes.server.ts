import { createHash } from 'node:crypto';
import { buildIndex, updateIndex } from '#answer-engine';
import type { AnswerIndex, SearchDocument } from '#answer-engine';
import type { TenantScope } from '#platform/scope.server';
import { readSynonyms } from './words/queries.server.ts';

/** Where the texts of a town come from; wiring hands in one for each kind of content. */
export type Searchable = (tenant: TenantScope) => AsyncGenerator<SearchDocument[]>;

export interface IndexSource {
  searchables: readonly Searchable[];
  readEdition(tenant: TenantScope): Promise<number>;
  /** When scheduled content begins or ends next; an index is stale from then on. */
  nextChangeAt(tenant: TenantScope): Promise<Date | null>;
}

/** A town's index, and its documents by id. */
export interface TownIndex {
  index: AnswerIndex;
  documents: ReadonlyMap<string, SearchDocument>;
}

interface Held extends TownIndex {
  edition: number;
  staleAt: number;
  prints: ReadonlyMap<string, string>;
  usedAt: number;
}

// An index of a small town takes a few megabytes; this many stay in memory, the least used goes first.
const INDEXES_HELD = 64;
// Above this share of changed documents building anew is faster than updating.
const REBUILD_SHARE = 0.2;

export interface IndexKeeper {
  /** The index of an edition of the tenant's content; built on demand, brought up to date when the content changed. */
  of(tenant: TenantScope, edition: number): Promise<TownIndex>;
  /** Number of indexes in memory. */
  held(): number;
}

export function createIndexKeeper(source: IndexSource, mostHeld = INDEXES_HELD): IndexKeeper {
  const held = new Map<string, Held>();
  const building = new Map<string, Promise<Held>>();

  async function refresh(tenant: TenantScope, edition: number, before: Held | undefined): Promise<Held> {
    const documents = await allDocuments(source, tenant);
    const prints = new Map(documents.map((document) => [document.id, printOf(document)]));
    const synonyms = await readSynonyms(tenant);
    const isChangeable = before && JSON.stringify(before.index.synonyms) === JSON.stringify(synonyms);
    const index = isChangeable
      ? changedIndex(before, documents, prints)
      : buildIndex(documents, { synonyms });
    const next = await source.nextChangeAt(tenant);
    const byId = new Map(documents.map((document) => [document.id, document]));
    return { edition, index, documents: byId, prints, staleAt: next?.getTime() ?? Infinity, usedAt: 0 };
  }

  function evict(): void {
    while (held.size > mostHeld) {
      const [oldest] = [...held].sort(([, a], [, b]) => a.usedAt - b.usedAt)[0]!;
      held.delete(oldest);
    }
  }

  return {
    held: () => held.size,
    async of(tenant, edition) {
      const id = tenant.tenant.id;
      const now = tenant.now().getTime();
      const known = held.get(id);
      if (known && known.edition >= edition && now < known.staleAt) {
        known.usedAt = now;
        return known;
      }
      const key = `${id} ${edition} ${now >= (known?.staleAt ?? Infinity) ? known?.staleAt : ''}`;
      // Many askers after one change share one building.
      let ready = building.get(key);
      if (!ready) {
        ready = refresh(tenant, edition, known).finally(() => building.delete(key));
        building.set(key, ready);
      }
      const fresh = await ready;
      fresh.usedAt = now;
      held.set(id, fresh);
      evict();
      return fresh;
    },
  };
}

async function allDocuments(source: IndexSource, tenant: TenantScope): Promise<SearchDocument[]> {
  const documents: SearchDocument[] = [];
  for (const searchable of source.searchables) {
    for await (const slice of searchable(tenant)) documents.push(...slice);
  }
  return documents;
}

/** Only what changed is analysed again. */
function changedIndex(before: Held, documents: SearchDocument[], prints: Map<string, string>): AnswerIndex {
  const put = documents.filter((document) => before.prints.get(document.id) !== prints.get(document.id));
  const remove = [...before.prints.keys()].filter((id) => !prints.has(id));
  if (put.length + remove.length > documents.length * REBUILD_SHARE)
    return buildIndex(documents, { synonyms: before.index.synonyms.map((group) => [...group]) });
  return updateIndex(before.index, { put, remove });
}

/** A hash of a document: what has the same did not change. */
export function printOf(document: SearchDocument): string {
  return createHash('sha1').update(JSON.stringify(document)).digest('base64');
}
