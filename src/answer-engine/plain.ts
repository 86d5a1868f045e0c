import type { SearchDocument } from './types.ts';

/** A page of which only title and lines are known: a question as a page, a page of a bench. */
export function plainDocument(page: { id: string; title: string; lines: readonly string[] }): SearchDocument {
  return {
    id: page.id,
    articleId: page.id,
    kind: 'article',
    title: page.title,
    url: '',
    source: '',
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
    lines: page.lines.map((text) => ({ text, heading: [], form: 'sentence' })),
  };
}
