import type { TenantScope } from '#platform/scope.server';
import { keepGap } from '../gaps.server.ts';
import type { Later } from '../later.server.ts';
import type { AskingAudience } from '../model.ts';

/** Keeps gaps off the way of who asked; the same question waits once, with how often it came. */
export function gatherGaps(later: Later) {
  const waiting = new Map<string, { times: number }>();

  return (tenant: TenantScope, question: string, audience: AskingAudience): void => {
    const key = `${tenant.tenant.id} ${audience} ${question}`;
    const known = waiting.get(key);
    if (known) return void known.times++;
    const asked = { times: 1 };
    const isTaken = later.do(() => {
      waiting.delete(key);
      return keepGap(tenant, question, audience, 'unanswered', asked.times);
    });
    if (isTaken) waiting.set(key, asked);
  };
}
