import { date, pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import type { PatentDetails } from './model.ts';

export const patent = pgSchema('patents').table('patent', {
  tenantId: uuid('tenant_id').notNull(),
  entryId: uuid('entry_id').notNull(),
  number: text('number').notNull(),
  office: text('office').$type<PatentDetails['office']>().notNull(),
  type: text('type').$type<PatentDetails['type']>().notNull(),
  applicants: text('applicants').array().notNull(),
  ipc: text('ipc').array().notNull(),
  applicationDate: date('application_date'),
  publicationDate: date('publication_date'),
});
