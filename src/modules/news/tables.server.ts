import { boolean, pgSchema, text, uuid } from 'drizzle-orm/pg-core';

export const item = pgSchema('news').table('item', {
  tenantId: uuid('tenant_id').notNull(),
  entryId: uuid('entry_id').notNull(),
  isAlert: boolean('is_alert').notNull(),
  link: text('link'),
});
