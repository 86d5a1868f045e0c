import { bigint, date, integer, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { AskingAudience } from './model.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });

const assistant = pgSchema('assistant');

export const gap = assistant.table('gap', {
  tenantId: uuid('tenant_id').notNull(),
  id: uuid('id').notNull(),
  question: text('question').notNull(),
  fingerprint: text('fingerprint').notNull(),
  audience: text('audience').$type<AskingAudience>().notNull(),
  askedCount: integer('asked_count').notNull(),
  firstAskedAt: instant('first_asked_at').notNull(),
  lastAskedAt: instant('last_asked_at').notNull(),
  closedAt: instant('closed_at'),
});

export const tally = assistant.table('tally', {
  tenantId: uuid('tenant_id').notNull(),
  day: date('day', { mode: 'string' }).notNull(),
  name: text('name').notNull(),
  amount: bigint('amount', { mode: 'number' }).notNull(),
});
