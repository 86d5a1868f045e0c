import { defineCron } from '#platform/jobs.server';
import type { CronJob } from '#platform/jobs.server';
import type { TenantScope } from '#platform/scope.server';

/** Every five minutes the sources are visited whose time has come; a slow one only delays those of its own town. */
export function fetchDueCron(runDue: (scope: TenantScope) => Promise<unknown>): CronJob {
  return defineCron({
    name: 'exchange.fetch-due',
    schedule: '*/5 * * * *',
    handle: ({ eachTown }) => eachTown(async (scope) => void (await runDue(scope))),
  });
}
