import type { Database, Store } from '#platform/db.server';
import { isRefusal } from '#platform/outcome';
import type { Actor, Locale, TenantIdentity } from './index.ts';

/** Everything a door function needs to know about whose data it works on, and for whom. */
export interface TenantScope {
  readonly tenant: TenantIdentity;
  readonly actor: Actor;
  readonly locale: Locale;
  now(): Date;
  may(permission: string): boolean;
  /** Reads under row-level security. All reads of one scope share one read-only transaction until `end()`. */
  read<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /** Writes in one transaction of its own; a refusal rolls it back, so nothing half-written stays. */
  write<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /** Ends the shared read transaction. The hook calls it after each request; jobs and tests call it when done. */
  end(): Promise<void>;
}

export interface ScopeParts {
  database: Database;
  tenant: TenantIdentity;
  actor: Actor;
  locale?: Locale;
  now?: () => Date;
}

export const PUBLIC_ACTOR: Actor = {
  id: null,
  name: 'Öffentlichkeit',
  kind: 'public',
  permissions: new Set(),
};

/** For jobs, imports and the command line: may do everything within its tenant. */
export const SYSTEM_ACTOR: Actor = { id: null, name: 'System', kind: 'system', permissions: new Set(['*']) };

export function createScope(parts: ScopeParts): TenantScope {
  const { database, tenant, actor } = parts;
  const reading = database.openReading(tenant.id);
  return {
    tenant,
    actor,
    locale: parts.locale ?? 'de',
    now: parts.now ?? (() => new Date()),
    may: (permission) => actor.permissions.has('*') || actor.permissions.has(permission),
    read: (work) => reading.read(work),
    async write(work) {
      // Give the read connection back first: a request that holds one while it waits for another can starve the pool.
      await reading.end();
      return database.transaction({ tenantId: tenant.id }, work, (result) => !isRefusal(result));
    },
    end: () => reading.end(),
  };
}
