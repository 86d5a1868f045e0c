import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { listSources } from '#modules/exchange.server';
import { listTowns } from '#modules/tenancy.server';
import { testDatabase } from '#tests/database';
import { seedDemo } from './seed.server.ts';

const { database, url, scope } = await testDatabase();

const SEED = `
  import { openDatabase } from '#platform/db.server';
  import { seedDemo } from '#wiring/seed.server';
  const database = openDatabase(process.env.SEED_URL);
  await seedDemo(database, { log: (line) => console.log(line) });
  await database.close();
`;

/** Seeds in a process of its own and kills it `ms` after it has told its `lines`th step. */
async function seedAndKill(lines: number, ms: number): Promise<void> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', SEED], {
    env: { ...process.env, SEED_URL: url },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  let told = 0;
  const reached = new Promise<void>((resolve) => {
    child.stdout.on('data', (text: Buffer) => {
      told += text.toString().split('\n').length - 1;
      if (told >= lines) resolve();
    });
  });
  await Promise.race([ended, reached]);
  await wait(ms);
  child.kill('SIGKILL');
  await ended;
}

/** How many entries each source has and how many its finished runs say it should have. */
async function halfWritten(): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const town of await listTowns(database)) {
    const system = scope(town);
    const { rows } = await system.read((store) =>
      store.execute(sql`
        select source.name, count(entry.id)::int as entries, coalesce((select sum(created) from exchange.run where run.source_id = source.id), 0)::int as promised
        from exchange.source
        left join publishing.entry on entry.exchange_source_id = source.id
        where source.target <> 'boundaries'
        group by source.id, source.tenant_id, source.name`),
    );
    found.push(...rows.filter((row) => row.entries !== row.promised));
    const { rows: loose } = await system.read((store) =>
      store.execute(sql`
        select entry.id from publishing.entry
        left join publishing.revision on revision.entry_id = entry.id
        where revision.entry_id is null`),
    );
    found.push(...loose);
    await system.end();
  }
  return found;
}

test(
  'an import killed at any moment leaves all of a document or nothing, and the next start completes it',
  { timeout: 120_000 },
  async () => {
    const unread = async () => {
      const towns = await listTowns(database);
      const sources = await Promise.all(towns.map((town) => listSources(scope(town))));
      return sources.flat().filter((source) => !source.lastRunAt).length;
    };
    const left: number[] = [];
    for (const ms of [0, 120, 350]) {
      await seedAndKill(2, ms);
      expect(await halfWritten()).toEqual([]);
      left.push(await unread());
    }
    expect(left[0]).toBeGreaterThan(0);
    await seedDemo(database);
    expect(await halfWritten()).toEqual([]);
    const towns = await listTowns(database);
    expect(towns.map((town) => town.slug).sort()).toEqual(['augsburg-land', 'hagenow']);
  },
);
