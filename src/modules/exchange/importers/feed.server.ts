import { civilDate } from '#platform/formats';
import { htmlToMarkdown, readFeed } from '#platform/formats.server';
import type { FeedItem } from '#platform/formats.server';
import { done } from '#platform/outcome';
import { draftOf, dropped } from './importer.ts';
import type { Importer, ImportRow, ReadContext } from './importer.ts';

/** RSS 2.0 and Atom: items become news or notices, their HTML becomes Markdown. */
export const feedImporter: Importer = {
  targets: ['news', 'notices'],
  read(bytes, context) {
    const read = readFeed(bytes, { contentType: context.contentType });
    if (!read.ok) return read;
    const { items, faults } = read.value;
    const dates = items.flatMap((item) => (item.published ? [item.published.getTime()] : []));
    return done({
      rows: items.map((item) => toRow(item, context)),
      faults: dropped(faults),
      ...(dates.length > 0 ? { listsSince: new Date(Math.min(...dates)) } : {}),
    });
  },
};

function toRow(item: FeedItem, context: ReadContext): ImportRow {
  const baseUrl = item.link ?? context.url ?? undefined;
  const body = htmlToMarkdown(item.contentHtml || item.summaryHtml, { baseUrl });
  const category = item.categories.map((name) => context.mapping.categories?.[name]).find(Boolean);
  const link = item.link && URL.canParse(item.link) ? item.link : null;
  return {
    line: item.line,
    row: item.row,
    externalId: item.id,
    draft: draftOf(context, {
      title: item.title.slice(0, 300),
      body,
      sourceUrl: link,
      sourceDate: item.published ? civilDate(item.updated ?? item.published) : null,
      publishAt: item.published,
      ...(category ? { category } : {}),
    }),
    details: { link },
  };
}
