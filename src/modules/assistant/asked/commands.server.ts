import { and, eq, inArray } from 'drizzle-orm';
import type { SearchDocument } from '#answer-engine';
import { raiseEdition } from '#modules/publishing.server';
import { recordAudit } from '#platform/audit.server';
import type { Store } from '#platform/db.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { markClosed } from '../gaps.server.ts';
import { faultOfAsked, LONGEST_ASKED, readAskedLines, readAskedPages } from './lists.ts';
import type { Asked, AskedFault } from './lists.ts';
import { loadAsked } from './queries.server.ts';
import { wayOfAsking } from './tables.server.ts';

/** Writes down how people ask for a page, in place of what was there; `details` say line by line what is wrong. */
export async function saveAsked(
  tenant: TenantScope,
  page: SearchDocument,
  text: string,
): Promise<Outcome<{ asked: number }, 'forbidden' | 'invalid'>> {
  if (!tenant.may('assistant.manage')) return refuse('forbidden');
  const { asked, faults } = readAskedLines(text, page);
  if (faults.length > 0) return refuse('invalid', detailsOf(faults));
  return tenant.write(async (store) => {
    await raiseEdition(store, tenant);
    await replace(store, tenant, new Map([[page.id, asked]]));
    await note(store, tenant, 'assistant.asked-saved', page.id, { asked: asked.length });
    return done({ asked: asked.length });
  });
}

/** Takes the lists of many pages over, or nothing; other pages keep theirs. */
export async function importAsked(
  tenant: TenantScope,
  pages: readonly SearchDocument[],
  text: string,
): Promise<Outcome<{ asked: number; pages: number }, 'forbidden' | 'invalid' | 'asked-empty'>> {
  if (!tenant.may('assistant.manage')) return refuse('forbidden');
  const read = readAskedPages(text, pages);
  if (read.faults.length > 0) return refuse('invalid', detailsOf(read.faults));
  // An empty file is a mistake.
  if (read.pages.size === 0) return refuse('asked-empty', { fields: { text: 'asked-empty' } });
  const asked = [...read.pages.values()].reduce((sum, list) => sum + list.length, 0);
  return tenant.write(async (store) => {
    await raiseEdition(store, tenant);
    await replace(store, tenant, read.pages);
    await note(store, tenant, 'assistant.asked-imported', tenant.tenant.id, {
      asked,
      pages: read.pages.size,
    });
    return done({ asked, pages: read.pages.size });
  });
}

/** A gap that a page does answer: the page learns the question, and the gap closes. */
export async function teachGap(
  tenant: TenantScope,
  gapId: string,
  page: SearchDocument,
): Promise<Outcome<null, 'forbidden' | 'unknown' | AskedFault['reason']>> {
  if (!tenant.may('assistant.manage')) return refuse('forbidden');
  return tenant.write(async (store) => {
    await raiseEdition(store, tenant);
    const question = (await markClosed(store, tenant, gapId))?.slice(0, LONGEST_ASKED);
    if (question === undefined) return refuse('unknown');
    const known = (await loadAsked(store, tenant)).get(page.id) ?? [];
    const one: Asked = { question, answeredBy: '' };
    const fault = faultOfAsked(one, known, page);
    // Asked before in these words, the page knows it already.
    if (fault && fault.reason !== 'asked-twice')
      return refuse(fault.reason, { values: { word: fault.word } });
    if (!fault) await replace(store, tenant, new Map([[page.id, [...known, one]]]));
    await note(store, tenant, 'assistant.gap-taught', page.id, { gap: gapId });
    return done(null);
  });
}

/** Raising the edition first makes two clerks wait for each other. */
async function replace(
  store: Store,
  tenant: TenantScope,
  pages: ReadonlyMap<string, Asked[]>,
): Promise<void> {
  const tenantId = tenant.tenant.id;
  await store
    .delete(wayOfAsking)
    .where(and(eq(wayOfAsking.tenantId, tenantId), inArray(wayOfAsking.documentId, [...pages.keys()])));
  const rows = [...pages].flatMap(([documentId, asked]) =>
    asked.map((one, position) => ({ tenantId, documentId, position, ...one })),
  );
  if (rows.length > 0) await store.insert(wayOfAsking).values(rows);
}

function note(
  store: Store,
  tenant: TenantScope,
  action: string,
  id: string,
  details: Record<string, unknown>,
) {
  return recordAudit(store, tenant, { action, subject: { kind: 'asked', id }, details });
}

/** Reasons and words by the number of their line. */
function detailsOf(faults: readonly { line: number; reason: string; word: string }[]) {
  return {
    fields: Object.fromEntries(faults.map(({ line, reason }) => [String(line), reason])),
    values: Object.fromEntries(faults.map(({ line, word }) => [String(line), word])),
  };
}
