import type { TenantScope } from '#platform/scope.server';
import type { IndexSource, TownPages, TownSearch } from '../town-pages.ts';
import { readSynonyms } from '../words/queries.server.ts';
import type { Shelf } from './shelf.server.ts';
import { UnknownTown } from './shelf.server.ts';
import type { ShelfDoor } from './shelves.server.ts';

// An index of a small town takes a few megabytes; this many stay in memory, the least used goes first.
const TOWNS_HELD = 64;

/** A town on one of the shelves, as of an edition. */
interface Held {
  shelf: ShelfDoor;
  pages: TownPages;
  edition: number;
  staleAt: number;
}

/** Keeps the towns asked last on the shelves, each on one of them, and brings them up to date when their content changed. */
export function createKeeper(
  source: IndexSource,
  shelves: readonly ShelfDoor[],
  mostHeld = TOWNS_HELD,
): TownSearch {
  // In the order of the last use.
  const held = new Map<string, Held>();
  const renewing = new Map<string, { edition: number; ready: Promise<Held> }>();

  async function find(tenant: TenantScope, edition: number): Promise<Held> {
    for (;;) {
      const known = held.get(tenant.tenant.id);
      const now = tenant.now().getTime();
      if (known && known.edition >= edition && now < known.staleAt) {
        keep(tenant, known);
        return known;
      }
      // Many askers after one change share one renewal; one that began before the change is waited for and not enough.
      const running = renewing.get(tenant.tenant.id);
      if (!running) return begin(tenant, edition, known?.shelf ?? emptiest());
      if (running.edition >= edition) return running.ready;
      await running.ready.catch(() => undefined);
    }
  }

  async function begin(tenant: TenantScope, edition: number, shelf: ShelfDoor): Promise<Held> {
    const id = tenant.tenant.id;
    const ready = renew(tenant, edition, shelf).catch((error: unknown) => {
      // The shelf was lost over somebody else's question, and the pages brought so far with it.
      if (error instanceof UnknownTown) return renew(tenant, edition, shelf);
      throw error;
    });
    renewing.set(id, { edition, ready });
    try {
      const renewed = await ready;
      keep(tenant, renewed);
      return renewed;
    } finally {
      renewing.delete(id);
    }
  }

  async function renew(tenant: TenantScope, edition: number, shelf: ShelfDoor): Promise<Held> {
    const id = tenant.tenant.id;
    await shelf(tenant, 'begin', id);
    for (const searchable of source.searchables)
      for await (const slice of searchable(tenant)) await shelf(tenant, 'bring', id, slice);
    const synonyms = await readSynonyms(tenant);
    const next = await source.nextChangeAt(tenant);
    await shelf(tenant, 'renew', id, synonyms);
    const pages = pagesOn(shelf, edition);
    return { shelf, pages, edition, staleAt: next?.getTime() ?? Infinity };
  }

  /** The shelf with the fewest towns. */
  function emptiest(): ShelfDoor {
    const towns = (shelf: ShelfDoor) => [...held.values()].filter((one) => one.shelf === shelf).length;
    return shelves.reduce((best, shelf) => (towns(shelf) < towns(best) ? shelf : best));
  }

  /** The town used last goes last when room is made. */
  function keep(tenant: TenantScope, used: Held): void {
    held.delete(tenant.tenant.id);
    held.set(tenant.tenant.id, used);
    if (held.size <= mostHeld) return;
    const [oldest, { shelf }] = held.entries().next().value!;
    held.delete(oldest);
    void shelf(tenant, 'forget', oldest).catch(() => undefined);
  }

  function pagesOn(shelf: ShelfDoor, edition: number): TownPages {
    /** Asks the shelf; a town that stands there no more is brought again. */
    async function ask<Name extends keyof Shelf>(
      tenant: TenantScope,
      name: Name,
      ...given: Parameters<Shelf[Name]>
    ): Promise<ReturnType<Shelf[Name]>> {
      try {
        return await shelf(tenant, name, ...given);
      } catch (error) {
        if (!(error instanceof UnknownTown)) throw error;
        if (held.get(tenant.tenant.id)?.pages === pages) held.delete(tenant.tenant.id);
        const again = await find(tenant, edition);
        return again.shelf(tenant, name, ...given);
      }
    }

    const pages: TownPages = {
      answer: (tenant, question) => ask(tenant, 'answer', tenant.tenant.id, question),
      search: (tenant, words, options) => ask(tenant, 'search', tenant.tenant.id, words, options),
      async documents(tenant, ids) {
        const found = await ask(tenant, 'documents', tenant.tenant.id, ids);
        return new Map(found.map((document) => [document.id, document]));
      },
      documentsOf: (tenant, kind, most) => ask(tenant, 'documentsOf', tenant.tenant.id, kind, most),
      async *all(tenant) {
        yield await ask(tenant, 'all', tenant.tenant.id);
      },
    };
    return pages;
  }

  return {
    of: async (tenant, edition) => (await find(tenant, edition)).pages,
    held: () => held.size,
  };
}
