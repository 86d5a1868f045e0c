import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { saveEntry } from './commands.server.ts';
import type { Saved, SaveRefusal } from './commands.server.ts';
import type { ContentKind } from './kind.server.ts';
import { entryDraft } from './model.ts';
import type { EntryDraft } from './model.ts';
import { listRevisions, revivedDates } from './revisions.server.ts';

/** Writes an earlier text again, as a new version. */
export async function restoreRevision<Details>(
  scope: TenantScope,
  kind: ContentKind<Details>,
  id: string,
  number: number,
): Promise<Outcome<Saved<Details>, SaveRefusal>> {
  const found = (await listRevisions(scope, id)).find((earlier) => earlier.number === number);
  if (!found) return refuse('unknown');
  const { details, ...written } = found.snapshot as Record<string, unknown> & { details: unknown };
  const saved = await saveEntry(scope, kind, {
    id,
    draft: revivedDraft(written),
    details: revivedDates(details),
  });
  return saved.ok ? done(saved.value) : saved;
}

/** JSON keeps instants as texts; only the fields of a draft are taken over. */
function revivedDraft(snapshot: Record<string, unknown>): EntryDraft {
  const revived = revivedDates(snapshot) as Record<string, unknown>;
  return Object.fromEntries(
    Object.keys(entryDraft.entries).map((key) => [key, revived[key]]),
  ) as unknown as EntryDraft;
}
