import { and, asc, desc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { isId } from '#platform/db';
import type { Store } from '#platform/db.server';
import type { Locale, Recall } from '#platform/scope';
import type { TenantScope } from '#platform/scope.server';
import type { ContentKind } from './kind.server.ts';
import type { Content, Entry } from './model.ts';
import { entry, edition, translation } from './tables.server.ts';

export interface Page<Item> {
  items: Item[];
  /** Opaque mark of the next page; null on the last. */
  next: string | null;
}

/** SQL form of `isPublic`: published, begun, not expired. */
export function publicAt(now: Date): SQL {
  return and(
    eq(entry.state, 'published'),
    or(isNull(entry.publishAt), lte(entry.publishAt, now)),
    or(isNull(entry.expireAt), gt(entry.expireAt, now)),
  )!;
}

export interface ContentFilter {
  category?: string | null;
  area?: string | null;
  audience?: 'resident' | 'business' | null;
  cursor?: string | null;
  limit?: number;
}

/** Conditions every public list shares. */
export function publicRows(scope: TenantScope, kind: string, filter: ContentFilter = {}): SQL {
  return and(
    eq(entry.tenantId, scope.tenant.id),
    eq(entry.kind, kind),
    publicAt(scope.now()),
    filter.category ? eq(entry.category, filter.category) : undefined,
    filter.area ? or(isNull(entry.area), eq(entry.area, filter.area)) : undefined,
    filter.audience ? or(eq(entry.audience, 'all'), eq(entry.audience, filter.audience)) : undefined,
  )!;
}

const LIST_LIMIT = 20;
const LIST_LIMIT_MOST = 100;

/** The newest public entries of a kind, page by page. Three statements whatever the number of rows. */
export function listNewest<Details>(
  scope: TenantScope,
  kind: ContentKind<Details>,
  filter: ContentFilter = {},
): Promise<Page<Content<Details>>> {
  const limit = Math.min(filter.limit ?? LIST_LIMIT, LIST_LIMIT_MOST);
  return scope.read(async (store) => {
    const after = readCursor(filter.cursor);
    const shownAt = sql<Date>`coalesce(${entry.publishAt}, ${entry.publishedAt}, ${entry.createdAt})`;
    const rows = await store
      .select({ entry, shownAtText: sql<string>`${shownAt}::text` })
      .from(entry)
      .where(
        and(
          publicRows(scope, kind.kind, filter),
          after ? sql`(${shownAt}, ${entry.id}) < (${after.at}::timestamptz, ${after.id}::uuid)` : undefined,
        ),
      )
      .orderBy(desc(shownAt), desc(entry.id))
      .limit(limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: await withDetails(
        store,
        scope,
        kind,
        shown.map((row) => row.entry),
      ),
      next: rows.length > limit && last ? writeCursor(last.shownAtText, last.entry.id) : null,
    };
  });
}

/** One public entry by its address; null when there is none or the public may not read it yet. */
export function findPublic<Details>(
  scope: TenantScope,
  kind: ContentKind<Details>,
  slug: string,
): Promise<Content<Details> | null> {
  return scope.read(async (store) => {
    const rows = await store
      .select()
      .from(entry)
      .where(and(publicRows(scope, kind.kind), eq(entry.slug, slug)))
      .limit(1);
    const [content] = await withDetails(store, scope, kind, rows);
    return content ?? null;
  });
}

/** Public entries by id, in no particular order. */
export async function loadPublic<Details>(
  store: Store,
  scope: TenantScope,
  kind: ContentKind<Details>,
  ids: readonly string[],
): Promise<Content<Details>[]> {
  // The search also finds pages that are no entry ("place:verzeichnis"); PostgreSQL would stumble over their names.
  const known = ids.filter(isId);
  if (known.length === 0) return [];
  const rows = await store
    .select()
    .from(entry)
    .where(and(publicRows(scope, kind.kind), inArray(entry.id, known)));
  return withDetails(store, scope, kind, rows);
}

/** The same for a reader of records, in the order of the ids; an entry that a crowd asks for in many words is read once. */
export async function recallPublic<Details>(
  tenant: TenantScope,
  kind: ContentKind<Details>,
  ids: readonly string[],
  recall: Recall,
): Promise<Content<Details>[]> {
  const unknown: string[] = [];
  // Begins when all unknown ones are gathered, so that they are read together.
  const reading = Promise.resolve().then(() =>
    unknown.length === 0 ? [] : tenant.read((store) => loadPublic(store, tenant, kind, unknown)),
  );
  const found = await Promise.all(
    ids.map((id) =>
      recall(`${kind.kind} ${id}`, async () => {
        unknown.push(id);
        return (await reading).find((one) => one.id === id) ?? null;
      }),
    ),
  );
  return found.filter((one) => one !== null);
}

/** All public content of a kind, for the search index; read in slices so that memory stays bounded. */
export async function* eachPublic<Details>(
  scope: TenantScope,
  kind: ContentKind<Details>,
): AsyncGenerator<Content<Details>[]> {
  const slice = 500;
  let after: string | null = null;
  for (;;) {
    const from: string | null = after;
    const contents: Content<Details>[] = await scope.read(async (store) => {
      const rows = await store
        .select()
        .from(entry)
        .where(and(publicRows(scope, kind.kind), from ? gt(entry.id, from) : undefined))
        .orderBy(asc(entry.id))
        .limit(slice);
      return withDetails(store, scope, kind, rows, 'de');
    });
    if (contents.length > 0) yield contents;
    if (contents.length < slice) return;
    after = contents.at(-1)!.id;
  }
}

/** Joins entries with what their kind knows, in the reader's language where a translation exists. */
export async function withDetails<Details>(
  store: Store,
  scope: TenantScope,
  kind: ContentKind<Details>,
  rows: (typeof entry.$inferSelect)[],
  locale: Locale = scope.locale,
): Promise<Content<Details>[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const details = await kind.loadDetails(store, scope.tenant.id, ids);
  const translations = locale === 'de' ? new Map() : await loadTranslations(store, scope, ids, locale);
  return rows.flatMap((row) => {
    const own = details.get(row.id);
    if (own === undefined) return [];
    return [{ ...toEntry(row), ...translations.get(row.id), details: own }];
  });
}

async function loadTranslations(
  store: Store,
  scope: TenantScope,
  ids: string[],
  locale: Locale,
): Promise<Map<string, Partial<Entry>>> {
  const rows = await store
    .select()
    .from(translation)
    .where(
      and(
        eq(translation.tenantId, scope.tenant.id),
        inArray(translation.entryId, ids),
        eq(translation.language, locale),
      ),
    );
  return new Map(
    rows.map(({ entryId, title, summary, body, language }) => [entryId, { title, summary, body, language }]),
  );
}

export function toEntry(row: typeof entry.$inferSelect): Entry {
  const { tenantId: _, ...shown } = row;
  return shown;
}

/** The tenant's edition: a number that grows with every write to its content. */
export function readEdition(scope: TenantScope): Promise<number> {
  return scope.read(async (store) => {
    const [row] = await store
      .select({ number: edition.number })
      .from(edition)
      .where(eq(edition.tenantId, scope.tenant.id));
    return row?.number ?? 0;
  });
}

/** When the next scheduled entry begins or ends after now; caches hold no longer than that. */
export function nextChangeAt(scope: TenantScope): Promise<Date | null> {
  return scope.read(async (store) => {
    const now = scope.now().toISOString();
    const { rows } = await store.execute<{ at: string | null }>(sql`
      select least(
        min(publish_at) filter (where publish_at > ${now}),
        min(expire_at) filter (where expire_at > ${now})
      ) as at
      from publishing.entry
      where tenant_id = ${scope.tenant.id}
        and state = 'published'
    `);
    return rows[0]?.at ? new Date(rows[0].at) : null;
  });
}

export interface Attribution {
  sourceName: string;
  licence: string | null;
  attribution: string | null;
  url: string | null;
  count: number;
  newest: string | null;
}

/** Whose content the public pages show, from the provenance of each entry; of one kind only, where named. */
export function listAttributions(scope: TenantScope, kind?: string): Promise<Attribution[]> {
  return scope.read((store) =>
    store
      .select({
        sourceName: entry.sourceName,
        licence: entry.licence,
        attribution: entry.attribution,
        url: sql<string | null>`min(${entry.sourceUrl})`,
        count: sql<number>`count(*)::int`,
        newest: sql<string | null>`max(${entry.sourceDate})`,
      })
      .from(entry)
      .where(
        and(
          eq(entry.tenantId, scope.tenant.id),
          kind ? eq(entry.kind, kind) : undefined,
          publicAt(scope.now()),
        ),
      )
      .groupBy(entry.sourceName, entry.licence, entry.attribution)
      .orderBy(desc(sql`count(*)`), asc(entry.sourceName))
      .limit(500),
  );
}

export interface SitemapRow {
  kind: string;
  slug: string;
  updatedAt: Date;
}

/** Addresses of all public entries; the sitemap protocol allows 50,000 in one file. */
export function listPublicAddresses(scope: TenantScope): Promise<SitemapRow[]> {
  return scope.read((store) =>
    store
      .select({ kind: entry.kind, slug: entry.slug, updatedAt: entry.updatedAt })
      .from(entry)
      .where(and(eq(entry.tenantId, scope.tenant.id), publicAt(scope.now())))
      .orderBy(asc(entry.kind), asc(entry.slug))
      .limit(50_000),
  );
}

export function writeCursor(at: string, id: string): string {
  return Buffer.from(`${at}|${id}`).toString('base64url');
}

/** A mark we did not write is no error: the list starts at its beginning. */
export function readCursor(cursor: string | null | undefined): { at: string; id: string } | null {
  if (!cursor) return null;
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split('|');
  const readable =
    /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:\d\d)?$/.test(at) && /^[0-9a-f-]{36}$/.test(id);
  return readable ? { at, id } : null;
}
