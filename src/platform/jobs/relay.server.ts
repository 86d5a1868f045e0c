import type { PgBoss } from 'pg-boss';
import type { Database } from '#platform/db.server';
import type { Job } from './define.server.ts';

/** What travels through a queue. */
export interface Delivery {
  tenantId: string;
  payload: unknown;
}

interface Announcement {
  tenant_id: string;
  id: string;
  topic: string;
  payload: unknown;
}

const AT_ONCE = 200;

/**
 * Moves announcements into the queues of the jobs that follow their topic. One transaction takes them from the one
 * and puts them into the other, so that none is lost or doubled whenever the process ends. Several relays share the
 * work by skipping what another one holds.
 * @returns how many were moved.
 */
export async function relayAnnouncements(
  database: Database,
  boss: PgBoss,
  jobs: readonly Job[],
): Promise<number> {
  return database.asOwner(async (client) => {
    // Also an owner is bound by row-level security, unless it is a superuser: it works in the registry.
    await client.query(`begin; set local app.registry = 'on'`);
    try {
      const { rows } = await client.query<Announcement>(
        `delete from jobs.announcement
         where (tenant_id, id) in (
           select tenant_id, id from jobs.announcement order by announced_at, id limit ${AT_ONCE} for update skip locked
         )
         returning tenant_id, id, topic, payload`,
      );
      const within = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) };
      for (const job of jobs) {
        const deliveries = rows
          .filter((row) => row.topic === job.topic)
          .map((row) => ({
            id: row.id,
            data: { tenantId: row.tenant_id, payload: row.payload } satisfies Delivery,
          }));
        if (deliveries.length > 0) await boss.insert(job.name, deliveries, { db: within });
      }
      await client.query('commit');
      return rows.length;
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
  });
}
