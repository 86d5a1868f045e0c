import { boolean, date, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Rhythm, Stream } from './model.ts';

const waste = pgSchema('waste');

export const area = waste.table('area', {
  tenantId: uuid('tenant_id').notNull(),
  id: uuid('id').notNull(),
  key: text('key').notNull(),
  name: text('name').notNull(),
  isExample: boolean('is_example').notNull(),
  sourceName: text('source_name').notNull(),
  sourceUrl: text('source_url'),
  licence: text('licence'),
  coveredFrom: date('covered_from').notNull(),
  coveredUntil: date('covered_until').notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
});

export const address = waste.table('address', {
  tenantId: uuid('tenant_id').notNull(),
  areaId: uuid('area_id').notNull(),
  locality: text('locality').notNull(),
  street: text('street').notNull(),
  numbers: text('numbers').notNull(),
});

export const collection = waste.table('collection', {
  tenantId: uuid('tenant_id').notNull(),
  areaId: uuid('area_id').notNull(),
  stream: text('stream').$type<Stream>().notNull(),
  rhythm: text('rhythm').$type<Rhythm>().notNull(),
  date: date('date').notNull(),
});

export const change = waste.table('change', {
  tenantId: uuid('tenant_id').notNull(),
  areaId: uuid('area_id').notNull(),
  stream: text('stream').$type<Stream>().notNull(),
  rhythm: text('rhythm').$type<Rhythm>().notNull(),
  date: date('date').notNull(),
  movedTo: date('moved_to'),
  reason: text('reason').notNull(),
  changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
});
