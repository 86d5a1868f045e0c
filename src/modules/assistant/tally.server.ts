import { and, asc, eq, gte, sql } from 'drizzle-orm';
import { addDays, civilDate } from '#platform/formats';
import { log } from '#platform/log.server';
import type { TenantScope } from '#platform/scope.server';
import type { DayCount, ModelBudget } from './model.ts';
import { tally } from './tables.server.ts';

/** Sums of a day, nothing else: what is asked of a town, refused to it, and used by its language model. */
export interface Tally {
  /** Counts in memory; written with the others every few seconds. */
  count(tenant: TenantScope, name: string, amount?: number): void;
  /** Takes one request from today's budget of a model; all processes share it. */
  reserveUse(tenant: TenantScope, what: PaidUse, budget: ModelBudget): Promise<boolean>;
  /** Writes what was counted so far. */
  flush(): Promise<void>;
}

/** What is paid for: words of a language model, vectors of an embedding model. */
export type PaidUse = 'model' | 'embedding';

const WRITTEN_EVERY_MS = 5_000;

interface Waiting {
  tenant: TenantScope;
  day: string;
  name: string;
  amount: number;
}

export function createTally(): Tally {
  let waiting = new Map<string, Waiting>();
  let timer: NodeJS.Timeout | null = null;

  async function flush(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    const counted = [...waiting.values()];
    waiting = new Map();
    for (const one of counted) {
      await add(one).catch((error: unknown) =>
        log.warn('assistant.tally-lost', { name: one.name, amount: one.amount, error: String(error) }),
      );
    }
  }

  return {
    flush,
    count(tenant, name, amount = 1) {
      const day = civilDate(tenant.now());
      const key = `${tenant.tenant.id} ${day} ${name}`;
      const known = waiting.get(key);
      if (known) known.amount += amount;
      else waiting.set(key, { tenant, day, name, amount });
      timer ??= setTimeout(() => void flush(), WRITTEN_EVERY_MS).unref();
    },
    reserveUse,
  };
}

function add({ tenant, day, name, amount }: Waiting): Promise<unknown> {
  return tenant.write((store) =>
    store
      .insert(tally)
      .values({ tenantId: tenant.tenant.id, day, name, amount })
      .onConflictDoUpdate({
        target: [tally.tenantId, tally.day, tally.name],
        set: { amount: sql`${tally.amount} + ${amount}` },
      }),
  );
}

async function reserveUse(tenant: TenantScope, what: PaidUse, budget: ModelBudget): Promise<boolean> {
  const day = civilDate(tenant.now());
  const tenantId = tenant.tenant.id;
  return tenant.write(async (store) => {
    const [spent] = await store
      .select({ amount: tally.amount })
      .from(tally)
      .where(and(eq(tally.tenantId, tenantId), eq(tally.day, day), eq(tally.name, `${what}-tokens`)));
    if ((spent?.amount ?? 0) >= budget.tokensPerDay) return false;
    // One statement decides, so that two processes cannot take the last request both.
    const taken = await store
      .insert(tally)
      .values({ tenantId, day, name: `${what}-requests`, amount: 1 })
      .onConflictDoUpdate({
        target: [tally.tenantId, tally.day, tally.name],
        set: { amount: sql`${tally.amount} + 1` },
        setWhere: sql`${tally.amount} < ${budget.requestsPerDay}`,
      })
      .returning({ amount: tally.amount });
    return taken.length > 0;
  });
}

const DAYS_SHOWN = 30;

/** The sums of the last weeks, for the desk. */
export async function listDayCounts(tenant: TenantScope): Promise<DayCount[]> {
  if (!tenant.may('assistant.read-gaps')) return [];
  return tenant.read((store) =>
    store
      .select({ day: tally.day, name: tally.name, amount: tally.amount })
      .from(tally)
      .where(
        and(
          eq(tally.tenantId, tenant.tenant.id),
          gte(tally.day, addDays(civilDate(tenant.now()), -DAYS_SHOWN)),
        ),
      )
      .orderBy(asc(tally.day), asc(tally.name))
      .limit(2_000),
  );
}
