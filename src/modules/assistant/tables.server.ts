import { bigint, date, pgSchema, text, uuid } from 'drizzle-orm/pg-core';

const assistant = pgSchema('assistant');

export const tally = assistant.table('tally', {
  tenantId: uuid('tenant_id').notNull(),
  day: date('day', { mode: 'string' }).notNull(),
  name: text('name').notNull(),
  amount: bigint('amount', { mode: 'number' }).notNull(),
});
