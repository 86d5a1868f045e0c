import { and, asc, eq } from 'drizzle-orm';
import { readTown } from '#modules/tenancy.server';
import { recordAudit } from '#platform/audit.server';
import type { Store } from '#platform/db.server';
import type { TenantScope } from '#platform/scope.server';
import type { ContentKind } from './kind.server.ts';
import type { CheckedDraft, Content, Proposal } from './model.ts';
import { revivedDates } from './revisions.server.ts';
import type { entry } from './tables.server.ts';
import { proposal } from './tables.server.ts';

type EntryRow = typeof entry.$inferSelect;

/** Whether this person's changes of what is public wait for another. Jobs, importers and trusted links act for no person. */
export async function needsSecondPerson(scope: TenantScope): Promise<boolean> {
  return scope.actor.id !== null && (await readTown(scope)).settings.approvalByOther;
}

/** Keeps a change for a second person; a later one of the same part takes its place. */
export async function propose<D>(
  store: Store,
  scope: TenantScope,
  kind: ContentKind<D>,
  current: EntryRow,
  change: Pick<Proposal, 'part' | 'payload'>,
): Promise<void> {
  const row = {
    writtenBy: scope.actor.id,
    writtenByName: scope.actor.name,
    writtenAt: scope.now(),
    payload: change.payload,
  };
  await store
    .insert(proposal)
    .values({ tenantId: scope.tenant.id, entryId: current.id, part: change.part, ...row })
    .onConflictDoUpdate({ target: [proposal.tenantId, proposal.entryId, proposal.part], set: row });
  await recordAudit(store, scope, {
    action: `${kind.permission}.proposed`,
    subject: { kind: kind.kind, id: current.id },
    details: { part: change.part },
  });
}

/** What waits for a second person at one entry, the oldest first. */
export async function proposalsOf(store: Store, scope: TenantScope, entryId: string): Promise<Proposal[]> {
  const rows = await store
    .select()
    .from(proposal)
    .where(ofEntry(scope, entryId))
    .orderBy(asc(proposal.writtenAt))
    .limit(100);
  return rows.map(({ tenantId: _, entryId: __, ...shown }) => shown);
}

/** Takes a change away, because it was decided on or something else came before it; gives it back. */
export async function takeProposal(
  store: Store,
  scope: TenantScope,
  entryId: string,
  part: string,
): Promise<Proposal | null> {
  const [row] = await store
    .delete(proposal)
    .where(and(ofEntry(scope, entryId), eq(proposal.part, part)))
    .returning();
  return row ?? null;
}

/** Whoever takes an entry off the public pages leaves nothing waiting; the history keeps what was proposed. */
export async function dropProposals(store: Store, scope: TenantScope, entryId: string): Promise<void> {
  await store.delete(proposal).where(ofEntry(scope, entryId));
}

/** The text that waits, as a writer handed it in. */
export function textOf<Details>({ payload }: Proposal): { draft: CheckedDraft; details: Details } {
  return {
    draft: revivedDates(payload.draft) as CheckedDraft,
    details: revivedDates(payload.details) as Details,
  };
}

/** An entry with the text that waits instead of the public one. */
export function withProposedText<Details>(
  content: Content<Details>,
  waiting: readonly Proposal[],
): Content<Details> {
  const text = waiting.find(({ part }) => part === 'text');
  if (!text) return content;
  const { draft, details } = textOf<Details>(text);
  return { ...content, ...draft, sourceName: draft.sourceName || content.sourceName, details };
}

function ofEntry(scope: TenantScope, entryId: string) {
  return and(eq(proposal.tenantId, scope.tenant.id), eq(proposal.entryId, entryId));
}
