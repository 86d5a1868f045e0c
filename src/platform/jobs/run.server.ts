import { sql } from 'drizzle-orm';
import { PgBoss } from 'pg-boss';
import type { JobResult } from 'pg-boss';
import type { Database } from '#platform/db.server';
import { log } from '#platform/log.server';
import { createScope, SYSTEM_ACTOR } from '#platform/scope.server';
import type { TenantScope } from '#platform/scope.server';
import type { TenantIdentity } from '#platform/scope';
import { BELL } from './announce.server.ts';
import type { CronJob, Job, JobContext } from './define.server.ts';
import { relayAnnouncements } from './relay.server.ts';
import type { Delivery } from './relay.server.ts';

export interface JobsWish {
  database: Database;
  databaseUrl: string;
  jobs: readonly Job[];
  crons: readonly CronJob[];
  /** The towns are rows of a module; wiring hands them in. */
  listTowns(): Promise<TenantIdentity[]>;
  now?: () => Date;
  /** After this long without an end a job counts as left behind by a killed process. */
  expireAfterSeconds?: number;
  /** How often the relay looks although nobody rang. */
  pollMs?: number;
}

export interface RunningJobs {
  /** Lets running jobs end, then closes the queues. */
  stop(): Promise<void>;
}

const TIME_ZONE = 'Europe/Berlin';
const STOP_PATIENCE_MS = 10_000;

/** Starts the queues, the relay that feeds them and the clock of the cron jobs. */
export async function startJobs(wish: JobsWish): Promise<RunningJobs> {
  const boss = new PgBoss({
    connectionString: wish.databaseUrl,
    schema: 'pgboss',
    application_name: 'ortskern-jobs',
    max: 5,
    monitorVacuum: false,
    superviseIntervalSeconds: Math.min(30, wish.expireAfterSeconds ?? 30),
    monitorIntervalSeconds: Math.min(30, wish.expireAfterSeconds ?? 30),
  });
  boss.on('error', (error) => log.warn('jobs.trouble', { error }));
  await boss.start();

  const workers: string[] = [];
  for (const job of wish.jobs) workers.push(await follow(boss, wish, job));
  await keepSchedules(boss, wish);
  const relay = await startRelay(boss, wish, () => workers.forEach((id) => boss.notifyWorker(id)));
  return {
    async stop() {
      await relay.stop();
      await boss.stop({ graceful: true, timeout: STOP_PATIENCE_MS });
    },
  };
}

async function follow(boss: PgBoss, wish: JobsWish, job: Job): Promise<string> {
  const retry = { retryLimit: job.retries, retryDelay: 2, retryBackoff: true, retryDelayMax: 3_600 };
  const limits = { ...retry, expireInSeconds: wish.expireAfterSeconds ?? 300 };
  await boss.createQueue(job.name, limits);
  await boss.updateQueue(job.name, limits);
  const settings = {
    batchSize: 10,
    burstWhenBatchFull: true,
    pollingIntervalSeconds: 1,
    perJobResults: true,
  } as const;
  return boss.work<Delivery, unknown, typeof settings>(job.name, settings, async (deliveries) => {
    const results: JobResult[] = [];
    for (const { id, data } of deliveries) results.push({ id, status: await handle(wish, job, id, data) });
    return results;
  });
}

async function handle(
  wish: JobsWish,
  job: Job,
  id: string,
  { tenantId, payload }: Delivery,
): Promise<'completed' | 'failed'> {
  const town = (await wish.listTowns()).find((candidate) => candidate.id === tenantId);
  // A town that was removed takes its pending work along.
  if (!town) return 'completed';
  const scope = scopeOf(wish, town);
  try {
    await job.handle(payload, { id, scope, once: (work) => once(wish, job, scope, id, work) });
    return 'completed';
  } catch (error) {
    log.warn('job.failed', { job: job.name, id, town: town.slug, error });
    return 'failed';
  } finally {
    await scope.end();
  }
}

/** The mark and the work stand or fall together. */
function once<T>(
  wish: JobsWish,
  job: Job,
  scope: TenantScope,
  id: string,
  work: Parameters<JobContext['once']>[0],
): Promise<T | null> {
  return wish.database.transaction({ tenantId: scope.tenant.id }, async (store) => {
    const marked = await store.execute(sql`
      insert into jobs.handled (tenant_id, announcement_id, job, handled_at)
      values (${scope.tenant.id}, ${id}, ${job.name}, ${scope.now().toISOString()})
      on conflict do nothing`);
    if (marked.rowCount === 0) return null;
    return (await work(store)) as T;
  });
}

function scopeOf(wish: JobsWish, tenant: TenantIdentity): TenantScope {
  return createScope({
    database: wish.database,
    tenant,
    actor: SYSTEM_ACTOR,
    ...(wish.now ? { now: wish.now } : {}),
  });
}

/** The schedules in the database become those in the code: new ones are added, vanished ones removed. */
async function keepSchedules(boss: PgBoss, wish: JobsWish): Promise<void> {
  const wanted = new Set(wish.crons.map((cron) => cron.name));
  for (const known of await boss.getSchedules())
    if (!wanted.has(known.name)) await boss.unschedule(known.name);
  for (const cron of wish.crons) {
    // One run at a time; a second process that hears the same stroke finds it taken.
    await boss.createQueue(cron.name, { policy: 'singleton', retryLimit: 1, expireInSeconds: 3_600 });
    await boss.schedule(cron.name, cron.schedule, null, { tz: TIME_ZONE });
    await boss.work(cron.name, { pollingIntervalSeconds: 5 }, () => runCron(wish, cron));
  }
}

async function runCron(wish: JobsWish, cron: CronJob): Promise<void> {
  await cron.handle({
    database: wish.database,
    now: wish.now ?? (() => new Date()),
    async eachTown(work) {
      for (const town of await wish.listTowns()) {
        const scope = scopeOf(wish, town);
        await work(scope).catch((error: unknown) =>
          log.warn('cron.failed', { cron: cron.name, town: town.slug, error }),
        );
        await scope.end();
      }
    },
  });
}

/** Looks for announcements when the bell rings, and every few seconds in case a pooler has swallowed it. */
async function startRelay(
  boss: PgBoss,
  wish: JobsWish,
  wake: () => void,
): Promise<{ stop(): Promise<void> }> {
  let stopped = false;
  let ring: () => void = () => undefined;
  const bell = await listenForBell(wish.database, () => ring());

  async function loop(): Promise<void> {
    while (!stopped) {
      const heard = new Promise<void>((resolve) => {
        ring = resolve;
        setTimeout(resolve, wish.pollMs ?? 2_000).unref();
      });
      try {
        while (!stopped && (await relayAnnouncements(wish.database, boss, wish.jobs)) > 0) wake();
      } catch (error) {
        if (!stopped) log.warn('jobs.relay-failed', { error });
      }
      await heard;
    }
  }
  const running = loop();
  return {
    async stop() {
      stopped = true;
      ring();
      await running;
      await bell.stop();
    },
  };
}

/** A held connection that listens; when it breaks the relay still looks by itself, and the bell is hung again. */
async function listenForBell(database: Database, onRing: () => void): Promise<{ stop(): Promise<void> }> {
  const held = new Set<{ release(broken: boolean): void }>();
  let stopped = false;
  async function hang(): Promise<void> {
    const client = await database.pool.connect();
    held.add(client);
    client.on('notification', onRing);
    client.on('error', () => {
      if (held.delete(client)) client.release(true);
      if (!stopped) setTimeout(() => void hang().catch(() => undefined), 5_000).unref();
    });
    await client.query(`listen ${BELL}`);
  }
  await hang();
  return {
    async stop() {
      stopped = true;
      for (const client of held) client.release(true);
      held.clear();
    },
  };
}
