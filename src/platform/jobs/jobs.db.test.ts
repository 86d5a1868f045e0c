import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterEach, expect, test, vi } from 'vitest';
import { testDatabase } from '#tests/database';
import { announce, defineCron, defineJob, startJobs } from './index.server.ts';
import type { Job, RunningJobs } from './index.server.ts';

const { database, url, createTenant, scope } = await testDatabase();
const town = await createTenant('hagenow', 'Hagenow');
const other = await createTenant('nachbarort', 'Nachbarort');

let running: RunningJobs | null = null;
afterEach(async () => {
  await running?.stop();
  running = null;
});

function start(jobs: Job[], crons: ReturnType<typeof defineCron>[] = []): Promise<RunningJobs> {
  return startJobs({
    database,
    databaseUrl: url,
    jobs,
    crons,
    listTowns: async () => [town, other],
    pollMs: 200,
  });
}

test('a job hears what its own topic announces, in the town it was announced in', async () => {
  const heard: unknown[] = [];
  running = await start([
    defineJob<{ reportId: string }>({
      name: 'test.note',
      topic: 'reports.closed',
      handle: async ({ reportId }, job) => void heard.push([job.scope.tenant.slug, reportId]),
    }),
  ]);
  await scope(other).write(async (store) => {
    await announce(store, scope(other), 'reports.closed', { reportId: 'laterne' });
    await announce(store, scope(other), 'reports.opened', { reportId: 'bank' });
  });
  await vi.waitFor(() => expect(heard).toEqual([['nachbarort', 'laterne']]), 10_000);
});

test('what was rolled back was never announced', async () => {
  const failing = scope(town).write(async (store) => {
    await announce(store, scope(town), 'events.cancelled', {});
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  const left = await scope(town).read((store) => store.execute(sql`select topic from jobs.announcement`));
  expect(left.rows).toEqual([]);
});

test('a job that fails is tried again and then counts once', async () => {
  await database.asOwner((client) =>
    client.query(`create schema again; create table again.effect (n int); grant usage on schema again to ortskern_app;
                  grant all on again.effect to ortskern_app`),
  );
  let attempts = 0;
  running = await start([
    defineJob({
      name: 'test.again',
      topic: 'again.told',
      async handle(_payload, { once }) {
        attempts++;
        await once((store) => store.execute(sql`insert into again.effect values (1)`));
        if (attempts === 1) throw new Error('the line broke after the work was done');
      },
    }),
  ]);
  await scope(town).write((store) => announce(store, scope(town), 'again.told', {}));
  await vi.waitFor(() => expect(attempts).toBe(2), 12_000);
  const { rows } = await database.asOwner((client) =>
    client.query('select count(*)::int as count from again.effect'),
  );
  expect(rows).toEqual([{ count: 1 }]);
});

test('a town whose clock job fails does not keep the next one from its own', async () => {
  const visited: string[] = [];
  const cron = defineCron({
    name: 'test.round',
    schedule: '0 3 * * *',
    handle: ({ eachTown }) =>
      eachTown(async ({ tenant }) => {
        visited.push(tenant.slug);
        if (tenant.slug === 'hagenow') throw new Error('no');
      }),
  });
  running = await start([], [cron]);
  await database
    .asOwner((client) => client.query(`select 1 from pgboss.schedule where name = 'test.round'`))
    .then(({ rowCount }) => expect(rowCount).toBe(1));
  await database.asOwner((client) => client.query(`insert into pgboss.job (name) values ('test.round')`));
  await vi.waitFor(() => expect(visited).toEqual(['hagenow', 'nachbarort']), 12_000);
});

test(
  'a thousand announcements and a worker killed twice: each is handled exactly once',
  { timeout: 90_000 },
  async () => {
    await database.asOwner((client) =>
      client.query(`create schema crash; create table crash.effect (tenant_id uuid, number int);
                  grant usage on schema crash to ortskern_app; grant all on crash.effect to ortskern_app`),
    );
    await scope(town).write(async (store) => {
      for (let number = 0; number < 1_000; number++)
        await announce(store, scope(town), 'crash.told', { number });
    });
    for (const killAt of [200, 600]) {
      const worker = await beginWorker();
      while ((await effects()).total < killAt) await sleep(5);
      worker.kill('SIGKILL');
    }
    const last = await beginWorker();
    await vi.waitFor(async () => expect((await effects()).different).toBe(1_000), {
      timeout: 60_000,
      interval: 200,
    });
    last.kill('SIGKILL');
    expect(await effects()).toEqual({ total: 1_000, different: 1_000 });
  },
);

async function effects(): Promise<{ total: number; different: number }> {
  const { rows } = await database.asOwner((client) =>
    client.query('select count(*)::int as total, count(distinct number)::int as different from crash.effect'),
  );
  return rows[0] as { total: number; different: number };
}

function beginWorker(): Promise<ChildProcess> {
  const worker = fork(new URL('./crash-worker.fixture.ts', import.meta.url), [url, town.id], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return new Promise((resolve) => worker.once('message', () => resolve(worker)));
}
