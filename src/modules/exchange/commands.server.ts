import { and, eq, ne } from 'drizzle-orm';
import * as v from 'valibot';
import { recordAudit } from '#platform/audit.server';
import { newId } from '#platform/db.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { importers } from './importers/all.server.ts';
import { sourceDraft } from './model.ts';
import type { Source, SourceDraft } from './model.ts';
import { loadSource } from './queries.server.ts';
import { source } from './tables.server.ts';

export type SaveSourceRefusal = 'forbidden' | 'unknown' | 'invalid';

/**
 * Saves where content comes from. `targets` are those the app has. A shipped `file` can only be named by the
 * system: people hand in documents or addresses.
 */
export async function saveSource(
  scope: TenantScope,
  targets: readonly string[],
  input: { id?: string; draft: SourceDraft },
): Promise<Outcome<Source, SaveSourceRefusal>> {
  if (!scope.may('exchange.manage')) return refuse('forbidden');
  const checked = v.safeParse(sourceDraft, input.draft);
  if (!checked.success) return refuse('invalid', { fields: faultsOf(checked.issues) });
  const draft = checked.output;
  const fits = importers[draft.importer].targets.includes(draft.target) && targets.includes(draft.target);
  if (!fits) return refuse('invalid', { fields: { target: 'target-unfit' } });

  return scope.write(async (store) => {
    const known = input.id ? await loadSource(store, scope, input.id) : null;
    if (input.id && !known) return refuse('unknown');
    if (draft.file && draft.file !== known?.file && scope.actor.kind !== 'system') return refuse('forbidden');
    const id = known?.id ?? newId();
    const [sameName] = await store
      .select({ id: source.id })
      .from(source)
      .where(and(eq(source.tenantId, scope.tenant.id), eq(source.name, draft.name), ne(source.id, id)));
    if (sameName) return refuse('invalid', { fields: { name: 'name-taken' } });

    const now = scope.now();
    // Another address or another way of reading makes what was remembered of the last answer worthless.
    const isSameDocument = known?.url === draft.url && known?.importer === draft.importer;
    const remembered = isSameDocument ? {} : { etag: null, lastModified: null, lastRows: null };
    if (known) {
      await store
        .update(source)
        .set({ ...draft, ...remembered, updatedAt: now })
        .where(and(eq(source.tenantId, scope.tenant.id), eq(source.id, id)));
    } else {
      await store
        .insert(source)
        .values({ tenantId: scope.tenant.id, id, ...draft, createdAt: now, updatedAt: now });
    }
    await recordAudit(store, scope, { action: 'exchange.source-saved', subject: { kind: 'source', id } });
    return done((await loadSource(store, scope, id))!);
  });
}

function faultsOf(issues: readonly v.BaseIssue<unknown>[]): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of issues) fields[String(issue.path?.[0]?.key ?? 'form')] ??= issue.message;
  return fields;
}
