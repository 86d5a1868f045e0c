import { and, eq, inArray } from 'drizzle-orm';
import * as v from 'valibot';
import { raiseEdition } from '#modules/publishing.server';
import { recordAudit } from '#platform/audit.server';
import { newId } from '#platform/db.server';
import type { Store } from '#platform/db.server';
import { civilDate, isCivilDate } from '#platform/formats';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { areaPlan } from './model.ts';
import type { AreaPlan, AreaPlanInput, Rhythm, Stream } from './model.ts';
import { address, area, change, collection } from './tables.server.ts';

export interface PlanSource {
  name: string;
  url?: string | null;
  licence?: string | null;
  isExample?: boolean;
}

export interface TakenOver {
  areas: number;
  collections: number;
}

/**
 * Takes over plans of areas: an area with the same key is replaced as a whole, the others stay. All or nothing.
 * Late changes the new plan knows by now are dropped.
 */
export async function takeOverPlans(
  scope: TenantScope,
  plans: readonly AreaPlanInput[],
  source: PlanSource,
): Promise<Outcome<TakenOver, 'forbidden' | 'invalid'>> {
  if (!scope.may('waste.edit')) return refuse('forbidden');
  const checked = v.safeParse(v.pipe(v.array(areaPlan), v.minLength(1, 'plan-empty')), plans);
  if (!checked.success) {
    const [issue] = checked.issues;
    return refuse('invalid', {
      fields: { [(issue.path ?? []).map((part) => String(part.key)).join('.')]: issue.message },
    });
  }
  return scope.write(async (store) => {
    let collections = 0;
    for (const plan of checked.output) collections += await replaceArea(store, scope, plan, source);
    await recordAudit(store, scope, {
      action: 'waste.plans-taken-over',
      subject: { kind: 'waste', id: source.name },
      details: { areas: checked.output.length, collections },
    });
    await raiseEdition(store, scope);
    return done({ areas: checked.output.length, collections });
  });
}

async function replaceArea(
  store: Store,
  scope: TenantScope,
  plan: AreaPlan,
  source: PlanSource,
): Promise<number> {
  const tenantId = scope.tenant.id;
  const areaId = await writeArea(store, scope, plan, source);
  await store.delete(address).where(and(eq(address.tenantId, tenantId), eq(address.areaId, areaId)));
  await store.delete(collection).where(and(eq(collection.tenantId, tenantId), eq(collection.areaId, areaId)));
  const addresses = distinct(plan.addresses, (one) => `${one.locality}|${one.street}|${one.numbers}`);
  if (addresses.length > 0)
    await store.insert(address).values(addresses.map((one) => ({ tenantId, areaId, ...one })));
  const dates = distinct(plan.collections, (one) => `${one.stream}|${one.rhythm}|${one.date}`);
  await store.insert(collection).values(dates.map((one) => ({ tenantId, areaId, ...one })));
  await dropSettledChanges(store, tenantId, areaId, dates);
  return dates.length;
}

async function writeArea(
  store: Store,
  scope: TenantScope,
  plan: AreaPlan,
  source: PlanSource,
): Promise<string> {
  const days = plan.collections.map((one) => one.date).sort();
  const row = {
    name: plan.name,
    isExample: source.isExample ?? false,
    sourceName: source.name,
    sourceUrl: source.url ?? null,
    licence: source.licence ?? null,
    coveredFrom: days[0]!,
    coveredUntil: days.at(-1)!,
    updatedAt: scope.now(),
  };
  const [written] = await store
    .insert(area)
    .values({ tenantId: scope.tenant.id, id: newId(), key: plan.key, ...row })
    .onConflictDoUpdate({ target: [area.tenantId, area.key], set: row })
    .returning({ id: area.id });
  return written!.id;
}

/** A change whose old day the plan no longer has is settled. */
async function dropSettledChanges(
  store: Store,
  tenantId: string,
  areaId: string,
  dates: readonly { stream: Stream; rhythm: Rhythm; date: string }[],
): Promise<void> {
  const planned = new Set(dates.map((one) => `${one.stream} ${one.rhythm} ${one.date}`));
  const changes = await store
    .select()
    .from(change)
    .where(and(eq(change.tenantId, tenantId), eq(change.areaId, areaId)));
  const settled = changes
    .filter((one) => !planned.has(`${one.stream} ${one.rhythm} ${one.date}`))
    .map((one) => one.date);
  if (settled.length === 0) return;
  await store
    .delete(change)
    .where(and(eq(change.tenantId, tenantId), eq(change.areaId, areaId), inArray(change.date, settled)));
}

export interface ChangeWish {
  areaKey: string;
  stream: Stream;
  rhythm?: Rhythm;
  /** The planned day. */
  date: string;
  /** Null = the collection does not take place. */
  movedTo: string | null;
  reason: string;
}

/** Moves or cancels one collection at short notice. */
export async function changeCollection(
  scope: TenantScope,
  wish: ChangeWish,
): Promise<Outcome<null, 'forbidden' | 'unknown' | 'invalid'>> {
  if (!scope.may('waste.edit')) return refuse('forbidden');
  if (!wish.reason.trim()) return refuse('invalid', { fields: { reason: 'reason-missing' } });
  if (wish.movedTo !== null && (!isCivilDate(wish.movedTo) || wish.movedTo < civilDate(scope.now())))
    return refuse('invalid', { fields: { movedTo: 'date-not-understood' } });

  return scope.write(async (store) => {
    const planned = await findPlanned(store, scope, wish);
    if (!planned) return refuse('unknown');
    const row = { movedTo: wish.movedTo, reason: wish.reason.trim(), changedAt: scope.now() };
    await store
      .insert(change)
      .values({ ...planned, ...row })
      .onConflictDoUpdate({
        target: [change.tenantId, change.areaId, change.stream, change.rhythm, change.date],
        set: row,
      });
    await recordAudit(store, scope, {
      action: 'waste.changed',
      subject: { kind: 'waste', id: wish.areaKey },
      details: { stream: wish.stream, date: wish.date, movedTo: wish.movedTo },
    });
    await raiseEdition(store, scope);
    return done(null);
  });
}

async function findPlanned(
  store: Store,
  scope: TenantScope,
  wish: ChangeWish,
): Promise<typeof collection.$inferSelect | null> {
  const [row] = await store
    .select({ collection })
    .from(collection)
    .innerJoin(area, and(eq(area.tenantId, collection.tenantId), eq(area.id, collection.areaId)))
    .where(
      and(
        eq(collection.tenantId, scope.tenant.id),
        eq(area.key, wish.areaKey),
        eq(collection.stream, wish.stream),
        eq(collection.rhythm, wish.rhythm ?? 'standard'),
        eq(collection.date, wish.date),
      ),
    );
  return row?.collection ?? null;
}

function distinct<Item>(items: readonly Item[], key: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}
