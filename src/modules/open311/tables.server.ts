import { date, integer, jsonb, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { DispatchState, ForeignService } from './model.ts';

const open311 = pgSchema('open311');
const instant = (name: string) => timestamp(name, { withTimezone: true });

export const apiKey = open311.table('api_key', {
  tenantId: uuid('tenant_id').notNull(),
  id: uuid('id').notNull(),
  name: text('name').notNull(),
  contact: text('contact').notNull(),
  keyHash: text('key_hash').notNull(),
  hint: text('key_hint').notNull(),
  dailyLimit: integer('daily_limit').notNull(),
  createdAt: instant('created_at').notNull(),
  createdBy: text('created_by').notNull(),
  revokedAt: instant('revoked_at'),
  revokedBy: text('revoked_by'),
});

export const keyDay = open311.table('key_day', {
  tenantId: uuid('tenant_id').notNull(),
  keyId: uuid('key_id').notNull(),
  day: date('day').notNull(),
  count: integer('count').notNull(),
});

export const endpoint = open311.table('endpoint', {
  tenantId: uuid('tenant_id').notNull(),
  bodyId: uuid('body_id').notNull(),
  baseUrl: text('base_url').notNull(),
  format: text('format').$type<'json' | 'xml'>().notNull(),
  services: jsonb('services').$type<ForeignService[]>().notNull(),
  serviceMap: jsonb('service_map').$type<Record<string, string>>().notNull(),
  readAt: instant('read_at'),
  fault: text('fault'),
});

export const dispatch = open311.table('dispatch', {
  tenantId: uuid('tenant_id').notNull(),
  referralId: uuid('referral_id').notNull(),
  bodyId: uuid('body_id').notNull(),
  reportNumber: integer('report_number').notNull(),
  state: text('state').$type<DispatchState>().notNull(),
  attempts: integer('attempts').notNull(),
  firstSentAt: instant('first_sent_at'),
  foreignId: text('foreign_id'),
  foreignToken: text('foreign_token'),
  foreignStatus: text('foreign_status'),
  foreignNotes: text('foreign_notes'),
  foreignUpdatedAt: instant('foreign_updated_at'),
  fault: text('fault'),
  nextPollAt: instant('next_poll_at'),
  polledAt: instant('polled_at'),
  silentPolls: integer('silent_polls').notNull(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
});
