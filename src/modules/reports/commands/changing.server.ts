import { and, eq } from 'drizzle-orm';
import { raiseEdition } from '#modules/publishing.server';
import { recordAudit } from '#platform/audit.server';
import type { Store } from '#platform/db.server';
import { isId } from '#platform/db';
import { civilDate } from '#platform/formats';
import { refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { tell } from '../letters.server.ts';
import type { ReportStatus } from '../model.ts';
import { loadSettings } from '../queries/configuration.server.ts';
import { standsInFor } from '../queries/deputies.server.ts';
import { deletionOf, isClosedStatus, mayHandle } from '../rules.ts';
import { lockReport, takeStep } from '../rows.server.ts';
import type { Happened, ReportRow } from '../rows.server.ts';
import { report } from '../tables.server.ts';

export type DeskRefusal = 'forbidden' | 'unknown' | 'wrong-state' | 'invalid';

/** One change of one report by somebody who may handle it; `lock` holds what else is needed before anything is held. */
export async function change<T>(
  tenant: TenantScope,
  id: string,
  work: (store: Store, row: ReportRow) => Promise<Outcome<T, DeskRefusal>>,
  lock?: (store: Store) => Promise<unknown>,
): Promise<Outcome<T, DeskRefusal>> {
  if (!isId(id)) return refuse('unknown');
  return tenant.write(async (store) => {
    await lock?.(store);
    const row = await lockReport(store, tenant, id);
    if (!row) return refuse('unknown');
    if (!mayHandle(tenant, row, await standsInFor(store, tenant))) return refuse('forbidden');
    return work(store, row);
  });
}

/** A step everybody may read: those who follow are told, answers are made anew, the desk's trail has a line. */
export async function takePublicStep(
  store: Store,
  tenant: TenantScope,
  row: ReportRow,
  { origin, ...happened }: Happened & { origin: string },
  change: Partial<ReportRow> = {},
): Promise<ReportRow> {
  const taken = await takeStep(store, tenant, row, happened, change);
  await tell(store, tenant, { reportId: row.id, number: taken.number, origin });
  if (row.visibility === 'public' || taken.row.visibility === 'public') await raiseEdition(store, tenant);
  await audit(store, tenant, happened.kind, row.id, happened.status ? { status: happened.status } : {});
  return taken.row;
}

/** What changes with a status: the end, and with it the days data goes; those merged into it end with it. */
export async function changesOfStatus(
  store: Store,
  tenant: TenantScope,
  row: ReportRow,
  status: ReportStatus,
): Promise<Partial<ReportRow>> {
  const now = tenant.now();
  const closedAt = isClosedStatus(status) ? now : null;
  const settings = await loadSettings(store, tenant);
  const closedOn = closedAt && civilDate(now);
  const changes = {
    closedAt,
    ...deletionOf({ receivedOn: civilDate(row.receivedAt), closedOn }, settings),
  };
  await store
    .update(report)
    .set(changes)
    .where(and(eq(report.tenantId, tenant.tenant.id), eq(report.mergedInto, row.id)));
  return { status, ...changes, ...(closedAt ? { verdict: null, verdictAt: null } : {}) };
}

/** Whoever does something about a report that is nobody's has taken it. */
export function taking(tenant: TenantScope, row: ReportRow): Partial<ReportRow> {
  if (row.assignedTo !== null || tenant.actor.kind !== 'staff' || !tenant.actor.id) return {};
  return { assignedTo: tenant.actor.id, assignedName: tenant.actor.name };
}

export function audit(
  store: Store,
  tenant: TenantScope,
  what: string,
  id: string,
  details: Record<string, unknown> = {},
): Promise<void> {
  return recordAudit(store, tenant, { action: `reports.${what}`, subject: { kind: 'report', id }, details });
}
