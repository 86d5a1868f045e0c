import { bigint, boolean, integer, jsonb, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Audience, EntryState } from './model.ts';

const publishing = pgSchema('publishing');
const instant = (name: string) => timestamp(name, { withTimezone: true });

/** The shared part of all content. Subjects join it by (tenant_id, id); nobody else writes to it. */
export const entry = publishing.table('entry', {
  tenantId: uuid('tenant_id').notNull(),
  id: uuid('id').notNull(),
  kind: text('kind').notNull(),
  slug: text('slug').notNull(),
  state: text('state').$type<EntryState>().notNull(),
  title: text('title').notNull(),
  summary: text('summary').notNull(),
  body: text('body').notNull(),
  language: text('language').notNull(),
  category: text('category'),
  area: text('area'),
  audience: text('audience').$type<Audience>().notNull(),
  isExample: boolean('is_example').notNull(),
  sourceName: text('source_name').notNull(),
  sourceUrl: text('source_url'),
  sourceDate: text('source_date'),
  licence: text('licence'),
  attribution: text('attribution'),
  externalId: text('external_id'),
  exchangeSourceId: uuid('exchange_source_id'),
  vanishedAt: instant('vanished_at'),
  authorId: uuid('author_id'),
  authorName: text('author_name').notNull(),
  publishAt: instant('publish_at'),
  expireAt: instant('expire_at'),
  publishedAt: instant('published_at'),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
  version: integer('version').notNull(),
});

export const translation = publishing.table('translation', {
  tenantId: uuid('tenant_id').notNull(),
  entryId: uuid('entry_id').notNull(),
  language: text('language').notNull(),
  title: text('title').notNull(),
  summary: text('summary').notNull(),
  body: text('body').notNull(),
  isMachineMade: boolean('is_machine_made').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

export const revision = publishing.table('revision', {
  tenantId: uuid('tenant_id').notNull(),
  entryId: uuid('entry_id').notNull(),
  number: integer('number').notNull(),
  at: instant('at').notNull(),
  actorId: uuid('actor_id'),
  actorName: text('actor_name').notNull(),
  change: text('change').notNull(),
  snapshot: jsonb('snapshot').$type<Record<string, unknown>>().notNull(),
});

/** A change of a public entry that waits for a second person. */
export const proposal = publishing.table('proposal', {
  tenantId: uuid('tenant_id').notNull(),
  entryId: uuid('entry_id').notNull(),
  part: text('part').notNull(),
  writtenBy: uuid('written_by'),
  writtenByName: text('written_by_name').notNull(),
  writtenAt: instant('written_at').notNull(),
  payload: jsonb('payload').$type<Record<string, unknown>>().notNull(),
});

export const media = publishing.table('media', {
  tenantId: uuid('tenant_id').notNull(),
  id: uuid('id').notNull(),
  fileKey: text('file_key').notNull(),
  mediaType: text('media_type').notNull(),
  width: integer('width').notNull(),
  height: integer('height').notNull(),
  sizeBytes: integer('size_bytes').notNull(),
  alt: text('alt').notNull(),
  creator: text('creator'),
  licence: text('licence').notNull(),
  createdAt: instant('created_at').notNull(),
});

export const entryMedia = publishing.table('entry_media', {
  tenantId: uuid('tenant_id').notNull(),
  entryId: uuid('entry_id').notNull(),
  mediaId: uuid('media_id').notNull(),
  position: integer('position').notNull(),
});

export const edition = publishing.table('edition', {
  tenantId: uuid('tenant_id').notNull(),
  number: bigint('number', { mode: 'number' }).notNull(),
});
