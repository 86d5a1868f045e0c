import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { eventKind, listEvents } from '#modules/events.server';
import {
  attachMedium,
  findDeskEntry,
  listMedia,
  mediaOf,
  publishEntry,
  saveEntry,
} from '#modules/publishing.server';
import { saveTown } from '#modules/tenancy.server';
import { newId } from '#platform/db.server';
import { listAudit } from '#platform/audit.server';
import { openFiles, savePicture } from '#platform/files.server';
import type { TenantIdentity } from '#platform/scope';
import { noteDecision } from './commands/deciding.server.ts';
import { eraseDue, eraseOrganisers, finishDrafts, letterWork } from './jobs.server.ts';
import { sendLetter } from '#platform/mail.server';
import type { Letter } from './letters.server.ts';
import type { Parts } from './parts.server.ts';
import { createSuggestions } from './suggestions.server.ts';

const { createTenant, scope } = await testDatabase();

const MONDAY = new Date('2026-11-23T09:00:00Z');
const later = (hours: number) => new Date(MONDAY.getTime() + hours * 3_600_000);
const ORIGIN = 'https://hagenow.example';
const files = openFiles({ dataFolder: mkdtempSync(join(tmpdir(), 'ortskern-suggestions-')), s3: null });

/** Dates with sign-ups by event, and who took a list. */
const signUps = new Map<string, { id: string; startsAt: Date; taken: number; waiting: number }[]>();
const exported: string[] = [];

function listOf(as: { may(permission: string): boolean }, dateId: string) {
  const found = [...signUps].find(([, dates]) => dates.some(({ id }) => id === dateId));
  if (!as.may('attendance.manage') || !found) return null;
  const hilde = {
    id: newId(),
    name: 'Hilde Muster',
    email: 'hilde@post.example',
    seats: 2,
    state: 'seat',
    answer: 'Ja',
    isConfirmed: true,
    attendedSeats: null,
  };
  return { event: { id: found[0] }, date: { startsAt: MONDAY }, question: 'Hilfe?', attendees: [hilde] };
}

type Mail = Parameters<Parts['mail']['send']>[0];
const mails: Mail[] = [];
const parts: Parts = {
  secret: 'a secret of the tests that is long enough 7Jx',
  mail: { send: async (mail) => void mails.push(mail) },
  keepPicture: (tenantId, bytes) => savePicture(files, tenantId, bytes),
  files,
  // As the room of sign-ups does: nothing without the right, and only what is there.
  guests: {
    listOffers: async (as) =>
      as.may('attendance.manage') ? [...signUps.keys()].map((eventId) => ({ eventId })) : [],
    findOffer: async (as, id) => {
      const dates = as.may('attendance.manage') ? signUps.get(id) : null;
      return dates ? { event: { id, title: 'Lichterfest' }, offer: {}, dates } : null;
    },
    findList: async (as, dateId) => listOf(as, dateId),
    exportList: async (as, dateId) => {
      exported.push(`${as.actor.name} ${dateId}`);
      return listOf(as, dateId);
    },
  },
  throttled: false,
};
const room = createSuggestions(parts);

const visitor = (town: TenantIdentity, now = later(1)) =>
  scope(town, { permissions: [], now, actor: { id: null, name: 'Öffentlichkeit', kind: 'public' } });
const desk = (town: TenantIdentity, now = later(2)) =>
  scope(town, { permissions: ['events.edit', 'events.publish', 'suggestions.manage'], now });

async function openTown(slug: string): Promise<TenantIdentity> {
  const town = await createTenant(slug, slug);
  const contacts = [{ role: 'Redaktion', topics: [], email: `redaktion@${slug}.example` }];
  await saveTown(scope(town), { settings: { contacts, defaultContactRole: 'Redaktion' } });
  return town;
}

const fields = (more: object = {}) => ({
  title: 'Lichterfest',
  day: '2026-12-05',
  from: '17:00',
  venue: 'Marktplatz',
  description: 'Lichter, Musik und **Punsch**.',
  organizer: 'Kulturverein (Beispiel)',
  accessibility: ['step-free'],
  name: 'Erika Muster',
  email: 'erika@post.example',
  consent: 'ja',
  ...more,
});

function wishOf(town: TenantIdentity, more: object = {}, picture: Uint8Array | null = null) {
  const ticket = room.issueTicket(visitor(town, MONDAY));
  return { fields: fields(more), picture, ticket, decoy: '', origin: ORIGIN, address: '127.0.0.1' };
}

async function previewed(town: TenantIdentity, more: object = {}, picture: Uint8Array | null = null) {
  const outcome = await room.preview(visitor(town), wishOf(town, more, picture));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value.token;
}

/** Sends what is announced, as the worker does. */
async function sendLetters(town: TenantIdentity, now = later(1)): Promise<string[]> {
  mails.length = 0;
  const { rows } = await scope(town).write((store) =>
    store.execute<{ id: string; payload: Letter }>(sql`
      delete from jobs.announcement
      where tenant_id = ${town.id} and topic = 'suggestions.letter'
      returning id, payload
    `),
  );
  for (const { id, payload } of rows) await sendLetter(letterWork(parts), scope(town, { now }), payload, id);
  return mails.map(({ to, subject }) => `${to}: ${subject}`).sort();
}

test('anyone suggests an event: seen by them alone, then a draft at the desk that names nobody, then public', async () => {
  const town = await openTown('vorschlag');
  const token = await previewed(town);
  expect(await room.list(desk(town))).toEqual([]);
  expect((await room.findOwn(visitor(town), token))!.state).toBe('preview');
  await room.send(visitor(town), token);
  await room.send(visitor(town), token);
  expect(await sendLetters(town)).toEqual([
    'erika@post.example: Ihr Vorschlag ist angekommen: Lichterfest',
    'redaktion@vorschlag.example: Neuer Vorschlag: Lichterfest',
  ]);

  const [line] = await room.list(desk(town));
  const found = (await room.find(desk(town), line!.id))!;
  expect(found).toMatchObject({ title: 'Lichterfest', name: 'Erika Muster', email: 'erika@post.example' });
  const draft = (await findDeskEntry(desk(town), eventKind, found.draft!.id))!;
  expect(draft).toMatchObject({
    state: 'draft',
    authorName: 'Vorschlag',
    sourceName: 'Kulturverein (Beispiel)',
    details: {
      startsAt: new Date('2026-12-05T16:00:00Z'),
      venue: 'Marktplatz',
      accessibility: ['step-free'],
    },
  });
  expect(JSON.stringify(draft)).not.toContain('Erika');

  expect(await room.publish(desk(town), line!.id)).toEqual({ ok: true, value: null });
  expect(await sendLetters(town)).toEqual([
    'erika@post.example: Ihre Veranstaltung steht im Kalender: Lichterfest',
  ]);
  expect(mails[0]!.text).toContain(`${ORIGIN}/veranstaltungen/lichterfest`);
  expect(await room.findOwn(visitor(town), token)).toMatchObject({ state: 'published', slug: 'lichterfest' });
});

test('published in the editor, the suggester hears of it once', async () => {
  const town = await openTown('redaktion');
  const token = await previewed(town);
  await room.send(visitor(town), token);
  await sendLetters(town);
  const [line] = await room.list(desk(town));
  const { draft } = (await room.find(desk(town), line!.id))!;
  await publishEntry(desk(town), eventKind, draft!.id);
  await noteDecision(scope(town), draft!.id);
  await noteDecision(scope(town), draft!.id);
  expect(await sendLetters(town)).toHaveLength(1);
});

test('declined with a reason, the draft is gone and the suggester reads why', async () => {
  const town = await openTown('ablehnung');
  const token = await previewed(town);
  await room.send(visitor(town), token);
  await sendLetters(town);
  const [line] = await room.list(desk(town));
  expect(await room.decline(desk(town), { id: line!.id, reason: '' })).toMatchObject({ reason: 'invalid' });
  const { draft } = (await room.find(desk(town), line!.id))!;
  await room.decline(desk(town), { id: line!.id, reason: 'Das Fest ist schon eingetragen.' });
  expect(await findDeskEntry(desk(town), eventKind, draft!.id)).toBeNull();
  expect(await sendLetters(town)).toEqual(['erika@post.example: Zu Ihrem Vorschlag: Lichterfest']);
  expect(mails[0]!.text).toContain('> Das Fest ist schon eingetragen.');
  expect(await room.findOwn(visitor(town), token)).toMatchObject({ state: 'declined' });
  const actions = (await listAudit(scope(town), { limit: 50 })).map(({ action }) => action);
  expect(actions).toContain('suggestions.declined');
});

test('what was declined and nobody else ever saw goes: its picture at once, its words with the contact', async () => {
  const town = await openTown('abgelehnt');
  const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer();
  const token = await previewed(
    town,
    {
      alt: 'Kinder am Zaun',
      rights: 'ja',
      contact: 'Oma Erna, 03883 000000',
      description: 'Bei Oma Erna im Garten.',
    },
    picture,
  );
  const key = (await room.findOwn(visitor(town), token))!.pictureKey!;
  await room.send(visitor(town), token);
  const [line] = await room.list(desk(town));
  expect(await files.read(key)).not.toBeNull();
  await room.decline(desk(town), { id: line!.id, reason: 'Oma Erna möchte das nicht.' });
  expect(await files.read(key)).toBeNull();
  expect(await listMedia(desk(town))).toEqual([]);

  expect(await eraseDue(parts, scope(town, { now: later(24 * 30 + 2) }))).toBe(1);
  const { rows } = await scope(town).read((store) =>
    store.execute(
      sql`select suggestion::text as all_of_it from suggestions.suggestion where tenant_id = ${town.id}`,
    ),
  );
  expect(rows).toHaveLength(1);
  expect(String(rows[0]!.all_of_it)).toContain('Lichterfest');
  expect(String(rows[0]!.all_of_it)).not.toMatch(/Erna|Erika|Zaun/);
});

test('a picture the town uses elsewhere stays when the suggestion it came with is declined', async () => {
  const town = await openTown('behalten');
  const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'blue' } })
    .jpeg()
    .toBuffer();
  const token = await previewed(town, { alt: 'Lichter', rights: 'ja' }, picture);
  const key = (await room.findOwn(visitor(town), token))!.pictureKey!;
  await room.send(visitor(town), token);
  const [line] = await room.list(desk(town));
  const [medium] = await listMedia(desk(town));
  const other = await saveEntry(desk(town), eventKind, {
    draft: { title: 'Lichterlauf' },
    details: { startsAt: new Date('2026-12-06T16:00:00Z') },
  });
  if (!other.ok) throw new Error(other.reason);
  await attachMedium(desk(town), eventKind, other.value.id, medium!.id);
  await room.decline(desk(town), { id: line!.id, reason: 'Steht schon im Kalender.' });
  expect(await listMedia(desk(town))).toHaveLength(1);
  expect(await files.read(key)).not.toBeNull();
});

test('a suggestion sent while the night forgets unsent previews is not lost', async () => {
  const town = await openTown('mitternacht');
  const token = await previewed(town);
  const night = scope(town, { now: later(24) });
  let isSent = false;
  const meanwhile = {
    ...night,
    write: (async (work) => {
      if (!isSent) {
        isSent = true;
        await room.send(visitor(town, later(24)), token);
      }
      return night.write(work);
    }) as typeof night.write,
  };
  expect(await eraseDue(parts, meanwhile)).toBe(0);
  expect(await room.findOwn(visitor(town), token)).toMatchObject({ state: 'sent' });
  expect(await room.list(desk(town))).toHaveLength(1);
});

test('the same form sent twenty times is one suggestion; a machine, a past day and missing words are refused', async () => {
  const town = await openTown('pruefung');
  const wish = wishOf(town);
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => room.preview(visitor(town), wish)));
  expect(new Set(outcomes.map((outcome) => (outcome.ok ? outcome.value.token : outcome.reason))).size).toBe(
    1,
  );
  const { rows } = await scope(town).read((store) =>
    store.execute(sql`select 1 from suggestions.suggestion where tenant_id = ${town.id}`),
  );
  expect(rows).toHaveLength(1);
  const refusal = async (more: object, wish_: object = {}) => {
    const outcome = await room.preview(visitor(town), { ...wishOf(town, more), ...wish_ });
    return outcome.ok ? null : (outcome.details.fields ?? outcome.reason);
  };
  expect(await refusal({}, { decoy: 'x' })).toBe('not-accepted');
  expect(await refusal({ day: '2026-11-22' })).toEqual({ day: 'suggestions.fault.past' });
  expect(await refusal({ title: '', venue: '', link: 'javascript:alert(1)', from: '25:00' })).toEqual({
    title: 'suggestions.fault.title',
    venue: 'suggestions.fault.venue',
    link: 'suggestions.fault.link',
    from: 'suggestions.fault.time',
  });
});

test('an event of the same day with a like name is shown before sending', async () => {
  const town = await openTown('doppelt');
  const saved = await saveEntry(desk(town), eventKind, {
    draft: { title: 'Hagenower Lichterfest' },
    details: { startsAt: new Date('2026-12-05T15:00:00Z'), venue: 'Innenstadt' },
  });
  if (!saved.ok) throw new Error(saved.reason);
  await publishEntry(desk(town), eventKind, saved.value.id);
  const token = await previewed(town);
  const own = (await room.findOwn(visitor(town), token))!;
  expect(own.similar.map(({ title }) => title)).toEqual(['Hagenower Lichterfest']);
});

test('a picture is written anew, shown to its sender, and belongs to the draft; one not sent is removed', async () => {
  const town = await openTown('bild');
  const picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#375a7f' } })
    .withExif({ IFD0: { Copyright: 'geheim' } })
    .jpeg()
    .toBuffer();
  const refused = await room.preview(visitor(town), wishOf(town, {}, picture));
  expect(refused).toMatchObject({
    details: { fields: { alt: 'suggestions.fault.alt', rights: 'suggestions.fault.rights' } },
  });
  const broken = wishOf(town, { alt: 'Lichter', rights: 'ja' }, new Uint8Array([1, 2, 3]));
  expect(await room.preview(visitor(town), broken)).toMatchObject({
    details: { fields: { picture: 'suggestions.fault.picture-not-readable' } },
  });

  const token = await previewed(town, { alt: 'Lichter', rights: 'ja' }, picture);
  const { pictureKey } = (await room.findOwn(visitor(town), token))!;
  const kept = (await files.read(pictureKey!))!;
  expect(Buffer.from(kept.bytes).includes('geheim')).toBe(false);
  await room.send(visitor(town), token);
  const [line] = await room.list(desk(town));
  const { draft } = (await room.find(desk(town), line!.id))!;
  const pictures = (await mediaOf(desk(town), [draft!.id])).get(draft!.id)!;
  expect(pictures.map(({ alt }) => alt)).toEqual(['Lichter']);

  const unsent = await previewed(town, { alt: 'Lichter', rights: 'ja' }, picture);
  const key = (await room.findOwn(visitor(town), unsent))!.pictureKey!;
  expect(await eraseDue(parts, scope(town, { now: later(24) }))).toBe(1);
  expect(await room.findOwn(visitor(town), unsent)).toBeNull();
  expect(await files.read(key)).toBeNull();
});

test('thirty days after the decision nothing names who suggested it; the event stays', async () => {
  const town = await openTown('loeschen');
  const token = await previewed(town);
  await room.send(visitor(town), token);
  const [line] = await room.list(desk(town));
  await room.publish(desk(town), line!.id);
  expect(await eraseDue(parts, scope(town, { now: later(24 * 29) }))).toBe(0);
  expect(await eraseDue(parts, scope(town, { now: later(24 * 30) }))).toBe(1);
  expect(await room.findOwn(visitor(town), token)).toBeNull();
  const { rows } = await scope(town).read((store) =>
    store.execute(sql`select name, email, token_hash, fields::text as fields from suggestions.suggestion`),
  );
  expect(rows).toMatchObject([{ name: null, email: null, token_hash: null }]);
  expect(String(rows[0]!.fields)).not.toMatch(/Erika|erika@/);
  expect((await listEvents(visitor(town))).items.map(({ title }) => title)).toEqual(['Lichterfest']);
});

test('a draft that an ended process did not make is made at night', async () => {
  const town = await openTown('nachts');
  const token = await previewed(town);
  await room.send(visitor(town), token);
  await scope(town).write((store) =>
    store.execute(sql`update suggestions.suggestion set entry_id = null where tenant_id = ${town.id}`),
  );
  await finishDrafts(scope(town, { now: later(12) }));
  const [line] = await room.list(desk(town));
  expect((await room.find(desk(town), line!.id))!.draft).toMatchObject({ state: 'draft' });
});

async function invited(town: TenantIdentity, name: string) {
  await room.invite(desk(town), {
    fields: { name, email: `${name.toLowerCase()}@verein.example` },
    origin: ORIGIN,
  });
  await sendLetters(town);
  return /\/veranstalter\/(\S+)/.exec(mails[0]!.text)![1]!;
}

test('a trusted organiser publishes at once, changes and cancels their own events, and no others', async () => {
  const town = await openTown('vertrauen');
  const choir = await invited(town, 'Chor');
  const club = await invited(town, 'Sportverein');
  const saved = await room.saveOwnEvent(visitor(town), choir, { fields: fields(), picture: null });
  if (!saved.ok) throw new Error(JSON.stringify(saved));
  const { id } = saved.value;
  expect((await listEvents(visitor(town))).items).toMatchObject([
    { title: 'Lichterfest', details: { organizer: 'Chor' } },
  ]);
  const theirs = { id, fields: fields({ title: 'Gekapert' }), picture: null };
  expect(await room.saveOwnEvent(visitor(town), club, theirs)).toMatchObject({ reason: 'unknown' });
  expect(await room.cancelOwnEvent(visitor(town), club, { id, what: 'cancel' })).toMatchObject({
    reason: 'unknown',
  });
  expect((await room.findOwnEvents(visitor(town), club))!.events).toEqual([]);

  await room.saveOwnEvent(visitor(town), choir, { id, fields: fields({ from: '18:00' }), picture: null });
  await room.cancelOwnEvent(visitor(town), choir, { id, what: 'cancel' });
  expect((await listEvents(visitor(town))).items).toMatchObject([
    { details: { status: 'cancelled', startsAt: new Date('2026-12-05T17:00:00Z') } },
  ]);
  const authors = (await listAudit(scope(town), { subjectId: id })).map(({ actorName }) => actorName);
  expect(new Set(authors)).toEqual(new Set(['Chor']));
});

test('an organiser sees and takes along who comes to their own events, without addresses, and no other list', async () => {
  const town = await openTown('gaeste');
  const choir = await invited(town, 'Chor');
  const club = await invited(town, 'Sportverein');
  const saved = await room.saveOwnEvent(visitor(town), choir, { fields: fields(), picture: null });
  if (!saved.ok) throw new Error(JSON.stringify(saved));
  const { id } = saved.value;
  expect(await room.findGuestDates(visitor(town), choir, id)).toBeNull();
  expect((await room.findOwnEvents(visitor(town), choir))!.withSignUp).toEqual(new Set());

  const dateId = newId();
  signUps.set(id, [{ id: dateId, startsAt: MONDAY, taken: 2, waiting: 0 }]);
  expect((await room.findOwnEvents(visitor(town), choir))!.withSignUp).toEqual(new Set([id]));
  expect((await room.findGuestDates(visitor(town), choir, id))!.dates).toMatchObject([{ id: dateId }]);
  const seen = await room.findGuestList(visitor(town), choir, { dateId, takesAlong: false });
  expect(seen!.guests).toMatchObject([{ name: 'Hilde Muster', seats: 2, answer: 'Ja' }]);
  expect(JSON.stringify(seen)).not.toContain('@');
  expect(exported).toEqual([]);
  await room.findGuestList(visitor(town), choir, { dateId, takesAlong: true });
  expect(exported).toEqual([`Chor ${dateId}`]);

  expect(await room.findGuestDates(visitor(town), club, id)).toBeNull();
  for (const takesAlong of [false, true])
    expect(await room.findGuestList(visitor(town), club, { dateId, takesAlong })).toBeNull();
  expect(await room.findGuestList(visitor(town), `${choir}x`, { dateId, takesAlong: true })).toBeNull();
  expect(exported).toHaveLength(1);
});

test('a link ends after its hours, and all end when the desk ends the trust', async () => {
  const town = await openTown('ende');
  const link = await invited(town, 'Chor');
  const works = async (token: string, now = later(1)) =>
    (await room.findOwnEvents(visitor(town, now), token)) !== null;
  expect(await works(link)).toBe(true);
  expect(await works(`${link.slice(0, -1)}x`)).toBe(false);
  expect(await works(link, later(7 * 24 + 2))).toBe(false);

  const ask = (email: string) =>
    room.askForLink(visitor(town), {
      email,
      ticket: room.issueTicket(visitor(town, MONDAY)),
      decoy: '',
      address: '127.0.0.1',
    });
  expect(await ask('niemand@verein.example')).toEqual(await ask('chor@verein.example'));
  expect(await sendLetters(town)).toEqual(['chor@verein.example: Ihr Link für den Veranstaltungskalender']);
  const [organiser] = await room.listOrganisers(desk(town));
  expect(
    await room.setOrganiser(scope(town, { permissions: [] }), { id: organiser!.id, isTrusted: false }),
  ).toMatchObject({ reason: 'forbidden' });
  await room.setOrganiser(desk(town), { id: organiser!.id, isTrusted: false });
  expect(await works(link)).toBe(false);
  await ask('chor@verein.example');
  expect(await sendLetters(town)).toEqual([]);
  await room.setOrganiser(desk(town), { id: organiser!.id, isTrusted: true });
  expect(await works(link)).toBe(false);
});

test('ninety days after the trust has ended nothing names the organiser; their events stay, and they may be invited anew', async () => {
  const town = await openTown('vergessen');
  const choir = await invited(town, 'Chor');
  const club = await invited(town, 'Sportverein');
  for (const token of [choir, club])
    await room.saveOwnEvent(visitor(town), token, { fields: fields(), picture: null });
  const idOf = async (name: string) =>
    (await room.listOrganisers(desk(town))).find((one) => one.name === name)!.id;
  await room.setOrganiser(desk(town), { id: await idOf('Chor'), isTrusted: false });
  await room.setOrganiser(desk(town), { id: await idOf('Sportverein'), isTrusted: false });
  await room.setOrganiser(desk(town), { id: await idOf('Sportverein'), isTrusted: true });
  const [ended, trusted] = await room.listOrganisers(desk(town));
  expect([ended!.eraseOn, trusted!.eraseOn]).toEqual(['2027-02-21', null]);

  expect(await eraseOrganisers(scope(town, { now: later(24 * 89) }))).toBe(0);
  expect(await eraseOrganisers(scope(town, { now: later(24 * 90) }))).toBe(1);
  expect((await room.listOrganisers(desk(town))).map(({ name }) => name)).toEqual(['Sportverein']);
  const { rows } = await scope(town).read((store) =>
    store.execute(sql`select o::text, e::text from suggestions.organiser o, suggestions.organiser_event e`),
  );
  expect(JSON.stringify(rows)).not.toMatch(/chor/i);
  expect((await listEvents(visitor(town))).items).toHaveLength(2);
  expect(
    await room.invite(desk(town), { fields: { name: 'Chor', email: 'chor@verein.example' }, origin: ORIGIN }),
  ).toMatchObject({ ok: true });
});
