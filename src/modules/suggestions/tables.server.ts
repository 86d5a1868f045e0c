import { date, integer, jsonb, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { KeptPicture, SuggestionDraft, SuggestionState } from './model.ts';

const suggestions = pgSchema('suggestions');
const instant = (name: string) => timestamp(name, { withTimezone: true });

export const suggestion = suggestions.table('suggestion', {
  tenantId: uuid('tenant_id').notNull(),
  id: uuid('id').notNull(),
  tokenHash: text('token_hash'),
  state: text('state').$type<SuggestionState>().notNull(),
  fields: jsonb('fields').$type<SuggestionDraft>().notNull(),
  picture: jsonb('picture').$type<KeptPicture>(),
  entryId: uuid('entry_id'),
  name: text('name'),
  email: text('email'),
  language: text('language').notNull(),
  reason: text('reason').notNull(),
  origin: text('origin').notNull(),
  createdAt: instant('created_at').notNull(),
  sentAt: instant('sent_at'),
  decidedAt: instant('decided_at'),
  eraseOn: date('erase_on').notNull(),
  erasedAt: instant('erased_at'),
});

export const organiser = suggestions.table('organiser', {
  tenantId: uuid('tenant_id').notNull(),
  id: uuid('id').notNull(),
  name: text('name').notNull(),
  email: text('email').notNull(),
  origin: text('origin').notNull(),
  invitedAt: instant('invited_at').notNull(),
  invitedBy: text('invited_by').notNull(),
  disabledAt: instant('disabled_at'),
  linkNumber: integer('link_number').notNull(),
  lastSeenAt: instant('last_seen_at'),
  eraseOn: date('erase_on'),
});

export const organiserEvent = suggestions.table('organiser_event', {
  tenantId: uuid('tenant_id').notNull(),
  organiserId: uuid('organiser_id').notNull(),
  eventId: uuid('event_id').notNull(),
});
