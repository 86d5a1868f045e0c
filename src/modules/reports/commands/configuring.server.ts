import { and, eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { raiseEdition } from '#modules/publishing.server';
import { recordAudit } from '#platform/audit.server';
import type { Store } from '#platform/db.server';
import { isId, newId } from '#platform/db';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { bodyDraft, categoryDraft, deputyDraft, reportSettings, templateDraft } from '../drafts.ts';
import type { BodyDraft, CategoryDraft, ReportSettingsInput, TemplateDraft } from '../drafts.ts';
import { sealKey } from '../foreign-keys.server.ts';
import type { Parts } from '../parts.server.ts';
import { body, category, deputy, referral, report, setting, template } from '../tables.server.ts';
import { faultsOf } from './reporting.server.ts';

type Refusal = 'forbidden' | 'invalid' | 'unknown';
type Saved = Promise<Outcome<{ id: string }, Refusal>>;

/** Adds a category or changes one; its key, the Open311 service_code, stays as it was first given. */
export function saveCategory(tenant: TenantScope, wish: { id?: string; draft: CategoryDraft }): Saved {
  return save(tenant, categoryDraft, wish.draft, async (store, { key, ...draft }) => {
    if (draft.bodyId && !(await exists(store, tenant, body, draft.bodyId)))
      return refuse('invalid', { fields: { bodyId: 'reports.fault.body' } });
    const id = wish.id ?? newId();
    const values = {
      ...draft,
      translations: draft.translations as never,
      questions: draft.questions as never,
    };
    if (!wish.id) {
      const made = await store
        .insert(category)
        .values({ tenantId: tenant.tenant.id, id, key, ...values })
        .onConflictDoNothing()
        .returning();
      if (made.length === 0) return refuse('invalid', { fields: { key: 'reports.fault.key-taken' } });
    } else {
      const changed = await store
        .update(category)
        .set(values)
        .where(own(tenant, category, id))
        .returning();
      if (changed.length === 0) return refuse('unknown');
    }
    await raiseEdition(store, tenant);
    return keep(store, tenant, 'category', id);
  });
}

/** Adds somebody who can be responsible, or changes them. An API key that is left out stays. */
export function saveBody(
  { secret }: Pick<Parts, 'secret'>,
  tenant: TenantScope,
  wish: { id?: string; draft: BodyDraft },
): Saved {
  return save(tenant, bodyDraft, wish.draft, async (store, { key, open311ApiKey: typed, ...draft }) => {
    const id = wish.id ?? newId();
    const open311ApiKey = typed ? sealKey(tenant, secret, id, typed) : null;
    if (!wish.id) {
      const made = await store
        .insert(body)
        .values({ tenantId: tenant.tenant.id, id, key, ...draft, open311ApiKey })
        .onConflictDoNothing()
        .returning();
      if (made.length === 0) return refuse('invalid', { fields: { key: 'reports.fault.key-taken' } });
    } else {
      const changed = await store
        .update(body)
        .set({ ...draft, ...(open311ApiKey ? { open311ApiKey } : {}) })
        .where(own(tenant, body, id))
        .returning();
      if (changed.length === 0) return refuse('unknown');
    }
    return keep(store, tenant, 'body', id);
  });
}

export function saveTemplate(tenant: TenantScope, wish: { id?: string; draft: TemplateDraft }): Saved {
  return save(tenant, templateDraft, wish.draft, async (store, draft) => {
    if (draft.categoryId && !(await exists(store, tenant, category, draft.categoryId)))
      return refuse('invalid', { fields: { categoryId: 'reports.fault.category' } });
    const id = wish.id ?? newId();
    if (!wish.id) await store.insert(template).values({ tenantId: tenant.tenant.id, id, ...draft });
    else {
      const changed = await store
        .update(template)
        .set(draft)
        .where(own(tenant, template, id))
        .returning();
      if (changed.length === 0) return refuse('unknown');
    }
    return keep(store, tenant, 'template', id);
  });
}

/** Takes away what nothing refers to any more; a category or body that was ever used can only be switched off. */
export async function removeConfiguration(
  tenant: TenantScope,
  wish: { what: 'category' | 'body' | 'template'; id: string },
): Promise<Outcome<null, 'forbidden' | 'unknown' | 'in-use'>> {
  if (!tenant.may('reports.configure')) return refuse('forbidden');
  if (!isId(wish.id)) return refuse('unknown');
  return tenant.write(async (store) => {
    const table = { category, body, template }[wish.what];
    if (await isUsed(store, tenant, wish)) return refuse('in-use');
    const gone = await store
      .delete(table)
      .where(own(tenant, table, wish.id))
      .returning();
    if (gone.length === 0) return refuse('unknown');
    await recordAudit(store, tenant, {
      action: 'reports.removed',
      subject: { kind: wish.what, id: wish.id },
    });
    if (wish.what === 'category') await raiseEdition(store, tenant);
    return done(null);
  });
}

async function isUsed(
  store: Store,
  tenant: TenantScope,
  { what, id }: { what: 'category' | 'body' | 'template'; id: string },
): Promise<boolean> {
  if (what === 'template') return false;
  const found =
    what === 'category'
      ? [
          await store
            .select({ one: sql`1` })
            .from(report)
            .where(and(eq(report.tenantId, tenant.tenant.id), eq(report.categoryId, id)))
            .limit(1),
        ]
      : [
          await store
            .select({ one: sql`1` })
            .from(report)
            .where(and(eq(report.tenantId, tenant.tenant.id), eq(report.bodyId, id)))
            .limit(1),
          await store
            .select({ one: sql`1` })
            .from(referral)
            .where(and(eq(referral.tenantId, tenant.tenant.id), eq(referral.bodyId, id)))
            .limit(1),
          await store
            .select({ one: sql`1` })
            .from(category)
            .where(and(eq(category.tenantId, tenant.tenant.id), eq(category.bodyId, id)))
            .limit(1),
        ];
  return found.some((rows) => rows.length > 0);
}

export function saveReportSettings(
  tenant: TenantScope,
  settings: ReportSettingsInput,
): Promise<Outcome<null, Refusal>> {
  return save(tenant, reportSettings, settings, async (store, draft) => {
    const row = { settings: draft, updatedAt: tenant.now() };
    await store
      .insert(setting)
      .values({ tenantId: tenant.tenant.id, ...row })
      .onConflictDoUpdate({ target: setting.tenantId, set: row });
    await recordAudit(store, tenant, {
      action: 'reports.settings',
      subject: { kind: 'report-settings', id: tenant.tenant.id },
    });
    return done(null);
  });
}

/** Says who stands in for whom; everybody may say it for themselves. A second word replaces the first. */
export async function saveDeputy(
  parts: Pick<Parts, 'listColleagues'>,
  tenant: TenantScope,
  wish: { personId: string; deputyId: string; fromDay: string; untilDay: string },
): Promise<Outcome<null, Refusal>> {
  if (!tenant.may('reports.assign') && tenant.actor.id !== wish.personId) return refuse('forbidden');
  if (tenant.actor.kind === 'public') return refuse('forbidden');
  const checked = v.safeParse(deputyDraft, wish);
  if (!checked.success) return refuse('invalid', { fields: faultsOf(checked.issues) });
  const people = await parts.listColleagues(tenant);
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name;
  const [personName, deputyName] = [nameOf(wish.personId), nameOf(wish.deputyId)];
  if (!personName || !deputyName) return refuse('invalid', { fields: { deputyId: 'reports.fault.deputy' } });
  return tenant.write(async (store) => {
    const row = { ...checked.output, personName, deputyName };
    await store
      .insert(deputy)
      .values({ tenantId: tenant.tenant.id, ...row })
      .onConflictDoUpdate({ target: [deputy.tenantId, deputy.personId], set: row });
    await recordAudit(store, tenant, {
      action: 'reports.deputy',
      subject: { kind: 'person', id: wish.personId },
    });
    return done(null);
  });
}

export async function removeDeputy(tenant: TenantScope, personId: string): Promise<Outcome<null, Refusal>> {
  if (tenant.actor.kind === 'public') return refuse('forbidden');
  if (!tenant.may('reports.assign') && tenant.actor.id !== personId) return refuse('forbidden');
  return tenant.write(async (store) => {
    const gone = await store
      .delete(deputy)
      .where(and(eq(deputy.tenantId, tenant.tenant.id), eq(deputy.personId, personId)))
      .returning();
    return gone.length > 0 ? done(null) : refuse('unknown');
  });
}

/** May they, is it readable – then one transaction. */
async function save<Schema extends v.GenericSchema, Value>(
  tenant: TenantScope,
  schema: Schema,
  draft: v.InferInput<Schema>,
  work: (store: Store, draft: v.InferOutput<Schema>) => Promise<Outcome<Value, Refusal>>,
): Promise<Outcome<Value, Refusal>> {
  if (!tenant.may('reports.configure')) return refuse('forbidden');
  const checked = v.safeParse(schema, draft);
  if (!checked.success) return refuse('invalid', { fields: faultsOf(checked.issues) });
  return tenant.write((store) => work(store, checked.output));
}

async function keep(store: Store, tenant: TenantScope, kind: string, id: string) {
  await recordAudit(store, tenant, { action: `reports.${kind}-saved`, subject: { kind, id } });
  return done({ id });
}

type Table = typeof category | typeof body | typeof template;

function own(tenant: TenantScope, table: Table, id: string) {
  return and(eq(table.tenantId, tenant.tenant.id), eq(table.id, id));
}

async function exists(store: Store, tenant: TenantScope, table: Table, id: string): Promise<boolean> {
  const rows = await store
    .select({ id: table.id })
    .from(table)
    .where(own(tenant, table, id))
    .limit(1);
  return rows.length > 0;
}
