import { civilDate, readInstant } from '#platform/formats';
import { htmlToMarkdown, readJson } from '#platform/formats.server';
import { done, refuse } from '#platform/outcome';
import type { ImportFault } from '../model.ts';
import { articleOf, draftOf, isText, textOr } from './importer.ts';
import type { Importer, ImportRow, ReadContext } from './importer.ts';

interface Page {
  id: number | string;
  path: string;
  title: string;
  content: string;
  last_updated?: string;
  modified_gmt?: string;
  /** Its id is that of all languages together; only the path names the German page. */
  parent?: { path: string | null } | null;
  order?: number;
}

/** The editors of Integreat put search words at the end of a page; they are no text for readers. */
const KEYWORDS = /\n+\*?Schlag(?:worte|wörter):[^\n]*\*?\s*$/;
const NOT_TRANSLATED = /Die Seite existiert nicht in der ausgewählten Sprache/;

/** Pages of an Integreat portal become articles; the tree of pages and the licence stay. */
export const integreatImporter: Importer = {
  targets: ['articles'],
  read(bytes, context) {
    const read = readJson(bytes);
    if (!read.ok) return read;
    if (!Array.isArray(read.value)) return refuse('format-unknown', { values: { part: 'pages' } });

    const faults: ImportFault[] = [];
    const pages: { page: Page; row: number }[] = [];
    read.value.forEach((page: Partial<Page> | null, i) => {
      const fault = !page?.id ? 'id-missing' : !isText(page.title) ? 'title-missing' : null;
      if (!fault) pages.push({ page: page as Page, row: i + 1 });
      else
        faults.push({
          line: null,
          row: i + 1,
          field: null,
          reason: fault,
          value: String(page?.id ?? ''),
          kept: false,
        });
    });
    const byPath = new Map(pages.map(({ page }) => [page.path, page]));
    const rows = pages.map(({ page, row }) => toRow(page, row, byPath, context));
    return done({ rows, faults });
  },
};

function toRow(page: Page, row: number, byPath: Map<string, Page>, context: ReadContext): ImportRow {
  const url = `https://integreat.app${page.path ?? ''}`;
  const updated = readInstant(page.last_updated ?? page.modified_gmt ?? '');
  const slug = slugOfPath(page.path ?? '');
  const parent = byPath.get(page.parent?.path ?? '');
  return {
    line: null,
    row,
    externalId: String(page.id),
    ...(slug ? { slug } : {}),
    draft: draftOf(context, {
      title: page.title.trim(),
      body: bodyOf(page, url),
      sourceUrl: URL.canParse(url) ? new URL(url).href : null,
      sourceDate: updated ? civilDate(updated) : null,
    }),
    details: articleOf(context, {
      topic: textOr(topOf(page, byPath).title, '').slice(0, 80),
      parentExternalId: parent ? String(parent.id) : null,
      position: page.order ?? 0,
      confidence: 'high',
    }),
  };
}

/** A page that only says it is not translated keeps its place in the tree. */
function bodyOf(page: Page, url: string): string {
  const content = page.content ?? '';
  return NOT_TRANSLATED.test(content) ? '' : htmlToMarkdown(content, { baseUrl: url }).replace(KEYWORDS, '');
}

function slugOfPath(path: string): string {
  const last = path.split('/').filter(Boolean).at(-1) ?? '';
  return /^[a-z0-9][a-z0-9-]{0,119}$/.test(last) ? last : '';
}

/** The page at the top of its branch; its title is the topic of all pages below. */
function topOf(page: Page, byPath: Map<string, Page>): Page {
  let top = page;
  for (let depth = 0; depth < 20; depth++) {
    const parent = byPath.get(top.parent?.path ?? '');
    if (!parent) break;
    top = parent;
  }
  return top;
}
