import { sealForeignKeys } from '#modules/reports.server';
import { listTowns } from '#modules/tenancy.server';
import type { Database } from '#platform/db.server';
import { createScope, SYSTEM_ACTOR } from '#platform/scope.server';

/** Keys of other servers that were kept before they were sealed are sealed now, in every town. */
export async function sealKeys(database: Database, { secret }: { secret: string }): Promise<void> {
  for (const town of await listTowns(database)) {
    const scope = createScope({ database, tenant: town, actor: SYSTEM_ACTOR });
    await sealForeignKeys(scope, secret);
    await scope.end();
  }
}
