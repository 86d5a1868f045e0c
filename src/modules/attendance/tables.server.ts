import { boolean, date as day, integer, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { DateStatus, Reminder, SignUpState } from './model.ts';

const attendance = pgSchema('attendance');
const instant = (name: string) => timestamp(name, { withTimezone: true });

export const offer = attendance.table('offer', {
  tenantId: uuid('tenant_id').notNull(),
  eventId: uuid('event_id').notNull(),
  capacity: integer('capacity'),
  seatsEach: integer('seats_each').notNull(),
  hasWaitingList: boolean('has_waiting_list').notNull(),
  question: text('question').notNull(),
  opensAt: instant('opens_at'),
  closesHoursBefore: integer('closes_hours_before').notNull(),
  eraseAfterDays: integer('erase_after_days').notNull(),
  isOpen: boolean('is_open').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

export const date = attendance.table('date', {
  tenantId: uuid('tenant_id').notNull(),
  id: uuid('id').notNull(),
  eventId: uuid('event_id').notNull(),
  recurrenceId: instant('recurrence_id').notNull(),
  capacity: integer('capacity'),
  toldStartsAt: instant('told_starts_at').notNull(),
  toldEndsAt: instant('told_ends_at'),
  toldVenue: text('told_venue').notNull(),
  toldStatus: text('told_status').$type<DateStatus>().notNull(),
});

export const signUp = attendance.table('sign_up', {
  tenantId: uuid('tenant_id').notNull(),
  id: uuid('id').notNull(),
  dateId: uuid('date_id').notNull(),
  tokenHash: text('token_hash'),
  state: text('state').$type<SignUpState>().notNull(),
  seats: integer('seats').notNull(),
  name: text('name'),
  email: text('email'),
  /** Only of those the desk entered. */
  phone: text('phone'),
  answer: text('answer'),
  language: text('language').notNull(),
  consentedAt: instant('consented_at').notNull(),
  signedUpAt: instant('signed_up_at').notNull(),
  confirmBy: instant('confirm_by').notNull(),
  confirmedAt: instant('confirmed_at'),
  answerBy: instant('answer_by'),
  attendedSeats: integer('attended_seats'),
  origin: text('origin').notNull(),
  eraseOn: day('erase_on').notNull(),
  erasedAt: instant('erased_at'),
});

export const follower = attendance.table('follower', {
  tenantId: uuid('tenant_id').notNull(),
  id: uuid('id').notNull(),
  eventId: uuid('event_id').notNull(),
  tokenHash: text('token_hash').notNull(),
  email: text('email').notNull(),
  language: text('language').notNull(),
  reminder: text('reminder').$type<Reminder>().notNull(),
  consentedAt: instant('consented_at').notNull(),
  confirmBy: instant('confirm_by').notNull(),
  confirmedAt: instant('confirmed_at'),
  origin: text('origin').notNull(),
});

export const reminder = attendance.table('reminder', {
  tenantId: uuid('tenant_id').notNull(),
  dateId: uuid('date_id').notNull(),
  personId: uuid('person_id').notNull(),
  startsAt: instant('starts_at').notNull(),
});

export const message = attendance.table('message', {
  tenantId: uuid('tenant_id').notNull(),
  id: uuid('id').notNull(),
  dateId: uuid('date_id').notNull(),
  subject: text('subject').notNull(),
  text: text('text').notNull(),
  sentAt: instant('sent_at').notNull(),
  actorName: text('actor_name').notNull(),
  recipients: integer('recipients').notNull(),
});
