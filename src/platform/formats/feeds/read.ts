import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import { readInstant } from '../dates/read.ts';
import { decodeText } from '../rows/decode.ts';
import type { EncodingFault } from '../rows/decode.ts';
import { rowFault } from '../rows/faults.ts';
import type { RowFault } from '../rows/faults.ts';
import { declaredEncoding } from '../xml/read.ts';
import { outlineOf } from './outline.ts';

export type FeedRefusal =
  EncodingFault | 'xml-broken' | 'xml-doctype' | 'xml-too-deep' | 'feed-unknown' | 'too-many-items';

export interface FeedItem {
  line: number;
  row: number;
  /** The id in its source: guid or atom:id, else the link. */
  id: string;
  title: string;
  link: string | null;
  /** Foreign HTML; only to be read by `htmlToMarkdown`. */
  summaryHtml: string;
  contentHtml: string;
  published: Date | null;
  updated: Date | null;
  categories: string[];
}

export interface Feed {
  format: 'rss' | 'atom';
  title: string;
  link: string | null;
  language: string | null;
  items: FeedItem[];
  faults: RowFault[];
}

export interface ReadFeedOptions {
  contentType?: string | null;
  maxItems?: number;
}

type Node = Record<string, unknown>;

const MAX_ITEMS = 5000;

/**
 * Reads RSS 2.0 and Atom. A feed that is not well-formed or brings a document type is refused as a whole with its
 * line; an item without title or identity, or with a date that does not exist, is a fault and the others are kept.
 */
export function readFeed(bytes: Uint8Array, options: ReadFeedOptions = {}): Outcome<Feed, FeedRefusal> {
  const decoded = decodeText(bytes, { contentType: options.contentType, declared: declaredEncoding });
  if (!decoded.ok) return decoded;
  const text = decoded.value.replace(/^\ufeff/, '');

  const outline = outlineOf(text);
  if (outline.doctypeLine) return refuse('xml-doctype', { values: { line: outline.doctypeLine } });
  if (outline.tooDeepLine) return refuse('xml-too-deep', { values: { line: outline.tooDeepLine } });
  if (outline.itemLines.length > (options.maxItems ?? MAX_ITEMS)) {
    return refuse('too-many-items', { values: { limit: options.maxItems ?? MAX_ITEMS } });
  }
  const verdict = XMLValidator.validate(text, { allowBooleanAttributes: false });
  if (verdict !== true)
    return refuse('xml-broken', { values: { line: verdict.err.line, part: verdict.err.msg.slice(0, 200) } });

  const root = parser.parse(text) as Node;
  if (isNode(root.rss) && isNode(list(root.rss.channel)[0]))
    return done(readRss(root.rss, outline.itemLines));
  if (isNode(root.feed)) return done(readAtom(root.feed, outline.itemLines));
  return refuse('feed-unknown', { values: { part: outline.rootName } });
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#text',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
  htmlEntities: true,
  // Text with markup inside (Atom `type="xhtml"`) keeps its order only when it is not parsed.
  stopNodes: ['feed.entry.content', 'feed.entry.summary'],
  maxNestedTags: 70,
});

function readRss(rss: Node, lines: number[]): Feed {
  const channel = list(rss.channel)[0] as Node;
  const drafts = list(channel.item).map((item, i): ItemDraft => {
    const node = isNode(item) ? item : {};
    const link = textOf(list(node.link)[0]) || permalink(list(node.guid)[0]);
    return {
      row: i + 1,
      line: lines[i] ?? 0,
      id: textOf(list(node.guid)[0]) || link,
      title: textOf(list(node.title)[0]),
      link: link || null,
      summaryHtml: textOf(list(node.description)[0]),
      contentHtml: textOf(list(node['content:encoded'])[0]),
      published: textOf(list(node.pubDate)[0]) || textOf(list(node['dc:date'])[0]),
      updated: textOf(list(node['atom:updated'])[0]),
      categories: list(node.category).map(textOf).filter(Boolean),
    };
  });
  return {
    format: 'rss',
    title: textOf(list(channel.title)[0]),
    link: textOf(list(channel.link).find((link) => textOf(link))) || null,
    language: textOf(list(channel.language)[0]) || null,
    ...sortItems(drafts),
  };
}

function readAtom(feed: Node, lines: number[]): Feed {
  const drafts = list(feed.entry).map((entry, i): ItemDraft => {
    const node = isNode(entry) ? entry : {};
    const link = atomLink(node);
    return {
      row: i + 1,
      line: lines[i] ?? 0,
      id: textOf(list(node.id)[0]) || (link ?? ''),
      title: plain(list(node.title)[0]),
      link,
      summaryHtml: markupOf(list(node.summary)[0]),
      contentHtml: markupOf(list(node.content)[0]),
      published: textOf(list(node.published)[0]) || textOf(list(node.updated)[0]),
      updated: textOf(list(node.updated)[0]),
      categories: list(node.category)
        .map((category) => (isNode(category) ? String(category['@label'] ?? category['@term'] ?? '') : ''))
        .filter(Boolean),
    };
  });
  return {
    format: 'atom',
    title: plain(list(feed.title)[0]),
    link: atomLink(feed),
    language: typeof feed['@xml:lang'] === 'string' ? feed['@xml:lang'] : null,
    ...sortItems(drafts),
  };
}

type ItemDraft = Omit<FeedItem, 'published' | 'updated'> & { published: string; updated: string };

function sortItems(drafts: ItemDraft[]): { items: FeedItem[]; faults: RowFault[] } {
  const items: FeedItem[] = [];
  const faults: RowFault[] = [];
  const seen = new Set<string>();
  for (const draft of drafts) {
    const { line, row } = draft;
    const at = { line, row, id: draft.id };
    const published = draft.published ? readInstant(draft.published) : null;
    const updated = draft.updated ? readInstant(draft.updated) : null;
    if (!draft.title) faults.push(rowFault('title-missing', { ...at, field: 'title', value: draft.id }));
    else if (!draft.id) faults.push(rowFault('id-missing', { ...at, field: 'guid', value: draft.title }));
    else if (seen.has(draft.id)) faults.push(rowFault('id-twice', { ...at, field: 'guid', value: draft.id }));
    else if (draft.published && !published) {
      faults.push(rowFault('date-not-understood', { ...at, field: 'published', value: draft.published }));
    } else if (draft.updated && !updated) {
      faults.push(rowFault('date-not-understood', { ...at, field: 'updated', value: draft.updated }));
    } else {
      seen.add(draft.id);
      items.push({ ...draft, published, updated });
    }
  }
  return { items, faults };
}

function permalink(guid: unknown): string {
  const isAddress = !isNode(guid) || guid['@isPermaLink'] !== 'false';
  const text = textOf(guid);
  return isAddress && /^https?:\/\//.test(text) ? text : '';
}

function atomLink(node: Node): string | null {
  const links = list(node.link).filter(isNode);
  const best =
    links.find((link) => !link['@rel'] || link['@rel'] === 'alternate') ??
    links.find((link) => link['@rel'] !== 'self');
  return typeof best?.['@href'] === 'string' ? best['@href'] : null;
}

/** Text of a title: markup in it (`type="html"`) is dropped. */
function plain(node: unknown): string {
  const text = textOf(node);
  return isNode(node) && node['@type'] === 'html' ? text.replace(/<[^>]*>/g, '').trim() : text;
}

/** The HTML of an Atom text construct, whichever of its three ways it was written. */
function markupOf(node: unknown): string {
  const raw = textOf(node);
  const type = isNode(node) ? node['@type'] : 'text';
  if (type === 'xhtml') return raw;
  const text = raw.replace(
    /<!\[CDATA\[([\s\S]*?)\]\]>|&(amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});/gi,
    (whole, section: string | undefined, entity: string) =>
      section !== undefined ? section : (entityText(entity) ?? whole),
  );
  const isHtml = type === 'html' || type === 'text/html';
  return isHtml ? text.trim() : text.trim().replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

function entityText(entity: string): string | null {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  if (!entity.startsWith('#')) return named[entity.toLowerCase()] ?? null;
  const code = /^#x/i.test(entity) ? parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

function textOf(node: unknown): string {
  if (typeof node === 'string') return node.trim();
  if (isNode(node)) return typeof node['#text'] === 'string' ? node['#text'].trim() : '';
  return '';
}

function list(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
