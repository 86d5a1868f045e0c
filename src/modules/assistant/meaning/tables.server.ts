import { pgSchema, real, text, uuid } from 'drizzle-orm/pg-core';

export const pageVector = pgSchema('assistant').table('page_vector', {
  tenantId: uuid('tenant_id').notNull(),
  model: text('model').notNull(),
  documentId: text('document_id').notNull(),
  print: text('print').notNull(),
  vector: real('vector').array().notNull(),
});
