import { listDates, listEvents } from '#modules/events.server';
import { listArticles } from '#modules/knowledge.server';
import { listNews } from '#modules/news.server';
import { listNotices } from '#modules/notices.server';
import { listPatents } from '#modules/patents.server';
import { listPlaces, listTours } from '#modules/places.server';
import type { Content } from '#modules/publishing';
import { findPublic } from '#modules/publishing.server';
import type { AnyKind, Page } from '#modules/publishing.server';
import type { TenantScope } from '#platform/scope.server';
import { kinds } from './kinds.server.ts';

export interface CollectionWish {
  category?: string | null;
  area?: string | null;
  audience?: 'resident' | 'business' | null;
  cursor?: string | null;
  limit: number;
  from?: Date | null;
  to?: Date | null;
  q?: string | null;
  topic?: string | null;
}

interface Collection {
  kind: AnyKind;
  list(tenant: TenantScope, wish: CollectionWish): Promise<Page<Content<object>>>;
  /** What one entry says beyond its place in the list. */
  more?(tenant: TenantScope, id: string): Promise<Record<string, unknown>>;
}

const OCCURRENCES_SHOWN = 100;

const kindOf = (name: string): AnyKind => kinds.find((kind) => kind.kind === name)!;

/** The lists of the open interface by the name they have in its addresses. */
export const collections: Readonly<Record<string, Collection>> = {
  news: { kind: kindOf('news'), list: listNews },
  notices: { kind: kindOf('notice'), list: listNotices },
  // The list is one of dates; an event by its address tells those to come.
  events: {
    kind: kindOf('event'),
    list: listEvents,
    more: async (tenant, id) => ({ occurrences: await listDates(tenant, id, { limit: OCCURRENCES_SHOWN }) }),
  },
  places: {
    kind: kindOf('place'),
    list: async (tenant, wish) => ({
      items: await listPlaces(tenant, { category: wish.category, area: wish.area, q: wish.q }),
      next: null,
    }),
  },
  tours: { kind: kindOf('tour'), list: listTours },
  articles: { kind: kindOf('article'), list: listArticles },
  patents: { kind: kindOf('patent'), list: listPatents },
};

export function findInCollection(
  tenant: TenantScope,
  collection: Collection,
  slug: string,
): Promise<Content<object> | null> {
  return findPublic<object>(tenant, collection.kind, slug);
}
