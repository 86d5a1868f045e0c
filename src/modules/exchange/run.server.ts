import { and, eq } from 'drizzle-orm';
import { flagVanished } from '#modules/publishing.server';
import { recordAudit } from '#platform/audit.server';
import { newId } from '#platform/db.server';
import type { Store } from '#platform/db.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome, RefusalDetails } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import type { ImportRows } from './importers/importer.ts';
import type { Counts, Run, Source } from './model.ts';
import { loadSource } from './queries.server.ts';
import { readDocument } from './reading.server.ts';
import { hasShrunk } from './rules.ts';
import { run, source as sourceTable } from './tables.server.ts';
import { mayBeMissing, writeRows } from './targets.server.ts';
import type { ImportTarget } from './targets.server.ts';

/** A document as it came: by HTTP, from a file, or by hand. */
export interface Delivery {
  bytes: Uint8Array;
  contentType: string | null;
  etag: string | null;
  lastModified: string | null;
}

export interface RunWish {
  /** Try everything, keep nothing. */
  dryRun?: boolean;
  /** A person has seen that the source lost more than half of its rows and wants that. */
  confirmShrink?: boolean;
}

/** Why a run took over nothing; `exchange.fault.<reason>` tells a person what to do. */
export type RunRefusal = { reason: string; details: RefusalDetails };

const KEPT_FAULTS = 200;

/**
 * Takes over one document in one transaction: all of it or, when the process dies or the run is refused, nothing.
 * Rows with faults are named and left out. A dry run does the same and takes it back.
 */
export async function takeOver(
  scope: TenantScope,
  source: Source,
  target: ImportTarget,
  delivery: Delivery,
  wish: RunWish,
): Promise<Run> {
  const startedAt = performance.now();
  const read = await readDocument({
    importer: source.importer,
    bytes: delivery.bytes,
    context: {
      mapping: source.mapping,
      sourceName: source.name,
      url: source.url,
      licence: source.licence,
      attribution: source.attribution,
      contentType: delivery.contentType,
      now: scope.now(),
    },
  });
  if (!read.ok) return recordRefusal(scope, source, read, wish, startedAt);

  let tried: Run | null = null;
  const outcome = await scope.write<Outcome<Run, string>>(async (store) => {
    const locked = await lockSource(store, scope, source.id);
    const { rows, isExcerpt = false } = read.value;
    if (!isExcerpt && hasShrunk(locked.lastRows, rows.length) && !wish.confirmShrink) {
      return refuse('shrunk', { values: { before: locked.lastRows!, now: rows.length } });
    }
    const counts = await writeDocument(store, scope, source, target, read.value);
    tried = runOf(scope, source, wish, { ...counts, tookMs: since(startedAt) });
    // A refusal rolls the transaction back: that is all a dry run has to do differently.
    if (wish.dryRun) return refuse('dry-run');
    await noteSuccess(store, scope, source, delivery, tried, isExcerpt ? locked.lastRows : rows.length);
    return done(tried);
  });
  if (outcome.ok) return outcome.value;
  if (outcome.reason !== 'dry-run') return recordRefusal(scope, source, outcome, wish, startedAt);
  return recordRun(scope, tried!);
}

async function writeDocument(
  store: Store,
  scope: TenantScope,
  source: Source,
  target: ImportTarget,
  document: ImportRows,
): Promise<Counts & Pick<Run, 'faults'>> {
  const written = await writeRows(store, scope, source, target, document.rows);
  const faults = [...document.faults, ...written.faults];
  const counts = {
    created: written.created,
    updated: written.updated,
    unchanged: written.unchanged,
    refused: faults.filter((fault) => !fault.kept).length,
    vanished: 0,
    faults: faults.slice(0, KEPT_FAULTS),
  };
  if ('write' in target || document.isExcerpt) return counts;
  const named = document.rows.map((row) => row.externalId);
  const unreadable = document.faults.flatMap((fault) => (fault.id ? [fault.id] : []));
  const excused = await mayBeMissing(store, scope, source, target, { ...document, named, unreadable });
  return { ...counts, vanished: await flagVanished(store, scope, source.id, [...named, ...excused]) };
}

async function noteSuccess(
  store: Store,
  scope: TenantScope,
  source: Source,
  delivery: Delivery,
  finished: Run,
  rows: number | null,
): Promise<void> {
  const now = scope.now();
  const broughtNews = finished.created + finished.updated > 0;
  await store
    .update(sourceTable)
    .set({
      etag: delivery.etag,
      lastModified: delivery.lastModified,
      lastRunAt: now,
      lastOkAt: now,
      ...(broughtNews ? { lastNewsAt: now } : {}),
      lastRows: rows,
      lastReason: null,
    })
    .where(and(eq(sourceTable.tenantId, scope.tenant.id), eq(sourceTable.id, source.id)));
  await store.insert(run).values({ tenantId: scope.tenant.id, ...finished });
  const { created, updated, refused, vanished } = finished;
  await recordAudit(store, scope, {
    action: 'exchange.imported',
    subject: { kind: 'source', id: source.id },
    details: { created, updated, refused, vanished },
  });
}

/** The document has not changed since the last visit: that is a good run too. */
export async function noteUnchanged(
  scope: TenantScope,
  source: Source,
  wish: RunWish,
  startedAt: number,
): Promise<Run> {
  const finished = runOf(scope, source, wish, { unchanged: source.lastRows ?? 0, tookMs: since(startedAt) });
  return scope.write(async (store) => {
    if (!wish.dryRun) {
      await store
        .update(sourceTable)
        .set({ lastRunAt: scope.now(), lastOkAt: scope.now(), lastReason: null })
        .where(and(eq(sourceTable.tenantId, scope.tenant.id), eq(sourceTable.id, source.id)));
    }
    await store.insert(run).values({ tenantId: scope.tenant.id, ...finished });
    return finished;
  });
}

export async function recordRefusal(
  scope: TenantScope,
  source: Source,
  refusal: RunRefusal,
  wish: RunWish,
  startedAt: number,
): Promise<Run> {
  const finished = runOf(scope, source, wish, {
    reason: refusal.reason,
    reasonValues: { file: source.url ?? source.file ?? source.name, ...refusal.details.values },
    tookMs: since(startedAt),
  });
  if (!wish.dryRun) {
    await scope.write((store) =>
      store
        .update(sourceTable)
        .set({ lastRunAt: scope.now(), lastReason: refusal.reason })
        .where(and(eq(sourceTable.tenantId, scope.tenant.id), eq(sourceTable.id, source.id))),
    );
  }
  return recordRun(scope, finished);
}

async function recordRun(scope: TenantScope, finished: Run): Promise<Run> {
  await scope.write((store) => store.insert(run).values({ tenantId: scope.tenant.id, ...finished }));
  return finished;
}

function runOf(scope: TenantScope, source: Source, wish: RunWish, known: Partial<Run>): Run {
  return {
    id: newId(),
    sourceId: source.id,
    at: scope.now(),
    actorName: scope.actor.name,
    isDryRun: wish.dryRun ?? false,
    reason: null,
    reasonValues: {},
    created: 0,
    updated: 0,
    unchanged: 0,
    refused: 0,
    vanished: 0,
    faults: [],
    tookMs: 0,
    ...known,
  };
}

function since(startedAt: number): number {
  return Math.round(performance.now() - startedAt);
}

/** Two runs of one source at a time would both create the same entries. */
async function lockSource(store: Store, scope: TenantScope, id: string): Promise<Source> {
  await store
    .select({ id: sourceTable.id })
    .from(sourceTable)
    .where(and(eq(sourceTable.tenantId, scope.tenant.id), eq(sourceTable.id, id)))
    .for('update');
  const locked = await loadSource(store, scope, id);
  if (!locked) throw new Error(`source ${id} was deleted while it was imported`);
  return locked;
}
