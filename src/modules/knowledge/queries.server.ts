import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { entry, findPublic, publicRows, withDetails } from '#modules/publishing.server';
import type { ContentFilter, Page } from '#modules/publishing.server';
import type { Store } from '#platform/db.server';
import type { TenantScope } from '#platform/scope.server';
import { articleKind } from './kind.server.ts';
import type { Article } from './model.ts';
import { article } from './tables.server.ts';

/** Topics with the number of their public articles, the largest first. */
export function listTopics(
  tenant: TenantScope,
  audience?: 'resident' | 'business',
): Promise<{ topic: string; count: number }[]> {
  return tenant.read((store) =>
    store
      .select({ topic: article.topic, count: sql<number>`count(*)::int` })
      .from(article)
      .innerJoin(entry, and(eq(entry.tenantId, article.tenantId), eq(entry.id, article.entryId)))
      .where(
        and(
          eq(article.tenantId, tenant.tenant.id),
          sql`${article.topic} <> ''`,
          publicRows(tenant, articleKind.kind, audience ? { audience } : {}),
        ),
      )
      .groupBy(article.topic)
      .orderBy(sql`count(*) desc`, asc(article.topic))
      .limit(100),
  );
}

export interface ArticleFilter extends ContentFilter {
  topic?: string | null;
  /** External id of the page above; null = only pages at the top of the tree. */
  parent?: string | null;
}

/** Articles in the order of their tree, then by title. The cursor is the number of articles before the page. */
export function listArticles(tenant: TenantScope, filter: ArticleFilter = {}): Promise<Page<Article>> {
  const limit = Math.min(filter.limit ?? 40, 200);
  const offset = Math.max(0, Math.min(Number(filter.cursor ?? 0) || 0, 100_000));
  return tenant.read(async (store) => {
    const rows = await store
      .select({ entry })
      .from(article)
      .innerJoin(entry, and(eq(entry.tenantId, article.tenantId), eq(entry.id, article.entryId)))
      .where(
        and(
          eq(article.tenantId, tenant.tenant.id),
          publicRows(tenant, articleKind.kind, filter),
          filter.topic ? eq(article.topic, filter.topic) : undefined,
          parentCondition(filter),
        ),
      )
      .orderBy(
        asc(article.superseded),
        asc(article.position),
        sql`${entry.title} collate "de-x-icu"`,
        asc(entry.id),
      )
      .limit(limit + 1)
      .offset(offset);
    return {
      items: await withDetails(
        store,
        tenant,
        articleKind,
        rows.slice(0, limit).map((row) => row.entry),
      ),
      next: rows.length > limit ? String(offset + limit) : null,
    };
  });
}

function parentCondition(filter: ArticleFilter) {
  if (filter.parent === undefined) return undefined;
  return filter.parent === null
    ? isNull(article.parentExternalId)
    : eq(article.parentExternalId, filter.parent);
}

export function findArticle(tenant: TenantScope, slug: string): Promise<Article | null> {
  return findPublic(tenant, articleKind, slug);
}

/** The public article with an id of its source, e.g. the one that supersedes another. */
export function findArticleByExternalId(tenant: TenantScope, externalId: string): Promise<Article | null> {
  return tenant.read(async (store) => {
    const rows = await store
      .select()
      .from(entry)
      .where(and(publicRows(tenant, articleKind.kind), eq(entry.externalId, externalId)))
      .limit(1);
    const [found] = await withDetails(store, tenant, articleKind, rows);
    return found ?? null;
  });
}

/** The pages above an article, the topmost first. */
export function articlePath(tenant: TenantScope, of: Article): Promise<{ title: string; slug: string }[]> {
  const parent = of.details.parentExternalId;
  if (!parent) return Promise.resolve([]);
  return tenant.read((store) => pagesAbove(store, tenant, parent));
}

const DEEPEST = 8;

async function pagesAbove(
  store: Store,
  tenant: TenantScope,
  parent: string,
): Promise<{ title: string; slug: string }[]> {
  const isPublic = publicRows(tenant, articleKind.kind);
  const { rows } = await store.execute<{ title: string; slug: string }>(sql`
    with recursive above (external_id, title, slug, parent, depth) as (
      select entry.external_id, entry.title, entry.slug, article.parent_external_id, 1
      from publishing.entry
      join knowledge.article on article.tenant_id = entry.tenant_id and article.entry_id = entry.id
      where ${isPublic} and entry.external_id = ${parent}
      union all
      select entry.external_id, entry.title, entry.slug, article.parent_external_id, above.depth + 1
      from above
      join publishing.entry on ${isPublic} and entry.external_id = above.parent
      join knowledge.article on article.tenant_id = entry.tenant_id and article.entry_id = entry.id
      where above.depth < ${DEEPEST}
    )
    select title, slug
    from above
    order by depth desc
  `);
  return rows;
}
