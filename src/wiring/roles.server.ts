import { offerNewRights } from '#modules/identity.server';
import { listTowns } from '#modules/tenancy.server';
import type { Database } from '#platform/db.server';

/** Offers the roles of all towns the rights that came with new rooms. */
export async function bringRolesUpToDate(database: Database): Promise<void> {
  await offerNewRights(database, await listTowns(database));
}
