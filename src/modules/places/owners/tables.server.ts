import { boolean, date, integer, jsonb, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Changes } from './model.ts';

const places = pgSchema('places');
const instant = (name: string) => timestamp(name, { withTimezone: true });

export const owner = places.table('owner', {
  tenantId: uuid('tenant_id').notNull(),
  entryId: uuid('entry_id').notNull(),
  email: text('email'),
  language: text('language').notNull(),
  trusted: boolean('trusted').notNull(),
  origin: text('origin').notNull(),
  tokenHash: text('token_hash'),
  askedNumber: integer('asked_number').notNull(),
  askedOn: date('asked_on').notNull(),
  reminders: integer('reminders').notNull(),
  confirmedOn: date('confirmed_on'),
  dueOn: date('due_on').notNull(),
  staleOn: date('stale_on'),
  eraseOn: date('erase_on').notNull(),
});

export const correction = places.table('correction', {
  tenantId: uuid('tenant_id').notNull(),
  entryId: uuid('entry_id').notNull(),
  id: uuid('id').notNull(),
  sentAt: instant('sent_at').notNull(),
  changes: jsonb('changes').$type<Changes>().notNull(),
  note: text('note').notNull(),
  state: text('state').$type<'open' | 'taken' | 'refused'>().notNull(),
  decidedAt: instant('decided_at'),
  decidedBy: text('decided_by').notNull(),
});
