import { pgSchema, smallint, text, uuid } from 'drizzle-orm/pg-core';

export const wayOfAsking = pgSchema('assistant').table('way_of_asking', {
  tenantId: uuid('tenant_id').notNull(),
  documentId: text('document_id').notNull(),
  position: smallint('position').notNull(),
  question: text('question').notNull(),
  answeredBy: text('answered_by').notNull(),
});
