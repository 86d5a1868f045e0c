import { and, eq, inArray, isNull, like, notInArray, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { recordAudit } from '#platform/audit.server';
import { isId, newId } from '#platform/db';
import type { Store } from '#platform/db.server';
import { announce } from '#platform/jobs.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import type { ContentKind } from './kind.server.ts';
import { entryDraft } from './model.ts';
import type { CheckedDraft, Content, Entry, EntryDraft, EntryState } from './model.ts';
import {
  dropProposals,
  needsSecondPerson,
  propose,
  proposalsOf,
  takeProposal,
  textOf,
} from './proposals.server.ts';
import { toEntry, withDetails } from './queries.server.ts';
import { addRevision, lastWriter } from './revisions.server.ts';
import { isPublic, mayFollow, slugOf } from './rules.ts';
import { edition, entry } from './tables.server.ts';

export type SaveRefusal = 'forbidden' | 'unknown' | 'invalid' | 'conflict';
export type StateRefusal = 'forbidden' | 'unknown' | 'wrong-state' | 'own-work' | 'invalid';

export interface SaveInput {
  /** Absent for a new entry. */
  id?: string;
  /** The version the writer started from; another one in the database means somebody else was faster. */
  version?: number;
  draft: EntryDraft;
  details: unknown;
  /** Somebody else wrote this, and whoever saves it has looked at it: that makes two. */
  isSecondLook?: boolean;
}

/** What was saved; of a public entry perhaps for a second person, who makes it public. */
export type Saved<Details> = Content<Details> & { isWaiting: boolean };

/**
 * Saves what a person wrote. Published entries stay published: the new text is public at once, or, where the town
 * wants two pairs of eyes, as soon as another person approves it.
 * Whoever changed nothing has written nothing: no version, no line in the history.
 */
export async function saveEntry<Details>(
  scope: TenantScope,
  kind: ContentKind<Details>,
  input: SaveInput,
): Promise<Outcome<Saved<Details>, SaveRefusal>> {
  if (!scope.may(`${kind.permission}.edit`)) return refuse('forbidden');
  const checked = checkInput(kind, input);
  if (!checked.ok) return checked;
  const { draft, details } = checked.value;
  const needsOther = !input.isSecondLook && (await needsSecondPerson(scope));
  const saved = (content: Content<Details>) => done({ ...content, isWaiting: false });

  return scope.write(async (store) => {
    if (!input.id) return saved(await createEntry(store, scope, kind, { draft, details }));
    const current = await lockEntry(store, scope, kind.kind, input.id);
    if (!current) return refuse('unknown');
    if (input.version !== undefined && input.version !== current.version) return refuse('conflict');
    if (current.state === 'published' && !scope.may(`${kind.permission}.publish`)) return refuse('forbidden');
    if (needsOther && current.state === 'published')
      return done(await proposeText(store, scope, kind, current, { draft, details }));
    if (await isAsWritten(store, scope, kind, current, { draft, details }))
      return saved({ ...toEntry(current), details });
    return saved(await changeEntry(store, scope, kind, current, { draft, details }, 'edited'));
  });
}

/** Checks a draft without saving it: what the importers' dry run and the form share. */
export function checkInput<Details>(
  kind: ContentKind<Details>,
  input: { draft: EntryDraft; details: unknown },
): Outcome<{ draft: CheckedDraft; details: Details }, 'invalid'> {
  const draft = v.safeParse(entryDraft, input.draft);
  const details = v.safeParse(kind.details, input.details);
  const fields: Record<string, string> = {};
  for (const issue of [...(draft.issues ?? []), ...(details.issues ?? [])]) {
    const name = String(issue.path?.[0]?.key ?? wholeDraftField(issue.message));
    fields[name] ??= issue.message;
  }
  if (!draft.success || !details.success) return refuse('invalid', { fields });
  const { publishAt, expireAt } = draft.output;
  if (publishAt && expireAt && expireAt <= publishAt)
    return refuse('invalid', { fields: { expireAt: 'expires-before-published' } });
  return done({ draft: draft.output, details: details.output });
}

/** A check over several fields is shown at the one a person would change. */
function wholeDraftField(message: string): string {
  return (
    {
      'end-before-start': 'endsAt',
      'position-incomplete': 'longitude',
      'closed-end-before-start': 'closedUntil',
    }[message] ?? 'form'
  );
}

interface Written<Details> {
  draft: CheckedDraft;
  details: Details;
}

interface Origin {
  externalId: string;
  sourceId: string | null;
  state: EntryState;
  slug?: string | undefined;
}

async function createEntry<Details>(
  store: Store,
  scope: TenantScope,
  kind: ContentKind<Details>,
  written: Written<Details>,
  origin?: Origin,
): Promise<Content<Details>> {
  const now = scope.now();
  const state = origin?.state ?? 'draft';
  const row = {
    ...written.draft,
    tenantId: scope.tenant.id,
    id: newId(),
    kind: kind.kind,
    slug: await freeSlug(store, scope, kind.kind, origin?.slug ?? slugOf(written.draft.title)),
    state,
    sourceName: written.draft.sourceName || scope.tenant.name,
    externalId: origin?.externalId ?? null,
    exchangeSourceId: origin?.sourceId ?? null,
    vanishedAt: null,
    authorId: scope.actor.id,
    authorName: scope.actor.name,
    publishedAt: state === 'published' ? now : null,
    createdAt: now,
    updatedAt: now,
    version: 1,
  };
  await store.insert(entry).values(row);
  await kind.saveDetails(store, scope.tenant.id, row.id, written.details, scope);
  const content = { ...toEntry(row), details: written.details };
  await recordChange(store, scope, kind, content, origin ? 'imported' : 'created');
  return content;
}

/** Keeps a text of a public entry for a second person. The version grows, so that a slower writer is told. */
async function proposeText<Details>(
  store: Store,
  scope: TenantScope,
  kind: ContentKind<Details>,
  current: typeof entry.$inferSelect,
  written: Written<Details>,
): Promise<Saved<Details>> {
  const content = { ...toEntry(current), ...written.draft, details: written.details };
  const before = (await proposalsOf(store, scope, current.id)).find(({ part }) => part === 'text');
  const version = current.version + 1;
  if (before ? sameValue(textOf(before), written) : await isAsWritten(store, scope, kind, current, written))
    return { ...content, isWaiting: before !== undefined };
  await store.update(entry).set({ version }).where(ofTenant(scope, current.id));
  await propose(store, scope, kind, current, { part: 'text', payload: { ...written } });
  await addRevision(store, scope, { ...content, version }, 'proposed');
  return { ...content, version, isWaiting: true };
}

/** Writes a text over the one before; what waited for approval was written for that one and is dropped. */
export async function changeEntry<Details>(
  store: Store,
  scope: TenantScope,
  kind: ContentKind<Details>,
  current: typeof entry.$inferSelect,
  written: Written<Details>,
  change: string,
): Promise<Content<Details>> {
  const row = {
    ...current,
    ...written.draft,
    sourceName: written.draft.sourceName || current.sourceName,
    updatedAt: scope.now(),
    version: current.version + 1,
    vanishedAt: change === 'imported' ? null : current.vanishedAt,
  };
  await store.update(entry).set(row).where(ofTenant(scope, current.id));
  await takeProposal(store, scope, current.id, 'text');
  await kind.saveDetails(store, scope.tenant.id, current.id, written.details, scope);
  const content = { ...toEntry(row), details: written.details };
  await recordChange(store, scope, kind, content, change);
  return content;
}

/** Hands a draft to those who may publish. */
export function submitEntry<D>(
  scope: TenantScope,
  kind: ContentKind<D>,
  id: string,
): Promise<Outcome<Entry, StateRefusal>> {
  return moveEntry(scope, kind, id, 'review', 'edit', 'submitted');
}

/** Makes an entry public, now or at its `publishAt`. Where the town wants it so, somebody else than the writer does. */
export function publishEntry<D>(
  scope: TenantScope,
  kind: ContentKind<D>,
  id: string,
): Promise<Outcome<Entry, StateRefusal>> {
  return moveEntry(scope, kind, id, 'published', 'publish', 'published');
}

/** Takes an entry off the public pages and keeps it. */
export function archiveEntry<D>(
  scope: TenantScope,
  kind: ContentKind<D>,
  id: string,
): Promise<Outcome<Entry, StateRefusal>> {
  return moveEntry(scope, kind, id, 'archived', 'publish', 'archived');
}

/** Makes an entry a draft again. */
export function reopenEntry<D>(
  scope: TenantScope,
  kind: ContentKind<D>,
  id: string,
): Promise<Outcome<Entry, StateRefusal>> {
  return moveEntry(scope, kind, id, 'draft', 'edit', 'reopened');
}

async function moveEntry<Details>(
  scope: TenantScope,
  kind: ContentKind<Details>,
  id: string,
  to: EntryState,
  right: 'edit' | 'publish',
  change: string,
): Promise<Outcome<Entry, StateRefusal>> {
  if (!scope.may(`${kind.permission}.${right}`)) return refuse('forbidden');
  const needsOther = to === 'published' && (await needsSecondPerson(scope));

  return scope.write(async (store) => {
    const current = await lockEntry(store, scope, kind.kind, id);
    if (!current) return refuse('unknown');
    if (!mayFollow(current.state, to)) return refuse('wrong-state');
    // What is public may only be taken back by those who may publish.
    if (current.state === 'published' && !scope.may(`${kind.permission}.publish`)) return refuse('forbidden');
    if (needsOther && scope.actor.id === (await lastWriter(store, scope, id))) return refuse('own-work');

    const row = {
      ...current,
      state: to,
      publishedAt: to === 'published' ? (current.publishedAt ?? scope.now()) : current.publishedAt,
      updatedAt: scope.now(),
      version: current.version + 1,
    };
    await store.update(entry).set(row).where(ofTenant(scope, id));
    await dropProposals(store, scope, id);
    const [content] = await withDetails(store, scope, kind, [row], 'de');
    await recordChange(store, scope, kind, content!, change);
    return done(toEntry(row));
  });
}

/** Deletes a draft that was never public; anything else is archived instead. */
export async function deleteDraft<D>(
  scope: TenantScope,
  kind: ContentKind<D>,
  id: string,
): Promise<Outcome<null, StateRefusal>> {
  if (!scope.may(`${kind.permission}.edit`)) return refuse('forbidden');

  return scope.write(async (store) => {
    const current = await lockEntry(store, scope, kind.kind, id);
    if (!current) return refuse('unknown');
    if (current.publishedAt || current.state !== 'draft') return refuse('wrong-state');
    await store.delete(entry).where(ofTenant(scope, id));
    await recordAudit(store, scope, {
      action: `${kind.permission}.delete`,
      subject: { kind: kind.kind, id },
      details: { title: current.title },
    });
    await tellFollowers(store, scope, kind, id);
    return done(null);
  });
}

export interface ImportedItem {
  externalId: string;
  sourceId: string | null;
  draft: EntryDraft;
  details: unknown;
  state: 'draft' | 'published';
  slug?: string;
}

/**
 * Takes over one item of a source: created once, changed when the source changed, else left alone.
 * The source wins over edits made at the desk; these stay in the history.
 * Runs in the caller's transaction, so that a broken import leaves nothing behind.
 */
export async function importEntry<Details>(
  store: Store,
  scope: TenantScope,
  kind: ContentKind<Details>,
  item: ImportedItem,
): Promise<Outcome<'created' | 'updated' | 'unchanged', 'invalid'>> {
  const checked = checkInput(kind, item);
  if (!checked.ok) return checked;
  const current = await lockImported(store, scope, kind.kind, item);
  if (!current) {
    await createEntry(store, scope, kind, checked.value, item);
    return done('created');
  }
  if (!current.vanishedAt && (await isAsWritten(store, scope, kind, current, checked.value)))
    return done('unchanged');
  await changeEntry(store, scope, kind, current, checked.value, 'imported');
  return done('updated');
}

/** Whether `written` says what is already there. */
async function isAsWritten<Details>(
  store: Store,
  scope: TenantScope,
  kind: ContentKind<Details>,
  current: typeof entry.$inferSelect,
  written: Written<Details>,
): Promise<boolean> {
  if (!sameDraft(current, written.draft)) return false;
  const before = (await kind.loadDetails(store, scope.tenant.id, [current.id])).get(current.id);
  return before !== undefined && sameValue(compared(kind, before), compared(kind, written.details));
}

function compared<Details>(kind: ContentKind<Details>, details: Details): Record<string, unknown> {
  const kept: readonly string[] = kind.keptByTable ?? [];
  return Object.fromEntries(Object.entries(details as object).filter(([name]) => !kept.includes(name)));
}

function sameDraft(row: typeof entry.$inferSelect, draft: CheckedDraft): boolean {
  return (Object.keys(draft) as (keyof CheckedDraft)[]).every(
    (key) => sameValue(row[key], draft[key]) || (key === 'sourceName' && !draft.sourceName),
  );
}

function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
}

/** The same value with its keys in order, so that two objects compare as texts. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, inOrder(part)]),
  );
}

/** Marks entries their source no longer names. They stay public, visibly, until the desk decides. */
export async function flagVanished(
  store: Store,
  scope: TenantScope,
  sourceId: string,
  keepExternalIds: readonly string[],
): Promise<number> {
  const gone = await store
    .update(entry)
    .set({ vanishedAt: scope.now(), updatedAt: scope.now() })
    .where(
      and(
        eq(entry.tenantId, scope.tenant.id),
        eq(entry.exchangeSourceId, sourceId),
        isNull(entry.vanishedAt),
        keepExternalIds.length > 0 ? notInArray(entry.externalId, [...keepExternalIds]) : undefined,
      ),
    )
    .returning({ id: entry.id });
  if (gone.length > 0) await raiseEdition(store, scope);
  return gone.length;
}

async function recordChange<Details>(
  store: Store,
  scope: TenantScope,
  kind: ContentKind<Details>,
  content: Content<Details>,
  change: string,
): Promise<void> {
  await addRevision(store, scope, content, change);
  await recordAudit(store, scope, {
    action: `${kind.permission}.${change}`,
    subject: { kind: kind.kind, id: content.id },
    details: { version: content.version, state: content.state, public: isPublic(content, scope.now()) },
  });
  await raiseEdition(store, scope);
  await tellFollowers(store, scope, kind, content.id);
}

/** Rooms that follow entries of a kind hear of each change in its transaction. */
async function tellFollowers<D>(store: Store, scope: TenantScope, kind: ContentKind<D>, entryId: string) {
  if (kind.announces) await announce(store, scope, kind.announces, { entryId });
}

/** Tells every process that the tenant's content has changed, in the transaction that changes it. */
export async function raiseEdition(store: Store, scope: TenantScope): Promise<void> {
  await store
    .insert(edition)
    .values({ tenantId: scope.tenant.id, number: 1 })
    .onConflictDoUpdate({ target: edition.tenantId, set: { number: sql`${edition.number} + 1` } });
}

export async function lockEntry(
  store: Store,
  scope: TenantScope,
  kind: string,
  id: string,
): Promise<typeof entry.$inferSelect | null> {
  if (!isId(id)) return null;
  const [row] = await store
    .select()
    .from(entry)
    .where(and(ofTenant(scope, id), eq(entry.kind, kind)))
    .for('update');
  return row ?? null;
}

async function lockImported(
  store: Store,
  scope: TenantScope,
  kind: string,
  item: ImportedItem,
): Promise<typeof entry.$inferSelect | null> {
  const [row] = await store
    .select()
    .from(entry)
    .where(
      and(
        eq(entry.tenantId, scope.tenant.id),
        eq(entry.kind, kind),
        eq(entry.externalId, item.externalId),
        item.sourceId ? eq(entry.exchangeSourceId, item.sourceId) : isNull(entry.exchangeSourceId),
      ),
    )
    .for('update');
  return row ?? null;
}

async function freeSlug(store: Store, scope: TenantScope, kind: string, wanted: string): Promise<string> {
  // Two people who write the same title at the same moment would both find it free.
  await store.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`${scope.tenant.id} ${kind} slug`}, 0))`,
  );
  const taken = await store
    .select({ slug: entry.slug })
    .from(entry)
    .where(and(eq(entry.tenantId, scope.tenant.id), eq(entry.kind, kind), like(entry.slug, `${wanted}%`)));
  const slugs = new Set(taken.map((row) => row.slug));
  if (!slugs.has(wanted)) return wanted;
  let number = 2;
  while (slugs.has(`${wanted}-${number}`)) number++;
  return `${wanted}-${number}`;
}

function ofTenant(scope: TenantScope, id: string) {
  return and(eq(entry.tenantId, scope.tenant.id), inArray(entry.id, [id]));
}
