import { recordAudit } from '#platform/audit.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { Store } from '#platform/db.server';
import type { TenantScope } from '#platform/scope.server';
import { changeEntry, lockEntry, raiseEdition } from './commands.server.ts';
import { writeTranslation } from './desk.server.ts';
import type { TranslationText } from './desk.server.ts';
import type { ContentKind } from './kind.server.ts';
import { showMedium } from './media.server.ts';
import type { Proposal } from './model.ts';
import { needsSecondPerson, takeProposal, textOf } from './proposals.server.ts';
import type { entry } from './tables.server.ts';

export type ApprovalRefusal = 'forbidden' | 'unknown' | 'own-work' | 'conflict';

/** A change of a public entry, and the moment it was written: who decides has seen this text and no later one. */
export interface ProposalSeen {
  id: string;
  part: string;
  writtenAt: Date;
}

/** Makes a waiting change public. Somebody else than its writer does, as long as the town wants it so. */
export async function approveChange<D>(
  scope: TenantScope,
  kind: ContentKind<D>,
  seen: ProposalSeen,
): Promise<Outcome<null, ApprovalRefusal>> {
  if (!scope.may(`${kind.permission}.publish`)) return refuse('forbidden');
  const byOther = await needsSecondPerson(scope);

  return scope.write(async (store) => {
    const found = await takeSeen(store, scope, kind, seen);
    if (!found.ok) return found;
    const { current, waiting } = found.value;
    if (byOther && waiting.writtenBy === scope.actor.id) return refuse('own-work');
    await apply(store, scope, kind, current, waiting);
    return done(null);
  });
}

/** Takes a waiting change away: its writer may, and whoever may publish. */
export async function declineChange<D>(
  scope: TenantScope,
  kind: ContentKind<D>,
  seen: ProposalSeen,
): Promise<Outcome<null, ApprovalRefusal>> {
  if (!scope.may(`${kind.permission}.edit`)) return refuse('forbidden');

  return scope.write(async (store) => {
    const found = await takeSeen(store, scope, kind, seen);
    if (!found.ok) return found;
    const isOwn = scope.actor.id !== null && found.value.waiting.writtenBy === scope.actor.id;
    if (!isOwn && !scope.may(`${kind.permission}.publish`)) return refuse('forbidden');
    await recordAudit(store, scope, {
      action: `${kind.permission}.declined`,
      subject: { kind: kind.kind, id: seen.id },
      details: { part: seen.part, writtenBy: found.value.waiting.writtenByName },
    });
    return done(null);
  });
}

async function takeSeen<D>(
  store: Store,
  scope: TenantScope,
  kind: ContentKind<D>,
  seen: ProposalSeen,
): Promise<Outcome<{ current: typeof entry.$inferSelect; waiting: Proposal }, 'unknown' | 'conflict'>> {
  const current = await lockEntry(store, scope, kind.kind, seen.id);
  const waiting = current && (await takeProposal(store, scope, seen.id, seen.part));
  if (!waiting) return refuse('unknown');
  if (waiting.writtenAt.getTime() !== seen.writtenAt.getTime()) return refuse('conflict');
  return done({ current, waiting });
}

async function apply<D>(
  store: Store,
  scope: TenantScope,
  kind: ContentKind<D>,
  current: typeof entry.$inferSelect,
  waiting: Proposal,
): Promise<void> {
  if (waiting.part === 'text') {
    await changeEntry(store, scope, kind, current, textOf<D>(waiting), 'approved');
    return;
  }
  if (waiting.part.startsWith('picture-'))
    await showMedium(store, scope, kind, current.id, String(waiting.payload.mediaId));
  else await writeTranslation(store, scope, kind, current.id, waiting.payload as unknown as TranslationText);
  await raiseEdition(store, scope);
}
