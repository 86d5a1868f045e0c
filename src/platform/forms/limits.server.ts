import { createRateLimits, householdOf } from '#platform/http';
import type { RateLimitRule } from '#platform/http';
import type { TenantScope } from '#platform/scope.server';

/** Whether a household has sent something too often. `throttled: false` is for measuring on this machine only. */
export function createFormLimits<Name extends string>(
  rules: Record<Name, RateLimitRule>,
  { throttled = true }: { throttled?: boolean | undefined } = {},
) {
  const limits = createRateLimits(rules);
  return (tenant: TenantScope, what: Name, address: string): boolean =>
    (throttled || !isThisMachine(address)) &&
    !limits.take(what, `${tenant.tenant.slug} ${householdOf(address)}`).allowed;
}

function isThisMachine(address: string): boolean {
  return /^(127\.|::1$|::ffff:127\.)/.test(address);
}
