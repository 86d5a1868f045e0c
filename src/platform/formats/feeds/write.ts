import { escapeXml } from '../xml/escape.ts';

export interface FeedToWrite {
  title: string;
  description: string;
  /** Address of the page the feed tells about. */
  link: string;
  /** Address of the feed itself. */
  selfLink: string;
  language: string;
  updated: Date;
  items: FeedItemToWrite[];
}

export interface FeedItemToWrite {
  /** Never changes for an item; readers know it by this. */
  id: string;
  title: string;
  link: string;
  /** Plain text. */
  summary: string;
  /** Safe HTML, as `renderMarkdown` makes it. */
  html?: string;
  published: Date;
  updated?: Date;
  categories?: string[];
  /** Where it is, for maps (GeoRSS Simple). */
  point?: { latitude: number; longitude: number } | null;
}

/** An RSS 2.0 feed with the Atom link to itself that validators ask for. */
export function writeRss(feed: FeedToWrite): string {
  const items = feed.items.map(
    (item) => `    <item>
      <title>${escapeXml(item.title)}</title>
      <link>${escapeXml(item.link)}</link>
      <guid isPermaLink="false">${escapeXml(item.id)}</guid>
      <pubDate>${item.published.toUTCString()}</pubDate>
      <description>${escapeXml(item.html ?? item.summary)}</description>
${(item.categories ?? []).map((category) => `      <category>${escapeXml(category)}</category>\n`).join('')}${pointOf(item)}    </item>
`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"${feed.items.some(({ point }) => point) ? ' xmlns:georss="http://www.georss.org/georss"' : ''}>
  <channel>
    <title>${escapeXml(feed.title)}</title>
    <link>${escapeXml(feed.link)}</link>
    <description>${escapeXml(feed.description)}</description>
    <language>${escapeXml(feed.language)}</language>
    <lastBuildDate>${feed.updated.toUTCString()}</lastBuildDate>
    <atom:link href="${escapeXml(feed.selfLink)}" rel="self" type="application/rss+xml"/>
${items.join('')}  </channel>
</rss>
`;
}

function pointOf({ point }: FeedItemToWrite): string {
  return point ? `      <georss:point>${point.latitude} ${point.longitude}</georss:point>\n` : '';
}

/** An Atom feed (RFC 4287). */
export function writeAtom(feed: FeedToWrite): string {
  const entries = feed.items.map(
    (item) => `  <entry>
    <id>${escapeXml(item.id)}</id>
    <title>${escapeXml(item.title)}</title>
    <link href="${escapeXml(item.link)}"/>
    <published>${item.published.toISOString()}</published>
    <updated>${(item.updated ?? item.published).toISOString()}</updated>
    <summary>${escapeXml(item.summary)}</summary>
${item.html === undefined ? '' : `    <content type="html">${escapeXml(item.html)}</content>\n`}${(item.categories ?? []).map((category) => `    <category term="${escapeXml(category)}"/>\n`).join('')}  </entry>
`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(feed.language)}">
  <id>${escapeXml(feed.selfLink)}</id>
  <title>${escapeXml(feed.title)}</title>
  <subtitle>${escapeXml(feed.description)}</subtitle>
  <updated>${feed.updated.toISOString()}</updated>
  <author><name>${escapeXml(feed.title)}</name></author>
  <link href="${escapeXml(feed.link)}"/>
  <link href="${escapeXml(feed.selfLink)}" rel="self"/>
${entries.join('')}</feed>
`;
}
