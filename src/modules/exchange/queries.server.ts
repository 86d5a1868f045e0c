import { and, asc, desc, eq } from 'drizzle-orm';
import { isId } from '#platform/db';
import type { Store } from '#platform/db.server';
import type { TenantScope } from '#platform/scope.server';
import type { Run, Source, SourceState } from './model.ts';
import { isDue, sourceState } from './rules.ts';
import { run, source } from './tables.server.ts';

/** Sources by name, each with how it is doing. Nobody but those who may manage them sees any. */
export async function listSources(scope: TenantScope): Promise<(Source & { state: SourceState })[]> {
  if (!scope.may('exchange.manage')) return [];
  const rows = await scope.read((store) =>
    store
      .select()
      .from(source)
      .where(eq(source.tenantId, scope.tenant.id))
      .orderBy(asc(source.name))
      .limit(500),
  );
  return rows.map((row) => ({ ...toSource(row), state: sourceState(toSource(row), scope.now()) }));
}

export async function findSource(
  scope: TenantScope,
  id: string,
): Promise<(Source & { state: SourceState }) | null> {
  if (!scope.may('exchange.manage')) return null;
  const found = await scope.read((store) => loadSource(store, scope, id));
  return found && { ...found, state: sourceState(found, scope.now()) };
}

/** The newest runs first; of one source, or of all. */
export async function listRuns(
  scope: TenantScope,
  filter: { sourceId?: string; limit?: number } = {},
): Promise<Run[]> {
  if (!scope.may('exchange.manage')) return [];
  const rows = await scope.read((store) =>
    store
      .select()
      .from(run)
      .where(
        and(
          eq(run.tenantId, scope.tenant.id),
          filter.sourceId ? eq(run.sourceId, filter.sourceId) : undefined,
        ),
      )
      .orderBy(desc(run.at), desc(run.id))
      .limit(filter.limit ?? 50),
  );
  return rows.map(({ tenantId: _, ...found }) => found);
}

/** Sources whose next visit is due. */
export async function dueSources(scope: TenantScope): Promise<Source[]> {
  const sources = await listSources(scope);
  return sources.filter((found) => isDue(found, scope.now()));
}

export async function loadSource(store: Store, scope: TenantScope, id: string): Promise<Source | null> {
  if (!isId(id)) return null;
  const [row] = await store
    .select()
    .from(source)
    .where(and(eq(source.tenantId, scope.tenant.id), eq(source.id, id)));
  return row ? toSource(row) : null;
}

export function toSource({ tenantId: _, ...row }: typeof source.$inferSelect): Source {
  return row;
}
