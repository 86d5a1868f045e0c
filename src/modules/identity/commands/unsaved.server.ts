import { and, eq } from 'drizzle-orm';
import type { TenantScope } from '#platform/scope.server';
import type { UnsavedInput } from '../model.ts';
import { unsaved } from '../tables.server.ts';

const MAX_CHARACTERS = 300_000;

/** Keeps what someone typed into a form of this town, until it is saved or thrown away. */
export async function keepInput(
  tenant: TenantScope,
  form: string,
  input: UnsavedInput['input'],
): Promise<Date | null> {
  const userId = tenant.actor.id;
  if (!userId || JSON.stringify(input).length > MAX_CHARACTERS) return null;
  const savedAt = tenant.now();
  await tenant.write((store) =>
    store
      .insert(unsaved)
      .values({ tenantId: tenant.tenant.id, userId, form, input, savedAt })
      .onConflictDoUpdate({
        target: [unsaved.tenantId, unsaved.userId, unsaved.form],
        set: { input, savedAt },
      }),
  );
  return savedAt;
}

export async function findInput(tenant: TenantScope, form: string): Promise<UnsavedInput | null> {
  const userId = tenant.actor.id;
  if (!userId) return null;
  const [found] = await tenant.read((store) =>
    store
      .select({ input: unsaved.input, savedAt: unsaved.savedAt })
      .from(unsaved)
      .where(own(tenant, userId, form))
      .limit(1),
  );
  return found ?? null;
}

export async function forgetInput(tenant: TenantScope, form: string): Promise<void> {
  const userId = tenant.actor.id;
  if (userId) await tenant.write((store) => store.delete(unsaved).where(own(tenant, userId, form)));
}

function own(tenant: TenantScope, userId: string, form: string) {
  return and(eq(unsaved.tenantId, tenant.tenant.id), eq(unsaved.userId, userId), eq(unsaved.form, form));
}
