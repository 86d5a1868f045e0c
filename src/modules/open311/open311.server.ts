import { listBodies } from '#modules/reports.server';
import { refuse } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { receiveReport } from './commands/receive.server.ts';
import type { ReceiveWish } from './commands/receive.server.ts';
import { readEndpoint } from './endpoints.server.ts';
import type { Parts } from './parts.server.ts';

export type Open311 = ReturnType<typeof createOpen311>;

/** The interface to other systems, joined with the reports and the way out. */
export function createOpen311(parts: Parts) {
  return {
    /** Takes a report from a program that has a key. */
    receive: (tenant: TenantScope, wish: ReceiveWish) => receiveReport(parts, tenant, wish),
    /** Asks the server of a body what it takes. */
    async readEndpoint(tenant: TenantScope, bodyId: string) {
      if (!tenant.may('open311.manage')) return refuse('forbidden');
      const body = (await listBodies(tenant)).find(({ id }) => id === bodyId);
      return body?.open311Url ? readEndpoint(parts.fetch, tenant, body) : refuse('unknown');
    },
  };
}
