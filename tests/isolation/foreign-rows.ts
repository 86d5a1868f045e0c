import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Database } from '#platform/db.server';
import { allTables } from './all-tables.ts';
import type { SeededTown, TwoTowns } from './two-towns.ts';

/** A fingerprint of everything a town has, table by table: with it goes the proof that nothing of it changed. */
export async function printsOf(
  database: Database,
  scopeOf: TwoTowns['scopeOf'],
  town: SeededTown,
): Promise<Record<string, string>> {
  const tables = (await allTables(database)).filter((table) => table.hasTenant);
  const scope = scopeOf(town);
  const { rows } = await scope.read((store) =>
    store.execute<Print>(
      sql.join(
        tables.map(({ name }) => printOf(name, sql`tenant_id = ${town.tenant.id}`)),
        UNION,
      ),
    ),
  );
  await scope.end();
  return Object.fromEntries(
    [...rows, ...(await registryPrints(database, town))].map(({ name, print }) => [name, print]),
  );
}

type Print = { name: string; print: string };

const UNION = sql` union all `;

function printOf(table: string, condition: SQL): SQL {
  return sql`
    select ${table}::text as name, count(*) || ' rows ' || md5(coalesce(string_agg(t::text, e'\\n' order by t::text), '')) as print
    from ${sql.raw(table)} t
    where ${condition}`;
}

/** What the registry knows of the town's people. */
async function registryPrints(database: Database, town: SeededTown): Promise<Print[]> {
  const { userId } = town.person;
  const prints = [
    printOf('identity.person', sql`id = ${userId}`),
    printOf('identity.session', sql`opened_on = ${town.tenant.id}`),
    printOf('identity.credential', sql`user_id = ${userId}`),
    printOf('identity.second_factor', sql`user_id = ${userId}`),
    printOf('identity.verification', sql`value like ${`%${userId}%`}`),
  ];
  const { rows } = await database.transaction({ registry: true }, (store) =>
    store.execute<Print>(sql.join(prints, UNION)),
  );
  return rows;
}
