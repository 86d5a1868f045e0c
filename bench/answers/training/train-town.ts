// node bench/answers/training/train-town.ts
// Packs the pages of the demo town as the product's own importers and kinds make them, so that the bench needs no database.
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { parse, type GenericSchema } from 'valibot';
import type { SearchDocument } from '../../../src/answer-engine/index.ts';
import { readAskedPages, withAsked } from '../../../src/modules/assistant/index.ts';
import { eventKind } from '../../../src/modules/events/index.server.ts';
import { importers } from '../../../src/modules/exchange/importers/all.server.ts';
import { articleKind } from '../../../src/modules/knowledge/index.server.ts';
import { newsKind } from '../../../src/modules/news/index.server.ts';
import { noticeKind } from '../../../src/modules/notices/index.server.ts';
import { placeKind } from '../../../src/modules/places/index.server.ts';

const day = new Date('2026-11-23T09:00:00Z');
const demo = new URL('../../../demo/', import.meta.url);
const kinds = {
  articles: articleKind,
  places: placeKind,
  news: newsKind,
  notices: noticeKind,
  events: eventKind,
};
const names = { articles: 'article', places: 'place', news: 'news', notices: 'notice', events: 'event' };
type Target = keyof typeof kinds;

interface Source {
  name: string;
  importer: keyof typeof importers;
  target: string;
  file: string;
  mapping?: object;
  attribution?: string;
}

const sources = JSON.parse(readFileSync(new URL('hagenow/sources.json', demo), 'utf8')) as Source[];
const documents = sources.flatMap((source) => (source.target in kinds ? documentsOf(source) : []));
const { pages: asked } = readAskedPages(readFileSync(new URL('hagenow/asked.txt', demo), 'utf8'), documents);
const documentsAsked = documents.map((page) => withAsked(page, asked.get(page.id)));
const packed = brotliCompressSync(Buffer.from(JSON.stringify(documentsAsked)));
writeFileSync(new URL('../data/hagenow-pages.json.br', import.meta.url), packed);
console.log(`${documents.length} pages, ${packed.length} bytes`);

function documentsOf(source: Source): SearchDocument[] {
  const target = source.target as Target;
  const context = {
    mapping: source.mapping ?? {},
    sourceName: source.name,
    url: null,
    licence: null,
    attribution: source.attribution ?? null,
    contentType: null,
    now: day,
  };
  const read = importers[source.importer].read(readFileSync(new URL(source.file, demo)), context as never);
  if (!read.ok) throw new Error(`${source.name}: ${JSON.stringify(read)}`);
  return read.value.rows.map((row, i) => {
    if (!('draft' in row)) throw new Error(`${source.name} holds no content.`);
    const entry = {
      kind: names[target],
      id: `${names[target]}-${source.file}-${i}`,
      externalId: row.externalId,
      slug: row.slug ?? row.externalId,
      createdAt: day,
      publishedAt: day,
      sourceDate: null,
      sourceUrl: null,
      summary: '',
      body: '',
      audience: 'all',
      category: null,
      ...row.draft,
      details: parse(kinds[target].details as GenericSchema<unknown, object>, row.details),
    };
    return kinds[target].toSearchDocument(entry as never);
  });
}
