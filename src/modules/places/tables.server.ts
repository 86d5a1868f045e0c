import { date, doublePrecision, jsonb, pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import type { Geometry, PlaceDetails } from './model.ts';

const places = pgSchema('places');

export const place = places.table('place', {
  tenantId: uuid('tenant_id').notNull(),
  entryId: uuid('entry_id').notNull(),
  street: text('street').notNull(),
  postcode: text('postcode').notNull(),
  city: text('city').notNull(),
  latitude: doublePrecision('latitude'),
  longitude: doublePrecision('longitude'),
  positionNote: text('position_note').notNull(),
  openingHours: text('opening_hours'),
  hoursNote: text('hours_note').notNull(),
  exceptions: text('exceptions').array().notNull(),
  closedFrom: date('closed_from'),
  closedUntil: date('closed_until'),
  closedReason: text('closed_reason').notNull(),
  within: text('within').notNull(),
  withinNote: text('within_note').notNull(),
  phone: text('phone').notNull(),
  email: text('email').notNull(),
  website: text('website'),
  accessibility: text('accessibility').array().$type<PlaceDetails['accessibility']>().notNull(),
  stopId: text('stop_id'),
  products: text('products').array().notNull(),
});

export const boundary = places.table('boundary', {
  tenantId: uuid('tenant_id').notNull(),
  key: text('key').notNull(),
  name: text('name').notNull(),
  designation: text('designation').notNull(),
  geometry: jsonb('geometry').$type<Geometry>().notNull(),
  sourceName: text('source_name').notNull(),
  licence: text('licence').notNull(),
});
