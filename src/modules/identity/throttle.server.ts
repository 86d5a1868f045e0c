import { eq, lt, sql } from 'drizzle-orm';
import { attempt } from './tables.server.ts';
import { blind } from './parts.server.ts';
import type { Parts } from './parts.server.ts';

const WINDOW_MINUTES = 15;
const DAY_MS = 86_400_000;
/** Attempts within the window: enough for a person, too few for a dictionary. An office may share one address. */
const LIMITS = { account: 8, address: 30 } as const;

export interface Who {
  account?: string;
  address: string;
}

/**
 * Counts one attempt before it is made, so that parallel ones cannot slip through.
 * @returns minutes to wait, or null when the attempt may go on.
 */
export async function countAttempt(parts: Parts, act: string, who: Who): Promise<number | null> {
  if (!parts.throttled) return null;
  const now = parts.now();
  const windowStart = new Date(now.getTime() - WINDOW_MINUTES * 60_000);
  const waits = await parts.registry.transaction({ registry: true }, async (store) => {
    await store.delete(attempt).where(lt(attempt.since, new Date(now.getTime() - DAY_MS)));
    const found: number[] = [];
    for (const { key, limit } of keysOf(parts, act, who)) {
      const [row] = await store
        .insert(attempt)
        .values({ key, failures: 1, since: now })
        .onConflictDoUpdate({
          target: attempt.key,
          set: {
            failures: sql`case when ${attempt.since} < ${windowStart.toISOString()} then 1 else ${attempt.failures} + 1 end`,
            since: sql`case when ${attempt.since} < ${windowStart.toISOString()} then excluded.since else ${attempt.since} end`,
          },
        })
        .returning();
      if (row && row.failures > limit)
        found.push(row.since.getTime() + WINDOW_MINUTES * 60_000 - now.getTime());
    }
    return found;
  });
  return waits.length > 0 ? Math.max(1, Math.ceil(Math.max(...waits) / 60_000)) : null;
}

/** The attempt was right after all: the account starts anew, the address gets its try back. */
export async function forgiveAttempt(parts: Parts, act: string, who: Who): Promise<void> {
  if (!parts.throttled) return;
  const [address, account] = keysOf(parts, act, who);
  await parts.registry.transaction({ registry: true }, async (store) => {
    if (account) await store.delete(attempt).where(eq(attempt.key, account.key));
    await store
      .update(attempt)
      .set({ failures: sql`greatest(${attempt.failures} - 1, 0)` })
      .where(eq(attempt.key, address!.key));
  });
}

/** Marks something as used for a while. @returns false when it already was. */
export async function useOnce(parts: Parts, act: string, what: string): Promise<boolean> {
  const inserted = await parts.registry.transaction({ registry: true }, (store) =>
    store
      .insert(attempt)
      .values({ key: `${act}:${blind(parts, what)}`, failures: 0, since: parts.now() })
      .onConflictDoNothing()
      .returning(),
  );
  return inserted.length === 1;
}

function keysOf(parts: Parts, act: string, who: Who): { key: string; limit: number }[] {
  const keys = [{ key: `${act}:address:${blind(parts, who.address)}`, limit: LIMITS.address as number }];
  if (who.account)
    keys.push({
      key: `${act}:account:${blind(parts, who.account.trim().toLowerCase())}`,
      limit: LIMITS.account,
    });
  return keys;
}
