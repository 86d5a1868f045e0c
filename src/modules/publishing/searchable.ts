import type { SearchDocument, SearchLine } from '#answer-engine';
import { civilDate, linesOf } from '#platform/formats';
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

interface RecordPage {
  kind: string;
  /** Names the list or record within its kind. */
  key: string;
  title: string;
  path: string;
  source: string;
  updatedAt: Date;
}

/**
 * A list of records as one document, so that "it has nothing of the kind" can be cited. It has no lines: each record has
 * a page of its own, and a list of all names would answer any question.
 */
export function listDocumentOf({ kind, key, title, path, source, updatedAt }: RecordPage): SearchDocument {
  return {
    id: `${kind}:${key}`,
    articleId: key,
    kind,
    title,
    url: `/${path}`,
    source,
    sourceUrl: null,
    date: civilDate(updatedAt),
    level: 'town',
    levelName: null,
    audience: 'all',
    confidence: 'medium',
    superseded: false,
    supersededBy: null,
    contactRole: null,
    topic: null,
    example: false,
    lines: [],
  };
}

/** A fact from a typed field (address, hours, phone), said as a sentence of its own. */
export function factLine(text: string, heading: string): SearchLine {
  return { text, heading: [heading], form: 'contact' };
}
