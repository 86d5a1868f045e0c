import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { recordAudit } from '#platform/audit.server';
import { newId } from '#platform/db.server';
import type { Database } from '#platform/db.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome, RefusalDetails } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { townDraft, townSettings } from './model.ts';
import type { Town, TownDraft, TownSettingsInput } from './model.ts';
import { loadTown } from './queries.server.ts';
import { domain, tenant } from './tables.server.ts';

export type TownRefusal = 'forbidden' | 'invalid' | 'slug-taken' | 'host-taken';

/** Opens a new town. For the command line and the first seed; no signed-in person may do it. */
export async function createTenant(
  database: Database,
  draft: TownDraft,
  now: Date = new Date(),
): Promise<Outcome<Town, TownRefusal>> {
  const checked = v.safeParse(townDraft, draft);
  if (!checked.success) return refuse('invalid', faults(checked.issues));
  const town = checked.output;
  const tenantId = newId();

  try {
    return done(
      await database.transaction({ registry: true }, async (store) => {
        if (town.isDefault)
          await store.update(tenant).set({ isDefault: false }).where(eq(tenant.isDefault, true));
        await store.insert(tenant).values({
          tenantId,
          slug: town.slug,
          name: town.name,
          ags: town.ags,
          state: town.state,
          isDefault: town.isDefault,
          settings: town.settings,
          createdAt: now,
          updatedAt: now,
        });
        if (town.domains.length > 0)
          await store.insert(domain).values(town.domains.map((host) => ({ tenantId, host })));
        return loadTown(store, tenantId);
      }),
    );
  } catch (error) {
    return asRefusal(error);
  }
}

export interface TownChange {
  name?: string;
  settings: TownSettingsInput;
  domains?: string[];
}

/** Saves what a town decides about its app. */
export async function saveTown(scope: TenantScope, change: TownChange): Promise<Outcome<Town, TownRefusal>> {
  if (!scope.may('tenancy.manage')) return refuse('forbidden');
  const settings = v.safeParse(townSettings, change.settings);
  if (!settings.success) return refuse('invalid', faults(settings.issues));
  const names = v.safeParse(v.partial(v.pick(townDraft, ['name', 'domains'])), {
    name: change.name,
    domains: change.domains,
  });
  if (!names.success) return refuse('invalid', faults(names.issues));
  const { name, domains } = names.output;

  try {
    return await scope.write(async (store) => {
      await store
        .update(tenant)
        .set({ settings: settings.output, updatedAt: scope.now(), ...(change.name ? { name: name! } : {}) })
        .where(eq(tenant.tenantId, scope.tenant.id));
      if (change.domains) {
        await store.delete(domain).where(eq(domain.tenantId, scope.tenant.id));
        if (domains && domains.length > 0)
          await store.insert(domain).values(domains.map((host) => ({ tenantId: scope.tenant.id, host })));
      }
      await recordAudit(store, scope, {
        action: 'tenancy.saved',
        subject: { kind: 'tenant', id: scope.tenant.id },
      });
      return done(await loadTown(store, scope.tenant.id));
    });
  } catch (error) {
    return asRefusal(error);
  }
}

function faults(issues: readonly v.BaseIssue<unknown>[]): RefusalDetails {
  const fields: Record<string, string> = {};
  for (const issue of issues)
    fields[(issue.path ?? []).map((part) => String(part.key)).join('.') || 'form'] ??= issue.message;
  return { fields };
}

/** A unique value that another town holds is a refusal, everything else a bug. */
function asRefusal(error: unknown): Outcome<never, TownRefusal> {
  const cause =
    (error as { cause?: { code?: string; constraint?: string } }).cause ??
    (error as { code?: string; constraint?: string });
  if (cause?.code !== '23505') throw error;
  return cause.constraint === 'domain_host' || cause.constraint === 'domain_pkey'
    ? refuse('host-taken', { fields: { domains: 'host-taken' } })
    : refuse('slug-taken', { fields: { slug: 'slug-taken' } });
}
