import { boolean, integer, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { EventDetails } from './model.ts';

export const event = pgSchema('events').table('event', {
  tenantId: uuid('tenant_id').notNull(),
  entryId: uuid('entry_id').notNull(),
  startsAt: timestamp('starts_at', { withTimezone: true }).notNull(),
  endsAt: timestamp('ends_at', { withTimezone: true }),
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
});
