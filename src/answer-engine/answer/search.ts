import { readClosely } from './reading.ts';
import type { SearchDocument, SearchHit, SearchOptions } from '../types.ts';
import type { AnswerIndex } from '../index/index.ts';
import { readSearch } from '../index/query.ts';

/** Finds pages for a few words or a question, best first. */
export function search(index: AnswerIndex, query: string, options: SearchOptions = {}): SearchHit[] {
  const { limit = 10, kinds, audience } = options;
  const accepts = (document: SearchDocument): boolean => {
    if (kinds && !kinds.includes(document.kind)) return false;
    return !audience || document.audience === 'all' || document.audience === audience;
  };
  const asked = readSearch(index, query);
  const pages = readClosely(index, asked, { accepts, pages: limit });
  return pages.slice(0, limit).map(({ document, score, likely, pageCovers }) => ({
    documentId: document.id,
    articleId: document.articleId,
    kind: document.kind,
    title: document.title,
    url: document.url,
    score,
    sentenceIndex: pageCovers > 0 ? likely.indexOf(Math.max(...likely)) : -1,
  }));
}
