import { date, integer, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Channel, InquiryAudience, InquiryState, StepKind } from './model.ts';

const handover = pgSchema('handover');
const instant = (name: string) => timestamp(name, { withTimezone: true });

export const inquiry = handover.table('inquiry', {
  tenantId: uuid('tenant_id').notNull(),
  id: uuid('id').notNull(),
  tokenHash: text('token_hash'),
  state: text('state').$type<InquiryState>().notNull(),
  audience: text('audience').$type<InquiryAudience>().notNull(),
  role: text('role').notNull(),
  topic: text('topic').notNull(),
  question: text('question').notNull(),
  details: text('details').notNull(),
  language: text('language').notNull(),
  channel: text('channel').$type<Channel>().notNull(),
  contactName: text('contact_name'),
  contactEmail: text('contact_email'),
  contactPhone: text('contact_phone'),
  contactWhen: text('contact_when'),
  consentedAt: instant('consented_at').notNull(),
  receivedAt: instant('received_at').notNull(),
  dueOn: date('due_on').notNull(),
  assignedTo: uuid('assigned_to'),
  assignedName: text('assigned_name'),
  repliedAt: instant('replied_at'),
  answeredAt: instant('answered_at'),
  closedAt: instant('closed_at'),
  eraseOn: date('erase_on').notNull(),
  erasedAt: instant('erased_at'),
  articleId: uuid('article_id'),
});

export const step = handover.table('step', {
  tenantId: uuid('tenant_id').notNull(),
  inquiryId: uuid('inquiry_id').notNull(),
  number: integer('number').notNull(),
  at: instant('at').notNull(),
  kind: text('kind').$type<StepKind>().notNull(),
  actorName: text('actor_name').notNull(),
  text: text('text').notNull(),
});
