import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { isId } from '#platform/db';
import type { Store } from '#platform/db.server';
import type { TenantScope } from '#platform/scope.server';
import type { Content, Revision } from './model.ts';
import { revision } from './tables.server.ts';

/** Keeps the whole entry as it was written, so that any earlier state can be read and brought back. */
export async function addRevision(
  store: Store,
  scope: TenantScope,
  content: Content<unknown>,
  change: string,
): Promise<void> {
  await store.insert(revision).values({
    tenantId: scope.tenant.id,
    entryId: content.id,
    number: sql`coalesce((
      select max(number)
      from publishing.revision
      where tenant_id = ${scope.tenant.id} and entry_id = ${content.id}
    ), 0) + 1`,
    at: scope.now(),
    actorId: scope.actor.id,
    actorName: scope.actor.name,
    change,
    snapshot: { ...content },
  });
}

/** Who wrote the text as it stands now; null when no person did. Steps from one state to the next write nothing. */
export async function lastWriter(store: Store, scope: TenantScope, entryId: string): Promise<string | null> {
  const [newest] = await store
    .select({ actorId: revision.actorId })
    .from(revision)
    .where(
      and(
        eq(revision.tenantId, scope.tenant.id),
        eq(revision.entryId, entryId),
        inArray(revision.change, ['created', 'edited', 'imported', 'proposed']),
      ),
    )
    .orderBy(desc(revision.number))
    .limit(1);
  return newest?.actorId ?? null;
}

/** JSON keeps instants as texts; those of an entry and its details become instants again. */
export function revivedDates(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      typeof part === 'string' && /(At|^at)$/.test(key) && /^\d{4}-\d\d-\d\dT/.test(part)
        ? new Date(part)
        : part,
    ]),
  );
}

/** The newest first. For the desk only: earlier texts may hold what was taken out on purpose. */
export async function listRevisions(scope: TenantScope, entryId: string): Promise<Revision[]> {
  if (scope.actor.kind === 'public' || !isId(entryId)) return [];
  return scope.read((store) =>
    store
      .select({
        number: revision.number,
        at: revision.at,
        actorName: revision.actorName,
        change: revision.change,
        snapshot: revision.snapshot,
      })
      .from(revision)
      .where(and(eq(revision.tenantId, scope.tenant.id), eq(revision.entryId, entryId)))
      .orderBy(desc(revision.number))
      .limit(200),
  );
}
