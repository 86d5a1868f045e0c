import { plainText, renderMarkdown } from '#platform/formats';
import { writeRss } from '#platform/formats.server';
import type { Entry } from './model.ts';

export interface FeedWish {
  title: string;
  description: string;
  origin: string;
  /** First part of the path of the entries, e.g. `aktuelles`. */
  path: string;
  entries: readonly Entry[];
}

const SUMMARY_LETTERS = 300;

/** The newest entries as an RSS 2.0 feed. */
export function rssOf(wish: FeedWish): string {
  const link = `${wish.origin}/${wish.path}`;
  const newest = Math.max(0, ...wish.entries.map((entry) => entry.updatedAt.getTime()));
  return writeRss({
    title: wish.title,
    description: wish.description,
    link,
    selfLink: `${link}.rss`,
    language: 'de-DE',
    updated: new Date(newest),
    items: wish.entries.map((entry) => ({
      id: entry.id,
      title: entry.isExample ? `Beispiel: ${entry.title}` : entry.title,
      link: `${link}/${entry.slug}`,
      summary: entry.summary || plainText(entry.body).slice(0, SUMMARY_LETTERS),
      html: renderMarkdown(entry.body, { marks: false }).html,
      published: entry.publishAt ?? entry.publishedAt ?? entry.createdAt,
      updated: entry.updatedAt,
      categories: entry.category ? [entry.category] : [],
    })),
  });
}
