import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { testDatabase } from './database.ts';

const { createTenant, scope, countQueries } = await testDatabase();

test('a scope sees the rows of its own town and none of the other', async () => {
  const hagenow = await createTenant('hagenow', 'Hagenow');
  const other = await createTenant('augsburg-land');
  const names = await scope(hagenow).read((store) => store.execute(sql`select name from tenancy.tenant`));
  expect(names.rows).toEqual([{ name: 'Hagenow' }]);
  const foreign = await scope(other).read((store) =>
    store.execute(sql`select name from tenancy.tenant where tenant_id = ${hagenow.id}`),
  );
  expect(foreign.rows).toEqual([]);
});

test('queries are counted, beginnings and ends of transactions are not', async () => {
  const town = await createTenant('zaehlstadt');
  const count = await countQueries(() => scope(town).read((store) => store.execute(sql`select 1`)));
  expect(count).toBe(1);
});

test('a scope with named permissions may do those only', async () => {
  const town = await createTenant('rechtestadt');
  const editor = scope(town, { permissions: ['events.edit'] });
  expect([
    editor.may('events.edit'),
    editor.may('events.publish'),
    scope(town).may('events.publish'),
  ]).toEqual([true, false, true]);
});
