import { boolean, integer, jsonb, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const identity = pgSchema('identity');
const instant = (name: string) => timestamp(name, { withTimezone: true });

export const person = identity.table('person', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull(),
  twoFactorEnabled: boolean('two_factor_enabled'),
  updatedAt: instant('updated_at').notNull(),
});

export const session = identity.table('session', {
  id: uuid('id').primaryKey(),
  userId: uuid('user_id').notNull(),
  token: text('token').notNull(),
  openedOn: uuid('opened_on').notNull(),
  lastSeenAt: instant('last_seen_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  userAgent: text('user_agent'),
  createdAt: instant('created_at').notNull(),
});

export const attempt = identity.table('attempt', {
  key: text('key').primaryKey(),
  failures: integer('failures').notNull(),
  since: instant('since').notNull(),
});

export const role = identity.table('role', {
  tenantId: uuid('tenant_id').notNull(),
  id: uuid('id').notNull(),
  key: text('key').notNull(),
  name: text('name').notNull(),
  permissions: text('permissions').array().notNull(),
  offered: text('offered').array().notNull(),
});

export const member = identity.table('member', {
  tenantId: uuid('tenant_id').notNull(),
  userId: uuid('user_id').notNull(),
  since: instant('since').notNull(),
  disabledAt: instant('disabled_at'),
});

export const membership = identity.table('membership', {
  tenantId: uuid('tenant_id').notNull(),
  userId: uuid('user_id').notNull(),
  roleId: uuid('role_id').notNull(),
});

export const invitation = identity.table('invitation', {
  tenantId: uuid('tenant_id').notNull(),
  id: uuid('id').notNull(),
  email: text('email').notNull(),
  name: text('name').notNull(),
  roleKeys: text('role_keys').array().notNull(),
  tokenHash: text('token_hash').notNull(),
  invitedBy: text('invited_by').notNull(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
});

export const unsaved = identity.table('unsaved', {
  tenantId: uuid('tenant_id').notNull(),
  userId: uuid('user_id').notNull(),
  form: text('form').notNull(),
  input: jsonb('input').$type<Record<string, string | string[]>>().notNull(),
  savedAt: instant('saved_at').notNull(),
});
