import type { SearchDocument } from './types.ts';

/** A page for tests: only what a test says differs from a plain page of the town. */
export function page(
  id: string,
  title: string,
  lines: string[],
  more: Partial<SearchDocument> = {},
): SearchDocument {
  return {
    id,
    articleId: id,
    kind: 'article',
    title,
    url: `/wissen/${id}`,
    source: 'Stadt',
    sourceUrl: null,
    date: null,
    level: 'town',
    levelName: null,
    audience: 'all',
    confidence: 'high',
    superseded: false,
    supersededBy: null,
    contactRole: null,
    topic: null,
    example: false,
    lines: lines.map((text) => ({ text, heading: [], form: 'sentence' })),
    ...more,
  };
}
