import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { listRuns, listSources } from '#modules/exchange.server';
import { testDatabase } from '#tests/database';
import { createTownExchange } from './exchange.server.ts';
import { seedDemo } from './seed.server.ts';

const { database, scope } = await testDatabase();
const now = () => new Date('2026-11-23T09:00:00Z');

test('an empty installation gets both demo towns in less than ten seconds, without a fault', async () => {
  const startedAt = performance.now();
  const towns = await seedDemo(database, { now });
  expect(performance.now() - startedAt).toBeLessThan(10_000);
  expect(towns.map((town) => [town.slug, town.state, town.isDefault])).toEqual([
    ['hagenow', 'MV', true],
    ['augsburg-land', 'BY', false],
  ]);

  for (const town of towns) {
    const system = scope(town, { now });
    const runs = await listRuns(system);
    expect(runs.flatMap((run) => run.faults)).toEqual([]);
    const { rows } = await system.read((store) =>
      store.execute(
        sql`select kind, count(*)::int as entries from publishing.entry where state = 'published' group by kind order by kind`,
      ),
    );
    expect([town.slug, rows]).toEqual([
      town.slug,
      town.slug === 'hagenow'
        ? [
            { kind: 'article', entries: 143 },
            { kind: 'event', entries: 12 },
            { kind: 'news', entries: 6 },
            { kind: 'notice', entries: 4 },
            { kind: 'place', entries: 53 },
          ]
        : [{ kind: 'article', entries: 184 }],
    ]);
  }
});

test('a second seed changes nothing, and a second import of every source neither', async () => {
  const towns = await seedDemo(database, { now });
  const exchange = createTownExchange();
  for (const town of towns) {
    const system = scope(town, { now });
    for (const source of await listSources(system)) {
      const run = await exchange.runImport(system, source.id);
      expect(run).toMatchObject({ ok: true, value: { reason: null, created: 0, vanished: 0 } });
      if (source.target !== 'boundaries')
        expect([source.name, run.ok && run.value.updated]).toEqual([source.name, 0]);
    }
  }
});

test('what is invented says so, and every entry names a source', async () => {
  const [hagenow] = await seedDemo(database, { now });
  const { rows } = await scope(hagenow!, { now }).read((store) =>
    store.execute(sql`
      select count(*) filter (where source_name = '')::int as nameless,
             count(*) filter (where is_example)::int as examples,
             count(*) filter (where source_name = 'Beispiel' and not is_example)::int as hidden
      from publishing.entry`),
  );
  expect(rows).toEqual([{ nameless: 0, examples: 30, hidden: 0 }]);
});

test('a seed that was interrupted goes on with the documents that are missing', async () => {
  const [hagenow] = await seedDemo(database, { now });
  const system = scope(hagenow!, { now });
  await system.write((store) =>
    store.execute(sql`update exchange.source set last_run_at = null where target in ('news', 'events')`),
  );
  await seedDemo(database, { now });
  const runs = await listRuns(system, { limit: 2 });
  expect(runs.map((run) => [run.created, run.unchanged]).sort()).toEqual([
    [0, 12],
    [0, 6],
  ]);
});

test('an installation with a town of its own is left alone', async () => {
  await database.transaction({ registry: true }, (store) =>
    store.execute(sql`update tenancy.tenant set slug = 'eigene-stadt' where slug = 'augsburg-land'`),
  );
  const after = await seedDemo(database, { now });
  expect(after.map((town) => town.slug).sort()).toEqual(['eigene-stadt', 'hagenow']);
});
