import type { SearchDocument, SearchLine } from '#answer-engine';
import { linesOf } from '#platform/formats';
import type { Entry } from './model.ts';

/** What the answer engine needs of any entry; subjects add what only they know. */
export function searchDocumentOf(entry: Entry, path: string): SearchDocument {
  return {
    id: `${entry.kind}:${entry.id}`,
    articleId: entry.externalId ?? entry.id,
    kind: entry.kind,
    title: entry.title,
    url: `/${path}/${entry.slug}`,
    source: entry.sourceName,
    sourceUrl: entry.sourceUrl,
    date: entry.sourceDate ?? (entry.publishedAt ?? entry.createdAt).toISOString().slice(0, 10),
    level: 'town',
    levelName: null,
    audience: entry.audience,
    confidence: 'medium',
    superseded: false,
    supersededBy: null,
    contactRole: null,
    topic: entry.category,
    example: entry.isExample,
    lines: textLines(entry),
  };
}

/** The lines of the body, in the order and with the numbers the page shows them; the summary only where there is no body. */
function textLines(entry: Entry): SearchLine[] {
  const lines = linesOf(entry.body);
  return lines.length > 0 || !entry.summary ? lines : linesOf(entry.summary);
}

/** A fact from a typed field (address, hours, phone), said as a sentence of its own. */
export function factLine(text: string, heading: string): SearchLine {
  return { text, heading: [heading], form: 'contact' };
}
