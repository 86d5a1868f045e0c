import { sql } from 'drizzle-orm';
import { newId } from '#platform/db.server';
import type { Store } from '#platform/db.server';
import type { TenantScope } from '#platform/scope.server';

/** The channel a commit with announcements rings; only a hint, the relay also looks by itself. */
export const BELL = 'ortskern_announced';

/**
 * Tells the other rooms that something happened, in the transaction in which it happens: when that is rolled back,
 * nothing was announced; when it is committed, every job of the topic runs at least once.
 */
export async function announce(
  store: Store,
  scope: TenantScope,
  topic: string,
  payload: Record<string, unknown>,
): Promise<void> {
  await store.execute(sql`
    with announced as (
      insert into jobs.announcement (tenant_id, id, topic, payload, announced_at)
      values (${scope.tenant.id}, ${newId()}, ${topic}, ${JSON.stringify(payload)}::jsonb, ${scope.now().toISOString()})
    )
    select pg_notify(${BELL}, '')`);
}
