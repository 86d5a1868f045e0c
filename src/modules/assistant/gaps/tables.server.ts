import { date, integer, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { AskingAudience } from '../model.ts';
import type { Verdict } from './model.ts';

const assistant = pgSchema('assistant');
const instant = (name: string) => timestamp(name, { withTimezone: true });

/** A group of questions that mean the same. */
export const gap = assistant.table('gap', {
  tenantId: uuid('tenant_id').notNull(),
  id: uuid('id').notNull(),
  question: text('question').notNull(),
  fingerprint: text('fingerprint').notNull(),
  keywords: text('keywords').notNull(),
  audience: text('audience').$type<AskingAudience>().notNull(),
  askedCount: integer('asked_count').notNull(),
  badlyRatedCount: integer('badly_rated_count').notNull(),
  firstAskedAt: instant('first_asked_at').notNull(),
  lastAskedAt: instant('last_asked_at').notNull(),
  closedAt: instant('closed_at'),
  reopenedAt: instant('reopened_at'),
  articleId: uuid('article_id'),
});

export const wording = assistant.table('gap_wording', {
  tenantId: uuid('tenant_id').notNull(),
  gapId: uuid('gap_id').notNull(),
  id: uuid('id').notNull(),
  text: text('text').notNull(),
  askedAt: instant('asked_at').notNull(),
});

export const week = assistant.table('gap_week', {
  tenantId: uuid('tenant_id').notNull(),
  gapId: uuid('gap_id').notNull(),
  monday: date('monday').notNull(),
  unanswered: integer('unanswered').notNull(),
  badlyRated: integer('badly_rated').notNull(),
});

export const rating = assistant.table('rating', {
  tenantId: uuid('tenant_id').notNull(),
  articleId: text('article_id').notNull(),
  day: date('day').notNull(),
  verdict: text('verdict').$type<Verdict>().notNull(),
  count: integer('count').notNull(),
});
