import {
  and,
  asc,
  desc,
  eq,
  ilike,
  inArray,
  isNotNull,
  isNull,
  lt,
  ne,
  notInArray,
  or,
  sql,
} from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { isId } from '#platform/db';
import type { Store } from '#platform/db.server';
import { civilDate } from '#platform/formats';
import type { TenantScope } from '#platform/scope.server';
import { DESK_LISTS } from '../model.ts';
import type { DeskFilter, DeskLine, DeskList, DeskReport, Referral, ReportStatus } from '../model.ts';
import { mayHandle } from '../rules.ts';
import {
  categoryOf,
  loadPhotos,
  loadPublicSteps,
  loadSteps,
  toPublicReport,
  withCategory,
} from '../rows.server.ts';
import type { ReportRow } from '../rows.server.ts';
import { category, referral, report } from '../tables.server.ts';
import { standsInFor } from './deputies.server.ts';

const CLOSED: ReportStatus[] = ['done', 'not-possible'];
export const DESK_PAGE = 50;

/** The desk's lists: what is due first stands first; what is done, newest first. */
export function listDeskReports(
  tenant: TenantScope,
  filter: DeskFilter,
): Promise<{ lines: DeskLine[]; hasMore: boolean }> {
  return tenant.read(async (store) => {
    const mine = await mineAndWhomIStandInFor(store, tenant);
    const isDone = filter.list === 'done' || filter.list === 'hidden';
    const rows = await store
      .select({
        ...withCategory,
        photoCount: sql<number>`(
          select count(*)::int from reports.photo
          where photo.tenant_id = report.tenant_id and photo.report_id = report.id
        )`,
        hasNews: hasNews(),
      })
      .from(report)
      .innerJoin(category, categoryOf)
      .where(and(inList(tenant, mine, filter.list), ...conditionsOf(filter)))
      .orderBy(isDone ? desc(report.updatedAt) : asc(report.dueOn), asc(report.id))
      .offset(filter.cursor ?? 0)
      .limit(DESK_PAGE + 1);
    const lines = rows
      .slice(0, DESK_PAGE)
      .map(({ row, of, photoCount, hasNews: news }) => toLine(row, of.name, photoCount, news));
    return { lines, hasMore: rows.length > DESK_PAGE };
  });
}

function toLine(row: ReportRow, categoryName: string, photoCount: number, news: boolean): DeskLine {
  const { id, number, kind, text, address, locality, status, visibility, mergedInto } = row;
  return {
    ...{ id, number, kind, text, address, locality, status, visibility, mergedInto, categoryName },
    ...{ photoCount, hasNews: news },
    holderName: row.bodyName,
    holderLevel: row.bodyLevel,
    assignedName: row.assignedName,
    receivedAt: row.receivedAt,
    dueOn: row.dueOn,
    followerCount: row.followerCount,
    isExample: row.isExample,
  };
}

function conditionsOf({ category: key, q, level }: DeskFilter): (SQL | undefined)[] {
  const words = (q ?? '').trim().split(/\s+/).filter(Boolean).slice(0, 6);
  return [
    key ? eq(category.key, key) : undefined,
    level ? eq(report.bodyLevel, level) : undefined,
    ...words.map((word) => {
      const typed = `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
      return or(
        ilike(report.text, typed),
        ilike(report.address, typed),
        ilike(report.locality, typed),
        ilike(category.name, typed),
        /^\d{1,9}$/.test(word) ? eq(report.number, Number(word)) : undefined,
      );
    }),
  ];
}

/** How long each list is, for their names and for the tasks of today. */
export function countDeskReports(tenant: TenantScope): Promise<Record<DeskList, number>> {
  return tenant.read(async (store) => {
    const mine = await mineAndWhomIStandInFor(store, tenant);
    const columns = Object.fromEntries(
      DESK_LISTS.map((list) => [
        list,
        sql<number>`(count(*) filter (where ${inList(tenant, mine, list)}))::int`,
      ]),
    ) as Record<DeskList, SQL<number>>;
    const [found] = await store.select(columns).from(report).where(eq(report.tenantId, tenant.tenant.id));
    return found!;
  });
}

/** The newest step is from outside: the reporter added something, opened it again, or a body answered. */
function hasNews(): SQL<boolean> {
  return sql<boolean>`coalesce((
    select step.kind in ('update', 'reopened', 'returned')
      or (step.kind = 'status' and step.actor_name = report.body_name and report.body_level <> 'town')
    from reports.step
    where step.tenant_id = report.tenant_id and step.report_id = report.id
    order by step.number desc
    limit 1
  ), false)`;
}

async function mineAndWhomIStandInFor(store: Store, tenant: TenantScope): Promise<string[]> {
  const { id } = tenant.actor;
  return id ? [id, ...(await standsInFor(store, tenant))] : [];
}

function inList(tenant: TenantScope, mine: readonly string[], list: DeskList): SQL | undefined {
  const seesAll = tenant.may('reports.handle') || tenant.may('reports.assign');
  const isMine = mine.length > 0 ? inArray(report.assignedTo, [...mine]) : sql`false`;
  const isOpen = and(
    notInArray(report.status, CLOSED),
    ne(report.visibility, 'hidden'),
    isNull(report.mergedInto),
  );
  const lists: Record<DeskList, SQL | undefined> = {
    new: and(isOpen, or(eq(report.visibility, 'waiting'), eq(report.status, 'received'))),
    mine: and(isOpen, isMine),
    overdue: and(isOpen, lt(report.dueOn, civilDate(tenant.now()))),
    open: isOpen,
    elsewhere: and(isOpen, ne(report.bodyLevel, 'town')),
    waiting: and(isOpen, or(eq(report.status, 'planned'), hasNews())),
    done: and(
      ne(report.visibility, 'hidden'),
      or(inArray(report.status, CLOSED), isNotNull(report.mergedInto)),
    ),
    hidden: eq(report.visibility, 'hidden'),
  };
  return and(eq(report.tenantId, tenant.tenant.id), lists[list], seesAll ? undefined : isMine);
}

/** Everything of one report, for those who may handle or assign it. */
export async function findDeskReport(tenant: TenantScope, id: string): Promise<DeskReport | null> {
  if (!isId(id)) return null;
  return tenant.read(async (store) => {
    const [found] = await store
      .select(withCategory)
      .from(report)
      .innerJoin(category, categoryOf)
      .where(and(eq(report.tenantId, tenant.tenant.id), eq(report.id, id)))
      .limit(1);
    if (!found) return null;
    const { row, of } = found;
    const maySee = mayHandle(tenant, row, await standsInFor(store, tenant)) || tenant.may('reports.assign');
    if (!maySee) return null;
    const photos = (await loadPhotos(store, tenant, [id], { all: true })).get(id) ?? [];
    const steps = await loadSteps(store, tenant, id);
    const shown = await loadPublicSteps(store, tenant, id, photos, { all: true });
    return {
      ...toPublicReport(row, of, photos),
      ...inside(row),
      categoryId: of.id,
      mergedInto: row.mergedInto
        ? await numbered(store, tenant, eq(report.id, row.mergedInto)).then(([one]) => one ?? null)
        : null,
      mergedFrom: await numbered(store, tenant, eq(report.mergedInto, id)),
      allSteps: steps.map(({ actorName, isPublic }, at) => ({ ...shown[at]!, actorName, isPublic })),
      allPhotos: photos.map(({ id: photoId, width, height, visibility, stepNumber, originalUntil }) => ({
        ...{ id: photoId, width, height, visibility, stepNumber, originalUntil },
      })),
      referrals: await loadReferrals(store, tenant, id),
    };
  });
}

function inside(row: ReportRow) {
  const { visibility, assignedTo, assignedName, originalText, originalUntil, source, sourceName } = row;
  const { verdict, reopenedCount, contactErasedAt, contactUntil, photosUntil, deleteOn } = row;
  return {
    ...{ visibility, assignedTo, assignedName, originalText, originalUntil, source, sourceName },
    ...{ verdict, reopenedCount, contactErasedAt },
    contact: { name: row.contactName, email: row.contactEmail, phone: row.contactPhone },
    mail: { isWanted: row.wantsMail, isConfirmed: row.emailConfirmedAt !== null },
    deletion: { contactUntil, photosUntil, deleteOn },
  };
}

function numbered(store: Store, tenant: TenantScope, which: SQL) {
  return store
    .select({ id: report.id, number: report.number })
    .from(report)
    .where(and(eq(report.tenantId, tenant.tenant.id), which))
    .orderBy(asc(report.number))
    .limit(100);
}

async function loadReferrals(store: Store, tenant: TenantScope, reportId: string): Promise<Referral[]> {
  const rows = await store
    .select()
    .from(referral)
    .where(and(eq(referral.tenantId, tenant.tenant.id), eq(referral.reportId, reportId)))
    .orderBy(asc(referral.referredAt))
    .limit(100);
  return rows.map(({ tenantId: _, tokenHash: _hash, reportId: _report, ...row }) => row);
}

/** Open reports near one at the desk, of its category: what it could be merged into. */
export function listMergeCandidates(
  tenant: TenantScope,
  of: Pick<DeskReport, 'id' | 'categoryId' | 'latitude' | 'longitude' | 'address'>,
): Promise<{ id: string; number: number; text: string; address: string }[]> {
  if (!tenant.may('reports.handle')) return Promise.resolve([]);
  const { latitude, longitude } = of;
  const nearness =
    latitude === null || longitude === null
      ? sql`(case when ${report.address} = ${of.address} then 0 else 1 end)`
      : sql`(coalesce(power(${report.latitude} - ${latitude}, 2) + power((${report.longitude} - ${longitude}) * 0.6, 2), 1))`;
  return tenant.read((store) =>
    store
      .select({ id: report.id, number: report.number, text: report.text, address: report.address })
      .from(report)
      .where(
        and(
          eq(report.tenantId, tenant.tenant.id),
          ne(report.id, of.id),
          eq(report.categoryId, of.categoryId),
          notInArray(report.status, CLOSED),
          isNull(report.mergedInto),
          ne(report.visibility, 'hidden'),
        ),
      )
      .orderBy(nearness, desc(report.receivedAt))
      .limit(8),
  );
}
