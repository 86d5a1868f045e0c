import { and, eq } from 'drizzle-orm';
import type { TenantScope } from '#platform/scope.server';
import type { CookieReader, UnsavedInput } from '../model.ts';
import type { Parts } from '../parts.server.ts';
import { findSession } from '../queries/sessions.server.ts';
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

/**
 * Keeps what somebody sent after their session had rested too long. The session opens nothing any more, but it still says
 * whose words these are; they find them again after signing in.
 */
export async function rescueInput(
  parts: Parts,
  tenant: TenantScope,
  cookies: CookieReader | Headers,
  form: string,
  input: UnsavedInput['input'],
): Promise<void> {
  const found = await findSession(parts, cookies, tenant.tenant.id);
  if (!found) return;
  const actor = { ...tenant.actor, id: found.user.id, name: found.user.name };
  await keepInput({ ...tenant, actor }, form, input);
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
