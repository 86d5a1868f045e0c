import { and, eq } from 'drizzle-orm';
import { raiseEdition } from '#modules/publishing.server';
import { recordAudit } from '#platform/audit.server';
import { newId } from '#platform/db.server';
import type { Store } from '#platform/db.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { faultOfGroup, readGroups, readWords } from './groups.ts';
import type { GroupFault, SynonymGroup } from './groups.ts';
import { loadSynonyms } from './queries.server.ts';
import { synonymGroup } from './tables.server.ts';

/** Adds a group of words that mean the same, or changes the one with this id. */
export async function saveSynonyms(
  tenant: TenantScope,
  { id, line }: { id?: string; line: string },
): Promise<Outcome<SynonymGroup, 'forbidden' | 'unknown' | GroupFault['reason']>> {
  if (!tenant.may('assistant.manage')) return refuse('forbidden');
  const words = readWords(line);
  return tenant.write(async (store) => {
    const known = await lockSynonyms(store, tenant);
    if (id !== undefined && !known.some((group) => group.id === id)) return refuse('unknown');
    const others = known.filter((group) => group.id !== id).map((group) => group.words);
    const fault = faultOfGroup(words, others);
    if (fault) return refuse(fault.reason, { fields: { line: fault.reason }, values: { word: fault.word } });
    const group = { id: id ?? newId(), words };
    await store
      .insert(synonymGroup)
      .values({ tenantId: tenant.tenant.id, ...group })
      .onConflictDoUpdate({ target: [synonymGroup.tenantId, synonymGroup.id], set: { words } });
    await note(store, tenant, 'assistant.synonyms-saved', group.id, { words });
    return done(group);
  });
}

/** Takes a group off the list. */
export async function removeSynonyms(
  tenant: TenantScope,
  id: string,
): Promise<Outcome<null, 'forbidden' | 'unknown'>> {
  if (!tenant.may('assistant.manage')) return refuse('forbidden');
  return tenant.write(async (store) => {
    await lockSynonyms(store, tenant);
    const [removed] = await store
      .delete(synonymGroup)
      .where(and(eq(synonymGroup.tenantId, tenant.tenant.id), eq(synonymGroup.id, id)))
      .returning({ words: synonymGroup.words });
    if (!removed) return refuse('unknown');
    await note(store, tenant, 'assistant.synonyms-removed', id, { words: removed.words });
    return done(null);
  });
}

export interface SynonymImport {
  text: string;
  /** Whether the list takes the place of the one before; otherwise it is added. */
  replaces: boolean;
}

/** Takes a whole list over, or nothing: `details` say line by line what is wrong with it. */
export async function importSynonyms(
  tenant: TenantScope,
  { text, replaces }: SynonymImport,
): Promise<Outcome<{ groups: number }, 'forbidden' | 'invalid' | 'synonyms-empty'>> {
  if (!tenant.may('assistant.manage')) return refuse('forbidden');
  return tenant.write(async (store) => {
    const known = await lockSynonyms(store, tenant);
    const { groups, faults } = readGroups(text, replaces ? [] : known.map(({ words }) => words));
    if (faults.length > 0) return refuse('invalid', detailsOf(faults));
    // An empty file is a mistake; groups are taken away one by one.
    if (groups.length === 0) return refuse('synonyms-empty', { fields: { text: 'synonyms-empty' } });
    const tenantId = tenant.tenant.id;
    if (replaces) await store.delete(synonymGroup).where(eq(synonymGroup.tenantId, tenantId));
    await store.insert(synonymGroup).values(groups.map((words) => ({ tenantId, id: newId(), words })));
    await note(store, tenant, 'assistant.synonyms-imported', tenantId, { groups: groups.length, replaces });
    return done({ groups: groups.length });
  });
}

/** Raising the edition first makes two clerks wait for each other, so that no word comes into two groups. */
async function lockSynonyms(store: Store, tenant: TenantScope): Promise<SynonymGroup[]> {
  await raiseEdition(store, tenant);
  return loadSynonyms(store, tenant.tenant.id);
}

function note(
  store: Store,
  tenant: TenantScope,
  action: string,
  id: string,
  details: Record<string, unknown>,
) {
  return recordAudit(store, tenant, { action, subject: { kind: 'synonyms', id }, details });
}

/** Reasons and words by the number of their line. */
function detailsOf(faults: readonly (GroupFault & { line: number })[]) {
  return {
    fields: Object.fromEntries(faults.map(({ line, reason }) => [String(line), reason])),
    values: Object.fromEntries(faults.map(({ line, word }) => [String(line), word])),
  };
}
