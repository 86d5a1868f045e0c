import { listBodies } from '#modules/reports.server';
import type { Forwarded } from '#modules/reports.server';
import { defineCron } from '#platform/jobs.server';
import type { CronJob } from '#platform/jobs.server';
import { refuse } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { receiveReport } from './commands/receive.server.ts';
import type { ReceiveWish } from './commands/receive.server.ts';
import { forwardReport } from './dispatch.server.ts';
import { readEndpoint } from './endpoints.server.ts';
import type { Parts } from './parts.server.ts';
import { pollDue } from './poll.server.ts';

export type Open311 = ReturnType<typeof createOpen311>;

/** The interface to other systems, joined with the reports and the way out. */
export function createOpen311(parts: Parts) {
  return {
    /** Takes a report from a program that has a key. */
    receive: (tenant: TenantScope, wish: ReceiveWish) => receiveReport(parts, tenant, wish),
    /** Hands a report to the server of a body; throws when a later call may succeed. */
    forward: (tenant: TenantScope, forwarded: Forwarded) => forwardReport(parts, tenant, forwarded),
    /** Asks the server of a body what it takes. */
    async readEndpoint(tenant: TenantScope, bodyId: string) {
      if (!tenant.may('open311.manage')) return refuse('forbidden');
      const body = (await listBodies(tenant)).find(({ id }) => id === bodyId);
      return body?.open311Url ? readEndpoint(parts.fetch, tenant, body) : refuse('unknown');
    },
    poll: (tenant: TenantScope) => pollDue(parts, tenant),
    crons: [
      defineCron({
        name: 'open311.poll',
        // Not at the full hour, when everybody asks.
        schedule: '7,22,37,52 * * * *',
        handle: ({ eachTown }) =>
          eachTown(async (tenant) => {
            await pollDue(parts, tenant);
          }),
      }),
    ] as CronJob[],
  };
}
