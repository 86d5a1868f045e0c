import type { TenantScope } from '#platform/scope.server';

/**
 * The same town, for somebody who has no account but may do exactly this: a suggester whose draft is written down, an
 * organiser with events of their own. Whoever calls it has checked that they may.
 */
export function actingAs(tenant: TenantScope, name: string, rights: readonly string[]): TenantScope {
  const permissions = new Set(rights);
  return {
    ...tenant,
    actor: { id: null, name, kind: 'staff', permissions },
    may: (permission) => permissions.has(permission),
  };
}
