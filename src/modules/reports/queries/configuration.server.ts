import { and, asc, eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { Store } from '#platform/db.server';
import type { TenantScope } from '#platform/scope.server';
import { reportSettings } from '../drafts.ts';
import type { ReportSettings } from '../drafts.ts';
import type { Body, Category, Template } from '../model.ts';
import { toCategory } from '../rows.server.ts';
import { body, category, setting, template } from '../tables.server.ts';

/** The categories a resident can choose from, in the town's order; the desk also sees those switched off. */
export function listCategories(tenant: TenantScope, wish: { all?: boolean } = {}): Promise<Category[]> {
  return tenant.read(async (store) => {
    const rows = await store
      .select()
      .from(category)
      .where(
        and(
          eq(category.tenantId, tenant.tenant.id),
          wish.all && tenant.actor.kind !== 'public' ? undefined : eq(category.isActive, true),
        ),
      )
      .orderBy(asc(category.position), asc(category.name))
      .limit(200);
    return rows.map(toCategory);
  });
}

/** One active category by its key, the Open311 service_code. */
export async function findCategory(tenant: TenantScope, key: string): Promise<Category | null> {
  return tenant.read(async (store) => {
    const [row] = await store
      .select()
      .from(category)
      .where(and(eq(category.tenantId, tenant.tenant.id), eq(category.key, key), eq(category.isActive, true)))
      .limit(1);
    return row ? toCategory(row) : null;
  });
}

/** Who reports can lie with. Mail addresses and endpoints are for the desk and the system. */
export function listBodies(tenant: TenantScope): Promise<Body[]> {
  const isPublic = tenant.actor.kind === 'public';
  return tenant.read(async (store) => {
    const rows = await loadBodies(store, tenant);
    return rows
      .filter(({ isActive }) => isActive || !isPublic)
      .map((one) =>
        isPublic ? { ...one, email: null, open311Url: null, open311Jurisdiction: null, note: '' } : one,
      );
  });
}

export async function loadBodies(store: Store, tenant: TenantScope): Promise<Body[]> {
  const rows = await store
    .select()
    .from(body)
    .where(eq(body.tenantId, tenant.tenant.id))
    .orderBy(asc(body.position), asc(body.name))
    .limit(200);
  return rows.map(({ tenantId: _, open311ApiKey: _key, ...row }) => row);
}

/** Answers the desk can start from. */
export async function listTemplates(tenant: TenantScope): Promise<Template[]> {
  if (tenant.actor.kind === 'public') return [];
  return tenant.read(async (store) => {
    const rows = await store
      .select()
      .from(template)
      .where(eq(template.tenantId, tenant.tenant.id))
      .orderBy(asc(template.name))
      .limit(200);
    return rows.map(({ tenantId: _, ...row }) => row);
  });
}

/** What the town decided about its reports. The reply address is for the desk. */
export async function readReportSettings(tenant: TenantScope): Promise<ReportSettings> {
  const settings = await tenant.read((store) => loadSettings(store, tenant));
  return tenant.actor.kind === 'public' ? { ...settings, replyAddress: '' } : settings;
}

export async function loadSettings(store: Store, tenant: TenantScope): Promise<ReportSettings> {
  const [row] = await store.select().from(setting).where(eq(setting.tenantId, tenant.tenant.id)).limit(1);
  // Settings written by an older Ortskern lack what came later; the defaults fill in.
  return v.parse(reportSettings, row?.settings ?? {});
}
