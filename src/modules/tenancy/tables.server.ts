import { boolean, jsonb, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { TownSettingsInput } from './model.ts';

const tenancy = pgSchema('tenancy');

export const tenant = tenancy.table('tenant', {
  tenantId: uuid('tenant_id').notNull(),
  slug: text('slug').notNull(),
  name: text('name').notNull(),
  ags: text('ags'),
  state: text('state').notNull(),
  isDefault: boolean('is_default').notNull(),
  settings: jsonb('settings').$type<TownSettingsInput>().notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
});

export const domain = tenancy.table('domain', {
  tenantId: uuid('tenant_id').notNull(),
  host: text('host').notNull(),
});
