import { sql } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { listRuns, listSources } from '#modules/exchange.server';
import { testDatabase } from '#tests/database';
import { createTownExchange } from './exchange.server.ts';
import { seedDemo } from './seed.server.ts';

// Two whole towns are read in; on a busy machine that takes longer than an ordinary test may.
vi.setConfig({ testTimeout: 90_000 });

const { database, scope } = await testDatabase();
const now = () => new Date('2026-11-23T09:00:00Z');

test('an empty installation gets both demo towns, without a fault', async () => {
  const towns = await seedDemo(database, { now });
  expect(towns.map((town) => [town.slug, town.state, town.isDefault])).toEqual([
    ['hagenow', 'MV', true],
    ['augsburg-land', 'BY', false],
  ]);

  const least = {
    hagenow: { article: 143, event: 12, news: 6, notice: 4, place: 63, tour: 2 },
    'augsburg-land': { article: 184 },
  };
  for (const town of towns) {
    const system = scope(town, { now });
    const runs = await listRuns(system);
    expect(runs.flatMap((run) => run.faults)).toEqual([]);
    const { rows } = await system.read((store) =>
      store.execute<{ kind: string; entries: number }>(
        sql`select kind, count(*)::int as entries from publishing.entry where state = 'published' group by kind`,
      ),
    );
    const kept = new Map(rows.map((row) => [row.kind, row.entries]));
    for (const [kind, entries] of Object.entries(least[town.slug as keyof typeof least])) {
      expect([kind, (kept.get(kind) ?? 0) >= entries]).toEqual([kind, true]);
    }
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
      select count(*) filter (where entry.source_name = '')::int as nameless,
             count(*) filter (where entry.is_example)::int > 0 as examples,
             count(*) filter (where (source.file like '%example%' or entry.source_name = 'Beispiel') and not entry.is_example)::int as hidden
      from publishing.entry
      join exchange.source on source.id = entry.exchange_source_id`),
  );
  expect(rows).toEqual([{ nameless: 0, examples: true, hidden: 0 }]);
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
    [0, 14],
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
