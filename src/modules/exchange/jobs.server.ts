import { defineCron } from '#platform/jobs.server';
import type { CronJob } from '#platform/jobs.server';
import type { Exchange } from './exchange.server.ts';

/** Every five minutes the sources are visited whose time has come; a slow one only delays those of its own town. */
export function fetchDueCron(exchange: Pick<Exchange, 'runDue'>): CronJob {
  return defineCron({
    name: 'exchange.fetch-due',
    schedule: '*/5 * * * *',
    handle: ({ eachTown }) => eachTown(async (scope) => void (await exchange.runDue(scope))),
  });
}
