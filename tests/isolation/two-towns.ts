import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { sessionCookie } from '#modules/identity';
import { saveSynonyms } from '#modules/assistant.server';
import { createIdentity } from '#modules/identity.server';
import type { Identity } from '#modules/identity.server';
import { writeBoundaries } from '#modules/places.server';
import {
  addMedium,
  attachMedium,
  importEntry,
  publishEntry,
  saveEntry,
  saveTranslation,
} from '#modules/publishing.server';
import type { AnyKind, PictureKeeper } from '#modules/publishing.server';
import { createTenant } from '#modules/tenancy.server';
import { takeOverPlans } from '#modules/waste.server';
import { newId } from '#platform/db.server';
import type { Database } from '#platform/db.server';
import { done } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import { createScope, PUBLIC_ACTOR, SYSTEM_ACTOR } from '#platform/scope.server';
import type { TenantScope } from '#platform/scope.server';
import type { Actor, Locale, TenantIdentity } from '#platform/scope';
import { kinds } from '#wiring/kinds.server';
import { fillEmptyTables } from './fill-tables.ts';
import { seedAttendance } from './seeded-attendance.ts';
import { seedOwner } from './seeded-owners.ts';
import type { SeededOwner } from './seeded-owners.ts';
import type { SeededAttendance } from './seeded-attendance.ts';
import { createApiKey } from '#modules/open311.server';
import { seedReports } from './seeded-reports.ts';
import type { SeededReports } from './seeded-reports.ts';
import { seedSuggestions } from './seeded-suggestions.ts';
import type { SeededSuggestions } from './seeded-suggestions.ts';
import { inDays, markedDetails, markedDraft, markedSettings } from './marked-content.ts';

/** In every text of everything no resident may read yet, or any more. */
export const UNPUBLISHED = 'DRAFT-9931';
export const STATES = ['published', 'draft', 'review', 'archived', 'scheduled', 'expired'] as const;
export type SeededState = (typeof STATES)[number];

export interface SeededEntry {
  id: string;
  slug: string;
  externalId: string;
}

/** A town in which every text carries its marker, and the ids of everything in it. */
export interface SeededTown {
  tenant: TenantIdentity;
  mark: 'MARK-A' | 'MARK-B';
  /** A word only this town's content knows, to search for without typing a marker. */
  word: string;
  host: string;
  /** The source the entries came by. */
  sourceId: string;
  entries: Record<string, Record<SeededState, SeededEntry>>;
  /** Written at the desk: once a draft full of things to hide, then public without them. */
  rewritten: SeededEntry;
  /** When a change of it was written that waits for a second person. */
  proposedAt: Date;
  media: { shown: string; hidden: string };
  /** File of a picture that no entry shows. */
  looseFile: string;
  gapId: string;
  synonymsId: string;
  /** Key of a collection area. */
  areaKey: string;
  inquiry: { id: string; token: string };
  attendance: SeededAttendance;
  owner: SeededOwner;
  suggestions: SeededSuggestions;
  reports: SeededReports;
  /** Lets a program send reports. */
  apiKey: { id: string; key: string };
  person: SeededPerson;
  invitation: { id: string; token: string };
  resetToken: string;
}

export interface SeededPerson {
  userId: string;
  sessionId: string;
  email: string;
  password: string;
  cookies: Map<string, string>;
  actor: Actor;
}

export interface TwoTowns {
  a: SeededTown;
  b: SeededTown;
  identity: Identity;
  scopeOf(town: Pick<SeededTown, 'tenant'>, actor?: Actor, locale?: Locale): TenantScope;
  close(): Promise<void>;
}

/** Signs the sessions of both towns; a server over the same database needs the same one. */
export const SECRET = 'a secret of the isolation tests 4Wz that is long enough';

const PASSWORD = { A: 'vier Störche am Ufer', B: 'neun Kraniche im Moor' };
const WORD = { A: 'Bernsteinmuseum', B: 'Krabbenfischerei' };

interface Workshop {
  database: Database;
  identity: Identity;
  mails: string[];
  keepPicture: PictureKeeper;
  scopeOf: TwoTowns['scopeOf'];
}

/** Fills a migrated database with two towns. `rows.test.ts` fails when a table stays without rows of both. */
export async function seedTwoTowns(
  database: Database,
  databaseUrl: string,
  keepPicture: PictureKeeper = inventPicture,
): Promise<TwoTowns> {
  const mails: string[] = [];
  const identity = createIdentity({
    databaseUrl,
    database,
    secret: SECRET,
    throttled: false,
    mail: { send: async (mail) => void mails.push(mail.text) },
  });
  const scopes: TenantScope[] = [];
  const scopeOf: TwoTowns['scopeOf'] = ({ tenant }, actor = SYSTEM_ACTOR, locale = 'de') => {
    const scope = createScope({ database, tenant, actor, locale });
    scopes.push(scope);
    return scope;
  };
  const workshop = { database, identity, mails, keepPicture, scopeOf };
  const a = await seedTown(workshop, 'A');
  const b = await seedTown(workshop, 'B');
  return {
    a,
    b,
    identity,
    scopeOf,
    async close() {
      await Promise.all(scopes.map((scope) => scope.end()));
      await identity.close();
    },
  };
}

async function seedTown(workshop: Workshop, letter: 'A' | 'B'): Promise<SeededTown> {
  const mark = `MARK-${letter}` as const;
  const word = WORD[letter];
  const slug = letter === 'A' ? 'alphadorf' : 'betadorf';
  const tenant = await openTown(workshop.database, slug, letter);
  const scope = workshop.scopeOf({ tenant });
  const sourceId = newId();

  const entries: SeededTown['entries'] = {};
  for (const kind of kinds) entries[kind.kind] = await seedKind(scope, kind, { mark, word, sourceId });
  const rewritten = await rewrite(scope, mark, word);
  const town = {
    tenant,
    mark,
    word,
    host: `${slug}.localhost`,
    sourceId,
    entries,
    rewritten,
    proposedAt: await proposeText(scope, rewritten.id, mark, word),
    media: await seedMedia(workshop, scope, mark, entries),
    looseFile: await seedLooseMedium(scope, mark),
    gapId: await seedRest(scope, mark, sourceId),
    synonymsId: await seedSynonyms(scope, mark),
    areaKey: await seedWaste(scope, mark),
    inquiry: await seedInquiry(scope, mark),
    suggestions: await seedSuggestions(scope, mark, {
      secret: SECRET,
      keepPicture: workshop.keepPicture,
    }),
    attendance: await seedAttendance(scope, mark, {
      eventId: entries.event!.published.id,
      secret: SECRET,
    }),
    owner: await seedOwner(scope, mark, { entryId: entries.place!.published.id, secret: SECRET }),
    reports: await seedReports(scope, mark, {
      secret: SECRET,
      keepPicture: workshop.keepPicture,
      picture: TINY_PNG,
      unpublished: UNPUBLISHED,
    }),
    apiKey: expectDone(await createApiKey(scope, { name: `${mark} program`, dailyLimit: 100 })),
    ...(await seedPeople(workshop, scope, letter)),
  };
  await fillEmptyTables(workshop.database, scope, mark);
  await scope.end();
  return town;
}

async function openTown(database: Database, slug: string, letter: 'A' | 'B'): Promise<TenantIdentity> {
  const name = `${letter === 'A' ? 'Alphadorf' : 'Betadorf'} MARK-${letter}`;
  const { id } = expectDone(
    await createTenant(database, {
      slug,
      name,
      ags: letter === 'A' ? '13076060' : '13076014',
      domains: [`www.${slug}.example`],
      isDefault: letter === 'A',
      settings: markedSettings(`MARK-${letter}`),
    }),
  );
  return { id, slug, name };
}

async function seedKind(
  scope: TenantScope,
  kind: AnyKind,
  about: { mark: string; word: string; sourceId: string },
): Promise<Record<SeededState, SeededEntry>> {
  const seeded = {} as Record<SeededState, SeededEntry>;
  for (const [number, state] of STATES.entries()) {
    const tag = state === 'published' ? about.mark : `${UNPUBLISHED} ${about.mark}`;
    // Neither addresses nor ids of a source carry a marker: a page may repeat what it was asked for.
    const externalId = `${scope.tenant.slug}-${kind.kind}-${state}`;
    const isPublished = state === 'published' || state === 'scheduled' || state === 'expired';
    const times = {
      scheduled: { publishAt: inDays(30) },
      expired: { publishAt: inDays(-30), expireAt: inDays(-1) },
    }[state as string];
    const details = markedDetails(kind, tag, number);
    // The page above a public page may itself not be public yet.
    if (kind.kind === 'article' && state === 'published')
      details.parentExternalId = `${scope.tenant.slug}-article-scheduled`;
    await scope.write(async (store) =>
      expectDone(
        await importEntry(store, scope, kind, {
          externalId,
          sourceId: about.sourceId,
          slug: externalId,
          state: isPublished ? 'published' : 'draft',
          draft: { ...markedDraft(tag, `${kind.kind} ${state}`, about.word), ...times },
          details,
        }),
      ),
    );
    seeded[state] = await moved(scope, externalId, isPublished ? 'published' : state);
  }
  for (const state of ['published', 'draft'] as const) {
    const tag = state === 'published' ? about.mark : `${UNPUBLISHED} ${about.mark}`;
    for (const language of ['en', 'de-x-leicht'])
      expectDone(
        await saveTranslation(scope, kind, seeded[state].id, language, {
          title: `${tag} ${language} title`,
          summary: `${tag} ${language} summary`,
          body: `${tag} ${language} body`,
        }),
      );
  }
  return seeded;
}

async function moved(scope: TenantScope, externalId: string, state: string): Promise<SeededEntry> {
  const { rows } = await scope.write((store) =>
    store.execute<{ id: string; slug: string }>(sql`
      update publishing.entry
      set state = ${state}
      where tenant_id = ${scope.tenant.id} and external_id = ${externalId}
      returning id, slug
    `),
  );
  const [row] = rows;
  if (!row) throw new Error(`${externalId} was not seeded`);
  return { ...row, externalId };
}

/** A public entry whose history and first address know what must not be seen. */
async function rewrite(scope: TenantScope, mark: string, word: string): Promise<SeededEntry> {
  const kind = kinds.find((one) => one.kind === 'news')!;
  const details = markedDetails(kind, mark, 0);
  const secret = markedDraft(`${UNPUBLISHED} ${mark}`, 'Umschreiben', word);
  const first = expectDone(
    await saveEntry(scope, kind, { draft: { ...secret, title: 'Umgeschrieben' }, details }),
  );
  const draft = markedDraft(mark, 'Umgeschrieben', word);
  expectDone(await saveEntry(scope, kind, { id: first.id, draft, details }));
  expectDone(await publishEntry(scope, kind, first.id));
  return { id: first.id, slug: first.slug, externalId: first.id };
}

/** A change of it that waits for a second person. */
async function proposeText(scope: TenantScope, entryId: string, mark: string, word: string): Promise<Date> {
  const kind = kinds.find((one) => one.kind === 'news')!;
  const tag = `${UNPUBLISHED} ${mark}`;
  const payload = { draft: markedDraft(tag, 'Vorgeschlagen', word), details: markedDetails(kind, tag, 0) };
  const writtenAt = inDays(-1);
  await scope.write((store) =>
    store.execute(sql`
      insert into publishing.proposal
        (tenant_id, entry_id, part, written_by, written_by_name, written_at, payload)
      values
        (
          ${scope.tenant.id}, ${entryId}, 'text', ${newId()}, ${`${mark} writer`},
          ${writtenAt.toISOString()}, ${JSON.stringify(payload)}::jsonb
        )
    `),
  );
  return writtenAt;
}

async function seedMedia(
  { keepPicture }: Workshop,
  scope: TenantScope,
  mark: string,
  entries: SeededTown['entries'],
): Promise<SeededTown['media']> {
  const kind = kinds.find((one) => one.kind === 'news')!;
  const add = async (tag: string, entryId: string) => {
    const texts = { alt: `${tag} alt`, creator: `${tag} creator`, licence: `${tag} licence` };
    const { id } = expectDone(await addMedium(scope, keepPicture, { bytes: TINY_PNG, ...texts }));
    expectDone(await attachMedium(scope, kind, entryId, id));
    return id;
  };
  return {
    shown: await add(mark, entries.news!.published.id),
    hidden: await add(`${UNPUBLISHED} ${mark}`, entries.news!.draft.id),
  };
}

async function seedLooseMedium(scope: TenantScope, mark: string): Promise<string> {
  const kept = {
    key: `${scope.tenant.id}/loose.png`,
    mediaType: 'image/png',
    width: 1,
    height: 1,
    sizeBytes: 70,
  };
  const texts = { alt: `${mark} loose`, creator: mark, licence: mark };
  expectDone(await addMedium(scope, async () => done(kept), { bytes: TINY_PNG, ...texts }));
  return kept.key;
}

/** What no door writes in so many words. */
async function seedRest(scope: TenantScope, mark: string, sourceId: string): Promise<string> {
  const gapId = newId();
  const announcementId = newId();
  const tenantId = scope.tenant.id;
  const ring = [
    [11, 53],
    [12, 53],
    [12, 54],
    [11, 53],
  ] as [number, number][];
  await scope.write(async (store) => {
    await store.execute(sql`
      insert into assistant.gap
        (tenant_id, id, question, fingerprint, audience, first_asked_at, last_asked_at)
      values
        (${tenantId}, ${gapId}, ${`${mark} question`}, ${mark}, 'resident', now(), now())
    `);
    await store.execute(sql`
      insert into assistant.page_vector (tenant_id, model, document_id, print, vector)
      values (${tenantId}, ${`${mark} model`}, ${`${mark} document`}, 'print', '{0.6,0.8}')
    `);
    await store.execute(sql`
      insert into jobs.announcement (tenant_id, id, topic, payload)
      values (${tenantId}, ${announcementId}, ${`${mark} topic`}, ${JSON.stringify({ text: mark })}::jsonb)
    `);
    await store.execute(sql`
      insert into jobs.handled (tenant_id, announcement_id, job, handled_at)
      values (${tenantId}, ${announcementId}, ${`${mark} job`}, now())
    `);
    await store.execute(sql`
      insert into exchange.source
        (tenant_id, id, name, importer, target, mapping, licence, attribution, created_at, updated_at)
      values
        (
          ${tenantId}, ${sourceId}, ${`${mark} source`}, 'entries-json', 'news',
          ${JSON.stringify({ sourceName: mark })}::jsonb, ${`${mark} licence`}, ${`${mark} attribution`}, now(), now()
        )
    `);
    await store.execute(sql`
      insert into exchange.run (tenant_id, id, source_id, at, actor_name, took_ms)
      values (${tenantId}, ${newId()}, ${sourceId}, now(), ${`${mark} actor`}, 1)
    `);
    await writeBoundaries(store, scope, [
      {
        key: scope.tenant.slug === 'alphadorf' ? '13076060' : '13076014',
        name: `${mark} boundary`,
        designation: `${mark} designation`,
        geometry: { type: 'Polygon', coordinates: [ring] },
        sourceName: `${mark} source`,
        licence: `${mark} licence`,
      },
    ]);
  });
  return gapId;
}

async function seedSynonyms(scope: TenantScope, mark: string): Promise<string> {
  const saved = await saveSynonyms(scope, { line: `${mark} Wort, ${mark} Ausdruck` });
  if (!saved.ok) throw new Error(`synonyms: ${saved.reason}`);
  return saved.value.id;
}

/** A plan with a street, and a date in each of the next months. */
async function seedWaste(scope: TenantScope, mark: string): Promise<string> {
  const key = `${scope.tenant.slug}-nord`;
  const collections = [7, 40, 70].map((days) => ({
    stream: 'paper' as const,
    date: inDays(days).toISOString().slice(0, 10),
  }));
  const address = { locality: `${mark} locality`, street: `${mark} street`, numbers: '' };
  expectDone(
    await takeOverPlans(scope, [{ key, name: `${mark} area`, addresses: [address], collections }], {
      name: `${mark} source`,
      licence: `${mark} licence`,
    }),
  );
  return key;
}

/** A question on its way to a person; the link of the asker is known here only. */
async function seedInquiry(scope: TenantScope, mark: string): Promise<SeededTown['inquiry']> {
  const id = newId();
  const token = randomBytes(32).toString('base64url');
  const tokenHash = createHash('sha256').update(token).digest('base64url');
  await scope.write((store) =>
    store.execute(sql`
      insert into handover.inquiry
        (
          tenant_id, id, token_hash, audience, role, topic, question, details, language, channel,
          contact_name, contact_email, consented_at, received_at, due_on, erase_on
        )
      values
        (
          ${scope.tenant.id}, ${id}, ${tokenHash}, 'resident', ${`${mark} role`}, ${`${mark} topic`},
          ${`${mark} question`}, ${`${mark} details`}, 'de', 'email', ${`${mark} name`},
          ${`${mark}@example.org`}, now(), now(), current_date + 3, current_date + 180
        )
    `),
  );
  return { id, token };
}

async function seedPeople(
  { database, identity, mails, scopeOf }: Workshop,
  scope: TenantScope,
  letter: 'A' | 'B',
): Promise<Pick<SeededTown, 'person' | 'invitation' | 'resetToken'>> {
  const { tenant } = scope;
  const origin = `http://${tenant.slug}.localhost`;
  const visitor = scopeOf({ tenant }, PUBLIC_ACTOR);
  const email = `mark-${letter.toLowerCase()}@${tenant.slug}.example`;
  const password = PASSWORD[letter];
  // Administrators need a second factor; someone with all rights under another name does not.
  await scope.write((store) =>
    store.execute(sql`
      insert into identity.role (tenant_id, id, key, name, permissions)
      values (${tenant.id}, ${newId()}, 'everything', ${`MARK-${letter} role`}, '{*}'),
        (${tenant.id}, ${newId()}, ${`own-${letter.toLowerCase()}`}, ${`MARK-${letter} own role`}, '{}')
    `),
  );
  const invite = async (address: string) => {
    const draft = { email: address, name: `MARK-${letter} person`, roles: ['everything'] };
    return expectDone(await identity.invite(scope, draft, origin))
      .path.split('/')
      .at(-1)!;
  };
  const address = '192.0.2.1';
  const accepted = expectDone(
    await identity.acceptInvitation(visitor, {
      token: await invite(email),
      name: `MARK-${letter} person`,
      email,
      password,
      address,
    }),
  );
  if (accepted.step !== 'open') throw new Error('a second factor was asked for');
  const cookie = sessionCookie(accepted.session, new URL(origin));
  const cookies = new Map([[cookie.name, cookie.value]]);
  const staff = (await identity.readSession(cookies, tenant.id))!;
  const actor: Actor = { id: staff.userId, name: staff.name, kind: 'staff', permissions: new Set(['*']) };

  await identity.keepInput(scopeOf({ tenant }, actor), 'news', { title: `MARK-${letter} ${UNPUBLISHED}` });
  await identity.requestPasswordReset(visitor, { email, address, origin });
  const resetToken = await tokenOfMail(mails);
  expectDone(await identity.startTotp(scopeOf({ tenant }, actor), cookies, password));
  await seedRegistry(database, letter);
  const token = await invite(`mark-${letter.toLowerCase()}-new@${tenant.slug}.example`);
  const [invitation] = await identity.listInvitations(scope);
  return {
    person: { userId: staff.userId, sessionId: staff.sessionId, email, password, cookies, actor },
    invitation: { id: invitation!.id, token },
    resetToken,
  };
}

/** The mail leaves after the answer, so that both take the same time for known and unknown addresses. */
async function tokenOfMail(mails: string[]): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const token = /\/passwort\S*?([\w-]{20,})\s/.exec(`${mails.at(-1)} `)?.[1];
    if (token) return token;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`no link in ${mails.at(-1)}`);
}

/** People and their secrets belong to no town; rows of both keep the tests honest. */
function seedRegistry(database: Database, letter: 'A' | 'B'): Promise<unknown> {
  return database.transaction({ registry: true }, async (store) => {
    await store.execute(sql`
      insert into identity.attempt (key, failures, since)
      values (${`MARK-${letter} key`}, 1, now())
    `);
  });
}

const TINY_PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const inventPicture: PictureKeeper = async (tenantId) =>
  done({ key: `${tenantId}/${newId()}.png`, mediaType: 'image/png', width: 1, height: 1, sizeBytes: 70 });

export function expectDone<Value>(outcome: Outcome<Value, string>): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason} ${JSON.stringify(outcome.details)}`);
  return outcome.value;
}
