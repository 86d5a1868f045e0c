import { boolean, date, integer, jsonb, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { EventDate, EventDetails, EventOverride } from './model.ts';

const events = pgSchema('events');
const instant = (name: string) => timestamp(name, { withTimezone: true });

export const event = events.table('event', {
  tenantId: uuid('tenant_id').notNull(),
  entryId: uuid('entry_id').notNull(),
  startsAt: instant('starts_at').notNull(),
  endsAt: instant('ends_at'),
  allDay: boolean('all_day').notNull(),
  status: text('status').$type<EventDetails['status']>().notNull(),
  venue: text('venue').notNull(),
  street: text('street').notNull(),
  placeId: uuid('place_id'),
  organizer: text('organizer').notNull(),
  contact: text('contact').notNull(),
  price: text('price').notNull(),
  link: text('link'),
  accessibility: text('accessibility').array().$type<EventDetails['accessibility']>().notNull(),
  uid: text('uid').notNull(),
  sequence: integer('sequence').notNull(),
  rule: text('rule'),
  added: text('added').array().notNull(),
  excluded: text('excluded').array().notNull(),
  skips: text('skips').array().$type<EventDetails['skips']>().notNull(),
  overrides: jsonb('overrides').$type<EventOverride[]>().notNull(),
  datedUntil: date('dated_until'),
});

/** Every date of every event, worked out ahead; see `dates.server.ts`. */
export const occurrence = events.table('occurrence', {
  tenantId: uuid('tenant_id').notNull(),
  entryId: uuid('entry_id').notNull(),
  recurrenceId: instant('recurrence_id').notNull(),
  startsAt: instant('starts_at').notNull(),
  endsAt: instant('ends_at'),
  overAt: instant('over_at').notNull(),
  status: text('status').$type<EventDate['status']>().notNull(),
  isMoved: boolean('is_moved').notNull(),
  title: text('title'),
  venue: text('venue'),
  street: text('street'),
  note: text('note').notNull(),
});

/** Events that became a part of another. */
export const merger = events.table('merger', {
  tenantId: uuid('tenant_id').notNull(),
  entryId: uuid('entry_id').notNull(),
  intoEntryId: uuid('into_entry_id').notNull(),
  mergedAt: instant('merged_at').notNull(),
  mergedBy: text('merged_by').notNull(),
});

/** Pairs that look alike and are none. */
export const distinction = events.table('distinction', {
  tenantId: uuid('tenant_id').notNull(),
  entryId: uuid('entry_id').notNull(),
  otherEntryId: uuid('other_entry_id').notNull(),
  decidedAt: instant('decided_at').notNull(),
  decidedBy: text('decided_by').notNull(),
});
