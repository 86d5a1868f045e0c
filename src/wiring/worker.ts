import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'drizzle-orm';
import { openFiles } from '#platform/files.server';
import { defineCron, startJobs } from '#platform/jobs.server';
import type { CronJob, Job } from '#platform/jobs.server';
import { log } from '#platform/log.server';
import { forgetAskedLetters } from '#platform/mail.server';
import { readEnvironment } from '#env';
import type { Environment } from '#env';
import { listTowns } from '#modules/tenancy.server';
import { migrateDatabase, openConfiguredDatabase } from './start-database.ts';
import type { RunningDatabase } from './start-database.ts';
import { explain } from './start-faults.ts';
import { installationSecret, prepareFolder } from './start-folder.ts';
import { say } from './start-steps.mjs';

export interface RunningWorker {
  stop(): Promise<void>;
}

/** What the rooms give the worker to do. */
interface Work {
  jobs: readonly Job[];
  crons: readonly CronJob[];
}

const HANDLED_KEPT_DAYS = 30;

/** Background work of all rooms, in this process. */
export async function startWorker(
  running: RunningDatabase,
  environment: Environment,
): Promise<RunningWorker> {
  const { jobs, crons } = await workOfRooms();
  return startJobs({
    database: running.database,
    databaseUrl: running.url,
    jobs,
    crons: [...crons, tidyUp(environment)],
    listTowns: () => listTowns(running.database),
  });
}

/** `wiring/jobs.server.ts` gathers the jobs of all rooms; a house without any has only its own tidying. */
async function workOfRooms(): Promise<Work> {
  const path = join(import.meta.dirname, 'jobs.server.ts');
  if (!existsSync(path)) return { jobs: [], crons: [] };
  return (await import(pathToFileURL(path).href)) as Work;
}

/** Broken uploads are gone after a day, marks of finished jobs after a month. */
function tidyUp(environment: Environment): CronJob {
  const files = openFiles(environment);
  return defineCron({
    name: 'platform.tidy-up',
    schedule: '17 * * * *',
    async handle({ now, eachTown }) {
      const swept = await files.sweep(now());
      if (swept > 0) log.info('files.swept', { count: swept });
      const before = new Date(now().getTime() - HANDLED_KEPT_DAYS * 86_400_000).toISOString();
      await eachTown(async (scope) => {
        await scope.write((store) =>
          store.execute(sql`delete from jobs.handled where handled_at < ${before}`),
        );
        await forgetAskedLetters(scope);
      });
    },
  });
}

/** The worker as a process of its own (`WORKER=separate`). */
async function runAlone(): Promise<void> {
  const environment = readEnvironment();
  prepareFolder(environment.dataFolder);
  process.env.SECRET ??= installationSecret(environment.dataFolder);
  const running = await openConfiguredDatabase(environment, 'guest');
  process.env.DATABASE_URL = running.url;
  await migrateDatabase(running.database);
  const worker = await startWorker(running, environment);
  log.info('worker.started', { town: (await listTowns(running.database)).length });
  const stop = async () => {
    await worker.stop();
    await running.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

if (import.meta.main) {
  await runAlone().catch((error: unknown) => {
    const explanation = explain(error);
    process.stderr.write(`\n${explanation ? say(explanation) : String((error as Error).stack)}\n\n`);
    process.exit(1);
  });
}
