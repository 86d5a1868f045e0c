import {
  boolean,
  date,
  doublePrecision,
  integer,
  jsonb,
  pgSchema,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type {
  Answer,
  BodyLevel,
  CategoryTranslations,
  Question,
  ReferralChannel,
  ReferralOutcome,
  ReportKind,
  ReportSource,
  ReportStatus,
  StepKind,
  Verdict,
  Visibility,
} from './model.ts';

const reports = pgSchema('reports');
const instant = (name: string) => timestamp(name, { withTimezone: true });

export const setting = reports.table('setting', {
  tenantId: uuid('tenant_id').notNull(),
  settings: jsonb('settings').$type<Record<string, unknown>>().notNull(),
  updatedAt: instant('updated_at').notNull(),
});

export const counter = reports.table('counter', {
  tenantId: uuid('tenant_id').notNull(),
  lastNumber: integer('last_number').notNull(),
});

export const body = reports.table('body', {
  tenantId: uuid('tenant_id').notNull(),
  id: uuid('id').notNull(),
  key: text('key').notNull(),
  name: text('name').notNull(),
  level: text('level').$type<BodyLevel>().notNull(),
  email: text('email'),
  open311Url: text('open311_url'),
  open311Jurisdiction: text('open311_jurisdiction'),
  open311ApiKey: text('open311_api_key'),
  categoryKeys: text('category_keys').array().notNull(),
  areas: text('areas').array().notNull(),
  note: text('note').notNull(),
  url: text('url'),
  isActive: boolean('is_active').notNull(),
  isExample: boolean('is_example').notNull(),
  position: integer('position').notNull(),
});

export const category = reports.table('category', {
  tenantId: uuid('tenant_id').notNull(),
  id: uuid('id').notNull(),
  key: text('key').notNull(),
  name: text('name').notNull(),
  description: text('description').notNull(),
  groupName: text('group_name').notNull(),
  keywords: text('keywords').array().notNull(),
  translations: jsonb('translations').$type<CategoryTranslations>().notNull(),
  kinds: text('kinds').array().$type<ReportKind[]>().notNull(),
  dueDays: integer('due_days').notNull(),
  nearbyMeters: integer('nearby_meters').notNull(),
  bodyId: uuid('body_id'),
  questions: jsonb('questions').$type<Question[]>().notNull(),
  isActive: boolean('is_active').notNull(),
  isExample: boolean('is_example').notNull(),
  position: integer('position').notNull(),
});

export const template = reports.table('template', {
  tenantId: uuid('tenant_id').notNull(),
  id: uuid('id').notNull(),
  name: text('name').notNull(),
  text: text('text').notNull(),
  status: text('status').$type<ReportStatus>(),
  categoryId: uuid('category_id'),
});

export const report = reports.table('report', {
  tenantId: uuid('tenant_id').notNull(),
  id: uuid('id').notNull(),
  number: integer('number').notNull(),
  idempotencyKey: text('idempotency_key').notNull(),
  tokenHash: text('token_hash'),
  confirmHash: text('confirm_hash'),
  kind: text('kind').$type<ReportKind>().notNull(),
  categoryId: uuid('category_id').notNull(),
  text: text('text').notNull(),
  originalText: text('original_text'),
  originalUntil: date('original_until'),
  answers: jsonb('answers').$type<Answer[]>().notNull(),
  address: text('address').notNull(),
  locality: text('locality').notNull(),
  latitude: doublePrecision('latitude'),
  longitude: doublePrecision('longitude'),
  status: text('status').$type<ReportStatus>().notNull(),
  visibility: text('visibility').$type<Visibility>().notNull(),
  publishedAt: instant('published_at'),
  source: text('source').$type<ReportSource>().notNull(),
  sourceName: text('source_name').notNull(),
  language: text('language').notNull(),
  contactName: text('contact_name'),
  contactEmail: text('contact_email'),
  contactPhone: text('contact_phone'),
  wantsMail: boolean('wants_mail').notNull(),
  emailConfirmedAt: instant('email_confirmed_at'),
  bodyId: uuid('body_id'),
  bodyName: text('body_name').notNull(),
  bodyLevel: text('body_level').$type<BodyLevel>().notNull(),
  bodySince: instant('body_since').notNull(),
  assignedTo: uuid('assigned_to'),
  assignedName: text('assigned_name'),
  receivedAt: instant('received_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
  dueOn: date('due_on').notNull(),
  closedAt: instant('closed_at'),
  verdict: text('verdict').$type<Verdict>(),
  verdictAt: instant('verdict_at'),
  reopenedCount: integer('reopened_count').notNull(),
  followerCount: integer('follower_count').notNull(),
  mergedInto: uuid('merged_into'),
  contactUntil: date('contact_until').notNull(),
  contactErasedAt: instant('contact_erased_at'),
  photosUntil: date('photos_until'),
  deleteOn: date('delete_on'),
  isExample: boolean('is_example').notNull(),
});

export const step = reports.table('step', {
  tenantId: uuid('tenant_id').notNull(),
  reportId: uuid('report_id').notNull(),
  number: integer('number').notNull(),
  at: instant('at').notNull(),
  kind: text('kind').$type<StepKind>().notNull(),
  status: text('status').$type<ReportStatus>(),
  bodyName: text('body_name'),
  bodyLevel: text('body_level').$type<BodyLevel>(),
  actorName: text('actor_name').notNull(),
  text: text('text').notNull(),
  isPublic: boolean('is_public').notNull(),
});

/** Pictures of forms that are not sent yet. */
export const upload = reports.table('upload', {
  tenantId: uuid('tenant_id').notNull(),
  id: uuid('id').notNull(),
  formKey: text('form_key').notNull(),
  fileKey: text('file_key').notNull(),
  mediaType: text('media_type').notNull(),
  width: integer('width').notNull(),
  height: integer('height').notNull(),
  receivedAt: instant('received_at').notNull(),
});

export const photo = reports.table('photo', {
  tenantId: uuid('tenant_id').notNull(),
  id: uuid('id').notNull(),
  reportId: uuid('report_id').notNull(),
  stepNumber: integer('step_number'),
  position: integer('position').notNull(),
  fileKey: text('file_key').notNull(),
  mediaType: text('media_type').notNull(),
  width: integer('width').notNull(),
  height: integer('height').notNull(),
  visibility: text('visibility').$type<Visibility>().notNull(),
  originalKey: text('original_key'),
  originalUntil: date('original_until'),
  receivedAt: instant('received_at').notNull(),
});

export const referral = reports.table('referral', {
  tenantId: uuid('tenant_id').notNull(),
  id: uuid('id').notNull(),
  reportId: uuid('report_id').notNull(),
  bodyId: uuid('body_id').notNull(),
  bodyName: text('body_name').notNull(),
  bodyLevel: text('body_level').$type<BodyLevel>().notNull(),
  channel: text('channel').$type<ReferralChannel>().notNull(),
  tokenHash: text('token_hash'),
  message: text('message').notNull(),
  byName: text('by_name').notNull(),
  referredAt: instant('referred_at').notNull(),
  sentAt: instant('sent_at'),
  externalId: text('external_id'),
  fault: text('fault'),
  endedAt: instant('ended_at'),
  outcome: text('outcome').$type<ReferralOutcome>(),
});

export const receivedUpdate = reports.table('received_update', {
  tenantId: uuid('tenant_id').notNull(),
  referralId: uuid('referral_id').notNull(),
  updateId: text('update_id').notNull(),
  receivedAt: instant('received_at').notNull(),
});

export const follower = reports.table('follower', {
  tenantId: uuid('tenant_id').notNull(),
  reportId: uuid('report_id').notNull(),
  id: uuid('id').notNull(),
  email: text('email'),
  language: text('language').notNull(),
  confirmHash: text('confirm_hash'),
  tokenHash: text('token_hash'),
  confirmedAt: instant('confirmed_at'),
  followedAt: instant('followed_at').notNull(),
});

export const deputy = reports.table('deputy', {
  tenantId: uuid('tenant_id').notNull(),
  personId: uuid('person_id').notNull(),
  personName: text('person_name').notNull(),
  deputyId: uuid('deputy_id').notNull(),
  deputyName: text('deputy_name').notNull(),
  fromDay: date('from_day').notNull(),
  untilDay: date('until_day').notNull(),
});
