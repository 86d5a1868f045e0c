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
}

/** An RSS 2.0 feed with the Atom link to itself that validators ask for. */
export function writeRss(feed: FeedToWrite): string {
  const items = feed.items.map(
    (item) => `    <item>
      <title>${escape(item.title)}</title>
      <link>${escape(item.link)}</link>
      <guid isPermaLink="false">${escape(item.id)}</guid>
      <pubDate>${item.published.toUTCString()}</pubDate>
      <description>${escape(item.html ?? item.summary)}</description>
${(item.categories ?? []).map((category) => `      <category>${escape(category)}</category>\n`).join('')}    </item>
`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>${escape(feed.title)}</title>
    <link>${escape(feed.link)}</link>
    <description>${escape(feed.description)}</description>
    <language>${escape(feed.language)}</language>
    <lastBuildDate>${feed.updated.toUTCString()}</lastBuildDate>
    <atom:link href="${escape(feed.selfLink)}" rel="self" type="application/rss+xml"/>
${items.join('')}  </channel>
</rss>
`;
}

/** An Atom feed (RFC 4287). */
export function writeAtom(feed: FeedToWrite): string {
  const entries = feed.items.map(
    (item) => `  <entry>
    <id>${escape(item.id)}</id>
    <title>${escape(item.title)}</title>
    <link href="${escape(item.link)}"/>
    <published>${item.published.toISOString()}</published>
    <updated>${(item.updated ?? item.published).toISOString()}</updated>
    <summary>${escape(item.summary)}</summary>
${item.html === undefined ? '' : `    <content type="html">${escape(item.html)}</content>\n`}${(item.categories ?? []).map((category) => `    <category term="${escape(category)}"/>\n`).join('')}  </entry>
`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escape(feed.language)}">
  <id>${escape(feed.selfLink)}</id>
  <title>${escape(feed.title)}</title>
  <subtitle>${escape(feed.description)}</subtitle>
  <updated>${feed.updated.toISOString()}</updated>
  <author><name>${escape(feed.title)}</name></author>
  <link href="${escape(feed.link)}"/>
  <link href="${escape(feed.selfLink)}" rel="self"/>
${entries.join('')}</feed>
`;
}

/** Also drops the control characters no XML document may hold (XML 1.0, section 2.2). */
function escape(text: string): string {
  return (
    text
      .toWellFormed()
      // eslint-disable-next-line no-control-regex -- these are the characters meant
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
  );
}
