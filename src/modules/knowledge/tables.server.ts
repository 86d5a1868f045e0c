import { boolean, integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import type { ArticleDetails } from './model.ts';

export const article = pgSchema('knowledge').table('article', {
  tenantId: uuid('tenant_id').notNull(),
  entryId: uuid('entry_id').notNull(),
  topic: text('topic').notNull(),
  parentExternalId: text('parent_external_id'),
  position: integer('position').notNull(),
  contactRole: text('contact_role'),
  confidence: text('confidence').$type<ArticleDetails['confidence']>().notNull(),
  level: text('level').$type<ArticleDetails['level']>().notNull(),
  levelName: text('level_name'),
  superseded: boolean('superseded').notNull(),
  supersededBy: text('superseded_by'),
  subject: text('subject').$type<ArticleDetails['subject']>().notNull(),
  abilities: text('abilities').notNull(),
  availability: text('availability').$type<ArticleDetails['availability']>().notNull(),
  furtherSources: text('further_sources').array().notNull(),
});
