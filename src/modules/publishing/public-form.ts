import type { Content } from './model.ts';

/** What the public may have of an entry as data: what its page shows, and nothing of how it came about. */
export function publicForm(content: Content<object>, path: string, origin: string): Record<string, unknown> {
  return {
    id: content.id,
    articleId: content.externalId ?? content.id,
    kind: content.kind,
    url: `${origin}/${path}/${content.slug}`,
    slug: content.slug,
    title: content.title,
    summary: content.summary,
    body: content.body,
    language: content.language,
    category: content.category,
    area: content.area,
    audience: content.audience,
    example: content.isExample,
    source: {
      name: content.sourceName,
      url: content.sourceUrl,
      date: content.sourceDate,
      licence: content.licence,
      attribution: content.attribution,
      vanishedAt: content.vanishedAt,
    },
    publishedAt: content.publishAt ?? content.publishedAt,
    updatedAt: content.updatedAt,
    expiresAt: content.expireAt,
    ...content.details,
  };
}
