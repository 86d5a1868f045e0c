import type { Database } from '#platform/db.server';
import type { Town } from './model.ts';
import { listTowns } from './queries.server.ts';

const FRESH_MS = 10_000;
const RETRY_MS = 1_000;

/**
 * Knows which town answers to a host. Read again every ten seconds, and at once after `forget()`. While the database
 * is away the towns last read count, so that a page can still say in the town's name what is the matter.
 */
export interface TownRegistry {
  /** The town of a host name (with or without port); `localhost` and addresses are the default town. */
  byHost(host: string): Promise<Town | null>;
  all(): Promise<Town[]>;
  forget(): void;
}

export function createTownRegistry(database: Database, nowMs: () => number = Date.now): TownRegistry {
  let read: { at: number; towns: Promise<Town[]> } | null = null;
  let known: Town[] | null = null;

  function all(): Promise<Town[]> {
    if (!read || nowMs() - read.at > FRESH_MS)
      read = { at: nowMs(), towns: listTowns(database).then((towns) => (known = towns), fallBack) };
    return read.towns;
  }

  /** A failed reading is not kept. */
  function fallBack(error: unknown): Town[] {
    read = known && { at: nowMs() - FRESH_MS + RETRY_MS, towns: Promise.resolve(known) };
    if (!known) throw error;
    return known;
  }

  return {
    all,
    forget: () => (read = null),
    async byHost(host) {
      const towns = await all();
      return townOfHost(towns, host);
    },
  };
}

/** Own host first; then `<slug>.localhost`; then, for bare local addresses only, the default town. */
export function townOfHost(towns: readonly Town[], host: string): Town | null {
  const name = host.toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '');
  const own = towns.find((town) => town.domains.includes(name));
  if (own) return own;
  const bySlug = /^([a-z0-9-]+)\.localhost$/.exec(name)?.[1];
  if (bySlug) return towns.find((town) => town.slug === bySlug) ?? null;
  const isLocal = name === 'localhost' || name === '[::1]' || /^(\d{1,3}\.){3}\d{1,3}$/.test(name);
  if (!isLocal) return null;
  return towns.find((town) => town.isDefault) ?? towns[0] ?? null;
}
