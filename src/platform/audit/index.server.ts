import { jsonb, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { and, desc, eq, sql } from 'drizzle-orm';
import { isId } from '#platform/db';
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

export interface AuditFilter {
  subjectId?: string;
  limit?: number;
  /** Id of the last line of the page before; another text means the first page. */
  after?: string | null;
}

/** The newest audit lines first. */
export function listAudit(scope: TenantScope, filter: AuditFilter = {}): Promise<AuditEntry[]> {
  const after = isId(filter.after ?? '') ? filter.after! : null;
  return scope.read((store) =>
    store
      .select()
      .from(entry)
      .where(
        and(
          eq(entry.tenantId, scope.tenant.id),
          filter.subjectId ? eq(entry.subjectId, filter.subjectId) : undefined,
          after
            ? sql`(${entry.at}, ${entry.id}) < (
                select last.at, last.id from audit.entry last
                where last.tenant_id = ${scope.tenant.id} and last.id = ${after}
              )`
            : undefined,
        ),
      )
      .orderBy(desc(entry.at), desc(entry.id))
      .limit(filter.limit ?? 100),
  );
}
