import type { Store } from '#platform/db.server';
import type { TenantScope } from '#platform/scope.server';
import type { Boundary } from './model.ts';
import { boundary } from './tables.server.ts';

/** Takes over boundaries by their official key, in the transaction of the import. */
export async function writeBoundaries(
  store: Store,
  scope: TenantScope,
  boundaries: readonly Boundary[],
): Promise<void> {
  for (const area of boundaries) {
    const { key: _, ...changed } = area;
    await store
      .insert(boundary)
      .values({ tenantId: scope.tenant.id, ...area })
      .onConflictDoUpdate({ target: [boundary.tenantId, boundary.key], set: changed });
  }
}
