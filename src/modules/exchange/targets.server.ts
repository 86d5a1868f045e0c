import { and, eq, isNull, notInArray } from 'drizzle-orm';
import { entry, importEntry } from '#modules/publishing.server';
import type { AnyKind } from '#modules/publishing.server';
import type { Store } from '#platform/db.server';
import type { TenantScope } from '#platform/scope.server';
import type { AreaRow, ImportRow } from './importers/importer.ts';
import type { Counts, ImportFault, Source } from './model.ts';

/** Content of a subject that a source can fill. Handed in by wiring. */
export interface ContentTarget {
  /** As sources name it, e.g. `events`. */
  name: string;
  kind: AnyKind;
}

/** Rows that are no content, such as boundaries. */
export interface AreaTarget {
  name: string;
  write(store: Store, scope: TenantScope, rows: readonly Record<string, unknown>[]): Promise<void>;
}

export type ImportTarget = ContentTarget | AreaTarget;

export type Written = Pick<Counts, 'created' | 'updated' | 'unchanged'> & { faults: ImportFault[] };

/** Takes over the rows of a document, one by one; what the subject refuses is a fault of that row alone. */
export async function writeRows(
  store: Store,
  scope: TenantScope,
  source: Source,
  target: ImportTarget,
  rows: readonly (ImportRow | AreaRow)[],
): Promise<Written> {
  const written: Written = { created: 0, updated: 0, unchanged: 0, faults: [] };
  if ('write' in target) {
    const areas = rows.flatMap((row) => ('area' in row ? [row.area] : []));
    await target.write(store, scope, areas);
    return { ...written, updated: areas.length };
  }
  for (const row of rows) {
    if (!('draft' in row)) continue;
    const { line, row: number, ...item } = row;
    const outcome = await importEntry(store, scope, target.kind, {
      ...item,
      sourceId: source.id,
      state: source.publishAs,
    });
    if (outcome.ok) written[outcome.value]++;
    else
      written.faults.push(
        ...faultsOfFields(outcome.details.fields ?? {}, { line, row: number, value: row.draft.title }),
      );
  }
  return written;
}

function faultsOfFields(
  fields: Record<string, string>,
  at: Pick<ImportFault, 'line' | 'row' | 'value'>,
): ImportFault[] {
  const found = Object.entries(fields).slice(0, 1);
  return found.map(([field, reason]) => ({
    ...at,
    field,
    reason: isKey(reason) ? reason : 'value-refused',
    kept: false,
  }));
}

/** A schema's own refusals are keys; those of its building blocks are English sentences. */
function isKey(reason: string): boolean {
  return /^[a-z]+(-[a-z]+)+$/.test(reason);
}

/**
 * Entries of a source that may be missing in a document without having vanished: older than what the document
 * lists, events that are over, and rows that are there but could not be read.
 */
export async function mayBeMissing(
  store: Store,
  scope: TenantScope,
  source: Source,
  target: ContentTarget,
  document: { named: readonly string[]; unreadable: readonly string[]; listsSince?: Date },
): Promise<string[]> {
  const missing = await store
    .select({ id: entry.id, externalId: entry.externalId, publishAt: entry.publishAt })
    .from(entry)
    .where(
      and(
        eq(entry.tenantId, scope.tenant.id),
        eq(entry.exchangeSourceId, source.id),
        isNull(entry.vanishedAt),
        document.named.length > 0 ? notInArray(entry.externalId, [...document.named]) : undefined,
      ),
    )
    .limit(20_000);
  if (missing.length === 0) return [];
  const details = await target.kind.loadDetails(
    store,
    scope.tenant.id,
    missing.map((row) => row.id),
  );
  const now = scope.now();
  return missing
    .filter(({ id, externalId, publishAt }) => {
      const { startsAt, rule } = (details.get(id) ?? {}) as { startsAt?: unknown; rule?: unknown };
      // A series has more dates than its first.
      const isOver = startsAt instanceof Date && startsAt < now && !rule;
      const isOlder =
        document.listsSince !== undefined && publishAt !== null && publishAt < document.listsSince;
      // An unreadable series stands for all its occurrences (`<uid>/<day>`).
      const isUnreadable = document.unreadable.some(
        (known) => externalId === known || externalId?.startsWith(`${known}/`),
      );
      return isOver || isOlder || isUnreadable;
    })
    .flatMap(({ externalId }) => (externalId ? [externalId] : []));
}
