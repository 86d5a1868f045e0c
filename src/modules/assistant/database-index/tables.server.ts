import {
  bigint,
  boolean,
  customType,
  integer,
  jsonb,
  pgSchema,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { SearchDocument } from '#answer-engine';

const assistant = pgSchema('assistant');
const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

export const searchCorpus = assistant.table('search_corpus', {
  tenantId: uuid('tenant_id').notNull(),
  edition: bigint('edition', { mode: 'number' }).notNull(),
  format: text('format').notNull(),
  staleAt: timestamp('stale_at', { withTimezone: true }),
  maker: uuid('maker'),
  madeAt: timestamp('made_at', { withTimezone: true }),
  pages: integer('pages').notNull(),
  nextPage: integer('next_page').notNull(),
  titleLength: bigint('title_length', { mode: 'number' }).notNull(),
  headingLength: bigint('heading_length', { mode: 'number' }).notNull(),
  textLength: bigint('text_length', { mode: 'number' }).notNull(),
});

export const searchPage = assistant.table('search_page', {
  tenantId: uuid('tenant_id').notNull(),
  page: integer('page').notNull(),
  documentId: text('document_id').notNull(),
  print: text('print').notNull(),
  kind: text('kind').notNull(),
  audience: text('audience').notNull(),
  articleId: text('article_id').notNull(),
  contactRole: text('contact_role'),
  superseded: boolean('superseded').notNull(),
  titleLength: integer('title_length').notNull(),
  headingLength: integer('heading_length').notNull(),
  textLength: integer('text_length').notNull(),
  terms: text('terms').array().notNull(),
  document: jsonb('document').$type<SearchDocument>().notNull(),
});

export const searchPosting = assistant.table('search_posting', {
  tenantId: uuid('tenant_id').notNull(),
  term: text('term').notNull(),
  block: integer('block').notNull(),
  postings: bytes('postings').notNull(),
});

export const searchLength = assistant.table('search_length', {
  tenantId: uuid('tenant_id').notNull(),
  block: integer('block').notNull(),
  lengths: bytes('lengths').notNull(),
});

export const searchTerm = assistant.table('search_term', {
  tenantId: uuid('tenant_id').notNull(),
  term: text('term').notNull(),
  pages: integer('pages').notNull(),
});
