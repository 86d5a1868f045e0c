import { boolean, integer, jsonb, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { ImporterName, ImportFault, Mapping } from './model.ts';

const exchange = pgSchema('exchange');
const instant = (name: string) => timestamp(name, { withTimezone: true });

export const source = exchange.table('source', {
  tenantId: uuid('tenant_id').notNull(),
  id: uuid('id').notNull(),
  name: text('name').notNull(),
  importer: text('importer').$type<ImporterName>().notNull(),
  target: text('target').notNull(),
  url: text('url'),
  file: text('file'),
  mapping: jsonb('mapping').$type<Mapping>().notNull(),
  scheduleMinutes: integer('schedule_minutes'),
  quietAfterHours: integer('quiet_after_hours'),
  licence: text('licence'),
  attribution: text('attribution'),
  publishAs: text('publish_as').$type<'draft' | 'published'>().notNull(),
  isEnabled: boolean('is_enabled').notNull(),
  etag: text('etag'),
  lastModified: text('last_modified'),
  lastRunAt: instant('last_run_at'),
  lastOkAt: instant('last_ok_at'),
  lastNewsAt: instant('last_news_at'),
  lastRows: integer('last_rows'),
  lastReason: text('last_reason'),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

export const run = exchange.table('run', {
  tenantId: uuid('tenant_id').notNull(),
  id: uuid('id').notNull(),
  sourceId: uuid('source_id').notNull(),
  at: instant('at').notNull(),
  actorName: text('actor_name').notNull(),
  isDryRun: boolean('is_dry_run').notNull(),
  reason: text('reason'),
  reasonValues: jsonb('reason_values').$type<Record<string, string | number>>().notNull(),
  created: integer('created').notNull(),
  updated: integer('updated').notNull(),
  unchanged: integer('unchanged').notNull(),
  refused: integer('refused').notNull(),
  vanished: integer('vanished').notNull(),
  faults: jsonb('faults').$type<ImportFault[]>().notNull(),
  tookMs: integer('took_ms').notNull(),
});
