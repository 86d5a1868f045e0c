import { pgSchema, text, uuid } from 'drizzle-orm/pg-core';

export const synonymGroup = pgSchema('assistant').table('synonym_group', {
  tenantId: uuid('tenant_id').notNull(),
  id: uuid('id').notNull(),
  words: text('words').array().notNull(),
});
