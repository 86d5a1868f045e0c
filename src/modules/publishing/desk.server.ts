import { and, desc, eq, exists, gt, ilike, inArray, isNotNull, lt, or, sql } from 'drizzle-orm';
import { recordAudit } from '#platform/audit.server';
import { isId } from '#platform/db';
import type { Store } from '#platform/db.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { lockEntry, raiseEdition } from './commands.server.ts';
import type { ContentKind } from './kind.server.ts';
import type { Content, Entry, EntryState, WorkingCopy } from './model.ts';
import {
  needsSecondPerson,
  proposalsOf,
  propose,
  takeProposal,
  withProposedText,
} from './proposals.server.ts';
import { readCursor, toEntry, withDetails, writeCursor } from './queries.server.ts';
import type { Page } from './queries.server.ts';
import { entry, proposal, translation } from './tables.server.ts';

export interface DeskFilter {
  kind?: string | null;
  state?: EntryState | null;
  q?: string | null;
  /** Only what the signed-in person wrote. */
  mine?: boolean;
  cursor?: string | null;
  limit?: number;
}

/** All entries the staff may see, whatever their state, last touched first. */
export async function listDeskEntries(scope: TenantScope, filter: DeskFilter = {}): Promise<Page<Entry>> {
  if (scope.actor.kind === 'public') return { items: [], next: null };
  const limit = Math.min(filter.limit ?? 30, 100);
  const after = readCursor(filter.cursor);
  return scope.read(async (store) => {
    const rows = await store
      .select({ entry, at: sql<string>`${entry.updatedAt}::text` })
      .from(entry)
      .where(
        and(
          eq(entry.tenantId, scope.tenant.id),
          filter.kind ? eq(entry.kind, filter.kind) : undefined,
          filter.state ? eq(entry.state, filter.state) : undefined,
          filter.q ? ilike(entry.title, `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`) : undefined,
          filter.mine && scope.actor.id ? eq(entry.authorId, scope.actor.id) : undefined,
          after
            ? sql`(${entry.updatedAt}, ${entry.id}) < (${after.at}::timestamptz, ${after.id}::uuid)`
            : undefined,
        ),
      )
      .orderBy(desc(entry.updatedAt), desc(entry.id))
      .limit(limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map((row) => toEntry(row.entry)),
      next: rows.length > limit && last ? writeCursor(last.at, last.entry.id) : null,
    };
  });
}

/** Kind and title of entries by id, whatever their state; ids that name none are left out. For lists about entries. */
export async function titlesOf(
  scope: TenantScope,
  ids: readonly string[],
): Promise<Map<string, Pick<Entry, 'kind' | 'title'>>> {
  const wanted = [...new Set(ids)].filter(isId);
  if (scope.actor.kind === 'public' || wanted.length === 0) return new Map();
  const rows = await scope.read((store) =>
    store
      .select({ id: entry.id, kind: entry.kind, title: entry.title })
      .from(entry)
      .where(and(eq(entry.tenantId, scope.tenant.id), inArray(entry.id, wanted)))
      .limit(wanted.length),
  );
  return new Map(rows.map(({ id, kind, title }) => [id, { kind, title }]));
}

/** One entry for the editor, in any state, in German. */
export async function findDeskEntry<Details>(
  scope: TenantScope,
  kind: ContentKind<Details>,
  id: string,
): Promise<Content<Details> | null> {
  if (scope.actor.kind === 'public' || !isId(id)) return null;
  return scope.read(async (store) => {
    const rows = await store
      .select()
      .from(entry)
      .where(and(eq(entry.tenantId, scope.tenant.id), eq(entry.kind, kind.kind), eq(entry.id, id)))
      .limit(1);
    const [content] = await withDetails(store, scope, kind, rows, 'de');
    return content ?? null;
  });
}

/** One entry as the desk writes on: with the text that waits for a second person, and all that waits. */
export async function findWorkingCopy<Details>(
  scope: TenantScope,
  kind: ContentKind<Details>,
  id: string,
): Promise<WorkingCopy<Details> | null> {
  const content = await findDeskEntry(scope, kind, id);
  if (!content) return null;
  const waiting = await scope.read((store) => proposalsOf(store, scope, id));
  return { ...withProposedText(content, waiting), waiting };
}

export interface DeskTasks {
  drafts: Entry[];
  review: Entry[];
  /** Public, with a change that waits for a second person. */
  changed: Entry[];
  vanished: Entry[];
  expiring: Entry[];
}

const SOON_DAYS = 7;

/** What waits for somebody: own drafts, entries to approve, entries gone from their source, entries that end soon. */
export async function deskTasks(scope: TenantScope): Promise<DeskTasks> {
  if (scope.actor.kind === 'public')
    return { drafts: [], review: [], changed: [], vanished: [], expiring: [] };
  const now = scope.now();
  const soon = new Date(now.getTime() + SOON_DAYS * 86_400_000);
  return scope.read(async (store) => {
    const newest = (condition: ReturnType<typeof and>) =>
      store
        .select()
        .from(entry)
        .where(and(eq(entry.tenantId, scope.tenant.id), condition))
        .orderBy(desc(entry.updatedAt))
        .limit(20)
        .then((rows) => rows.map(toEntry));
    return {
      drafts: await newest(
        and(eq(entry.state, 'draft'), scope.actor.id ? eq(entry.authorId, scope.actor.id) : undefined),
      ),
      review: await newest(eq(entry.state, 'review')),
      changed: await newest(
        exists(
          store
            .select({ part: proposal.part })
            .from(proposal)
            .where(and(eq(proposal.tenantId, entry.tenantId), eq(proposal.entryId, entry.id))),
        ),
      ),
      vanished: await newest(
        and(isNotNull(entry.vanishedAt), or(eq(entry.state, 'published'), eq(entry.state, 'review'))),
      ),
      expiring: await newest(
        and(eq(entry.state, 'published'), gt(entry.expireAt, now), lt(entry.expireAt, soon)),
      ),
    };
  });
}

export interface Translation {
  language: string;
  title: string;
  summary: string;
  body: string;
  isMachineMade: boolean;
  updatedAt: Date;
}

export async function listTranslations(scope: TenantScope, entryId: string): Promise<Translation[]> {
  if (scope.actor.kind === 'public' || !isId(entryId)) return [];
  return scope.read((store) =>
    store
      .select({
        language: translation.language,
        title: translation.title,
        summary: translation.summary,
        body: translation.body,
        isMachineMade: translation.isMachineMade,
        updatedAt: translation.updatedAt,
      })
      .from(translation)
      .where(and(eq(translation.tenantId, scope.tenant.id), eq(translation.entryId, entryId)))
      .limit(10),
  );
}

const TRANSLATED_TO = ['en', 'de-x-leicht'];

export interface TranslationText {
  language: string;
  title: string;
  summary: string;
  body: string;
  isMachineMade?: boolean;
}

/** Saves an entry in another language; an empty title takes the translation away. */
export async function saveTranslation<D>(
  scope: TenantScope,
  kind: ContentKind<D>,
  id: string,
  language: string,
  text: Omit<TranslationText, 'language'>,
): Promise<Outcome<{ isWaiting: boolean }, 'forbidden' | 'unknown' | 'invalid'>> {
  if (!scope.may(`${kind.permission}.edit`)) return refuse('forbidden');
  if (!TRANSLATED_TO.includes(language) || text.title.length > 300 || text.body.length > 200_000)
    return refuse('invalid');
  const needsOther = await needsSecondPerson(scope);

  return scope.write(async (store) => {
    const current = await lockEntry(store, scope, kind.kind, id);
    if (!current) return refuse('unknown');
    if (current.state === 'published' && !scope.may(`${kind.permission}.publish`)) return refuse('forbidden');
    if (needsOther && current.state === 'published') {
      const part = `translation-${language}`;
      await propose(store, scope, kind, current, { part, payload: { ...text, language } });
      return done({ isWaiting: true });
    }
    await writeTranslation(store, scope, kind, id, { ...text, language });
    await raiseEdition(store, scope);
    return done({ isWaiting: false });
  });
}

/** Writes a translation over the one before, in the caller's transaction. */
export async function writeTranslation<D>(
  store: Store,
  scope: TenantScope,
  kind: ContentKind<D>,
  id: string,
  { language, title, summary, body, isMachineMade = false }: TranslationText,
): Promise<void> {
  await store
    .delete(translation)
    .where(
      and(
        eq(translation.tenantId, scope.tenant.id),
        eq(translation.entryId, id),
        eq(translation.language, language),
      ),
    );
  await takeProposal(store, scope, id, `translation-${language}`);
  if (title.trim()) {
    await store.insert(translation).values({
      tenantId: scope.tenant.id,
      entryId: id,
      language,
      title: title.trim(),
      summary: summary.trim(),
      body,
      isMachineMade,
      updatedAt: scope.now(),
    });
  }
  await recordAudit(store, scope, {
    action: `${kind.permission}.translated`,
    subject: { kind: kind.kind, id },
    details: { language },
  });
}
