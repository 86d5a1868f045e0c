import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Store } from '#platform/db.server';
import type { TenantScope } from '#platform/scope.server';
import type {
  BodyLevel,
  Category,
  Photo,
  PublicReport,
  PublicStep,
  ReportStatus,
  StepKind,
} from './model.ts';
import { category, photo, report, step } from './tables.server.ts';

export type ReportRow = typeof report.$inferSelect;
export type PhotoRow = typeof photo.$inferSelect;
type StepRow = typeof step.$inferSelect;

export function ofTenant(tenant: TenantScope, id: string) {
  return and(eq(report.tenantId, tenant.tenant.id), eq(report.id, id));
}

/** The report, held until the end of the transaction: two clerks cannot change it at once. */
export async function lockReport(store: Store, tenant: TenantScope, id: string): Promise<ReportRow | null> {
  const [row] = await store.select().from(report).where(ofTenant(tenant, id)).for('update');
  return row ?? null;
}

export interface Happened {
  kind: StepKind;
  text?: string;
  status?: ReportStatus;
  body?: { name: string; level: BodyLevel };
  isPublic?: boolean;
  actorName?: string;
}

/** Changes a locked report and writes down what happened. @returns the changed row and the number of the step. */
export async function takeStep(
  store: Store,
  tenant: TenantScope,
  row: ReportRow,
  happened: Happened,
  change: Partial<ReportRow> = {},
): Promise<{ row: ReportRow; number: number }> {
  const at = tenant.now();
  const changed = { ...change, ...(happened.isPublic === false ? {} : { updatedAt: at }) };
  if (Object.keys(changed).length > 0)
    await store.update(report).set(changed).where(ofTenant(tenant, row.id));
  const [made] = await store
    .insert(step)
    .values({
      tenantId: tenant.tenant.id,
      reportId: row.id,
      number: sql`(
        select coalesce(max(number), 0) + 1
        from reports.step
        where tenant_id = ${tenant.tenant.id} and report_id = ${row.id}
      )`,
      at,
      kind: happened.kind,
      status: happened.status ?? null,
      bodyName: happened.body?.name ?? null,
      bodyLevel: happened.body?.level ?? null,
      actorName: happened.actorName ?? tenant.actor.name,
      text: happened.text ?? '',
      isPublic: happened.isPublic ?? true,
    })
    .returning({ number: step.number });
  return { row: { ...row, ...changed }, number: made!.number };
}

export type CategoryRow = typeof category.$inferSelect;

export function toCategory({ tenantId: _, ...row }: CategoryRow): Category {
  return row;
}

/** What everybody may read of a report. The one place where a row becomes public. */
export function toPublicReport(row: ReportRow, of: CategoryRow, photos: readonly PhotoRow[]): PublicReport {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    category: { key: of.key, name: of.name, groupName: of.groupName, translations: of.translations },
    text: row.text,
    answers: row.answers,
    address: row.address,
    locality: row.locality,
    latitude: row.latitude,
    longitude: row.longitude,
    status: row.status,
    holder: { name: row.bodyName, level: row.bodyLevel, since: row.bodySince },
    receivedAt: row.receivedAt,
    updatedAt: row.updatedAt,
    closedAt: row.closedAt,
    dueOn: row.dueOn,
    followerCount: row.followerCount,
    photos: photos.filter(({ stepNumber }) => stepNumber === null).map(toPhoto),
    isExample: row.isExample,
  };
}

function toPhoto({ id, width, height }: PhotoRow): Photo {
  return { id, width, height };
}

function toPublicStep(row: StepRow, photos: readonly PhotoRow[]): PublicStep {
  const { number, at, kind, status, bodyName, bodyLevel, text } = row;
  return {
    number,
    at,
    kind,
    status,
    body: bodyName === null ? null : { name: bodyName, level: bodyLevel ?? 'other' },
    text,
    photos: photos.filter(({ stepNumber }) => stepNumber === number).map(toPhoto),
  };
}

/** Pictures of several reports in their order; without `all` the public ones only. */
export async function loadPhotos(
  store: Store,
  tenant: TenantScope,
  reportIds: readonly string[],
  wish: { all?: boolean } = {},
): Promise<Map<string, PhotoRow[]>> {
  if (reportIds.length === 0) return new Map();
  const rows = await store
    .select()
    .from(photo)
    .where(
      and(
        eq(photo.tenantId, tenant.tenant.id),
        inArray(photo.reportId, [...reportIds]),
        wish.all ? undefined : eq(photo.visibility, 'public'),
      ),
    )
    .orderBy(asc(photo.position), asc(photo.id))
    .limit(2000);
  return Map.groupBy(rows, (row) => row.reportId);
}

/** The history everybody reads. */
export async function loadPublicSteps(
  store: Store,
  tenant: TenantScope,
  reportId: string,
  photos: readonly PhotoRow[],
  wish: { all?: boolean } = {},
): Promise<PublicStep[]> {
  const rows = await loadSteps(store, tenant, reportId);
  return rows.filter(({ isPublic }) => isPublic || wish.all).map((row) => toPublicStep(row, photos));
}

export function loadSteps(store: Store, tenant: TenantScope, reportId: string): Promise<StepRow[]> {
  return store
    .select()
    .from(step)
    .where(and(eq(step.tenantId, tenant.tenant.id), eq(step.reportId, reportId)))
    .orderBy(asc(step.number))
    .limit(500);
}

/** Reports with their category, for selects: `store.select(withCategory).from(report).innerJoin(...categoryOf)`. */
export const withCategory = { row: report, of: category };
export const categoryOf = and(eq(category.tenantId, report.tenantId), eq(category.id, report.categoryId));

/** Reports everybody may see; what went into another is not listed by itself. */
export function publicRows(tenant: TenantScope) {
  return and(
    eq(report.tenantId, tenant.tenant.id),
    eq(report.visibility, 'public'),
    isNull(report.mergedInto),
  );
}
