import { and, eq, inArray } from 'drizzle-orm';
import { searchDocumentOf } from '#modules/publishing';
import type { ContentKind } from '#modules/publishing.server';
import { NEWS_CATEGORIES, newsDetails } from './model.ts';
import type { NewsDetails } from './model.ts';
import { item } from './tables.server.ts';

/** News (Aktuelles) as a kind of content. */
export const newsKind: ContentKind<NewsDetails> = {
  kind: 'news',
  path: 'aktuelles',
  permission: 'news',
  categories: NEWS_CATEGORIES,
  details: newsDetails,
  fields: [
    { name: 'isAlert', input: 'checkbox', label: 'news.field.isAlert', hint: 'news.field.isAlert.hint' },
    { name: 'link', input: 'url', label: 'news.field.link' },
  ],
  async loadDetails(store, tenantId, entryIds) {
    const rows = await store
      .select()
      .from(item)
      .where(and(eq(item.tenantId, tenantId), inArray(item.entryId, [...entryIds])));
    return new Map(rows.map(({ entryId, isAlert, link }) => [entryId, { isAlert, link }]));
  },
  async saveDetails(store, tenantId, entryId, details) {
    await store
      .insert(item)
      .values({ tenantId, entryId, ...details })
      .onConflictDoUpdate({ target: [item.tenantId, item.entryId], set: details });
  },
  toSearchDocument: (news) => searchDocumentOf(news, 'aktuelles'),
};
