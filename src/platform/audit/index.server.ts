import { jsonb, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { desc, eq, and } from 'drizzle-orm';
import { newId } from '#platform/db.server';
import type { Store } from '#platform/db.server';
import type { TenantScope } from '#platform/scope.server';

const entry = pgSchema('audit').table('entry', {
  tenantId: uuid('tenant_id').notNull(),
  id: uuid('id').notNull(),
  at: timestamp('at', { withTimezone: true }).notNull(),
  actorId: uuid('actor_id'),
  actorName: text('actor_name').notNull(),
  action: text('action').notNull(),
  subjectKind: text('subject_kind').notNull(),
  subjectId: text('subject_id').notNull(),
  details: jsonb('details').$type<Record<string, unknown>>().notNull(),
});

export interface AuditEntry {
  id: string;
  at: Date;
  actorName: string;
  action: string;
  subjectKind: string;
  subjectId: string;
  details: Record<string, unknown>;
}

export interface AuditedAction {
  /** What was done, e.g. `events.publish`. */
  action: string;
  subject: { kind: string; id: string };
  /** No personal data beyond what the subject itself holds. */
  details?: Record<string, unknown>;
}

/** Writes one line of the audit trail, in the transaction of the change it tells of. */
export async function recordAudit(store: Store, scope: TenantScope, what: AuditedAction): Promise<void> {
  await store.insert(entry).values({
    tenantId: scope.tenant.id,
    id: newId(),
    at: scope.now(),
    actorId: scope.actor.id,
    actorName: scope.actor.name,
    action: what.action,
    subjectKind: what.subject.kind,
    subjectId: what.subject.id,
    details: what.details ?? {},
  });
}

/** The newest audit lines first. */
export function listAudit(
  scope: TenantScope,
  filter: { subjectId?: string; limit?: number } = {},
): Promise<AuditEntry[]> {
  return scope.read((store) =>
    store
      .select()
      .from(entry)
      .where(
        and(
          eq(entry.tenantId, scope.tenant.id),
          filter.subjectId ? eq(entry.subjectId, filter.subjectId) : undefined,
        ),
      )
      .orderBy(desc(entry.at), desc(entry.id))
      .limit(filter.limit ?? 100),
  );
}
