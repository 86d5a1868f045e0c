import { date, pgSchema, text, uuid } from 'drizzle-orm/pg-core';

export const notice = pgSchema('notices').table('notice', {
  tenantId: uuid('tenant_id').notNull(),
  entryId: uuid('entry_id').notNull(),
  issuer: text('issuer').notNull(),
  fileNumber: text('file_number'),
  displayedFrom: date('displayed_from'),
  deadline: date('deadline'),
});
