import { doublePrecision, integer, jsonb, pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import type { TourDetails } from './model.ts';

export const tour = pgSchema('places').table('tour', {
  tenantId: uuid('tenant_id').notNull(),
  entryId: uuid('entry_id').notNull(),
  means: text('means').$type<TourDetails['means']>().notNull(),
  lengthKilometres: doublePrecision('length_kilometres'),
  durationMinutes: integer('duration_minutes'),
  stops: text('stops').array().notNull(),
  line: jsonb('line').$type<TourDetails['line']>(),
  accessibility: text('accessibility').array().$type<TourDetails['accessibility']>().notNull(),
});
