import { expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { testDatabase } from '#tests/database';
import { articleKind } from '#modules/knowledge.server';
import { eventKind, listEvents } from '#modules/events.server';
import { findNews, listNews, newsKind } from '#modules/news.server';
import {
  archiveEntry,
  deskTasks,
  findDeskEntry,
  flagVanished,
  importEntry,
  listRevisions,
  publishEntry,
  readEdition,
  restoreRevision,
  saveEntry,
  saveTranslation,
  submitEntry,
} from '#modules/publishing.server';
import { saveTown } from '#modules/tenancy.server';
import { newId } from '#platform/db.server';

const { createTenant, scope, countQueries } = await testDatabase();
const hagenow = await createTenant('hagenow', 'Hagenow');
const author = () => scope(hagenow, { permissions: ['news.edit'] });
const editor = () => scope(hagenow, { permissions: ['news.edit', 'news.publish'] });
const visitor = () => scope(hagenow, { permissions: [], actor: { id: null, kind: 'public' } });

async function written(title: string, extra: object = {}) {
  const saved = await saveEntry(author(), newsKind, {
    draft: { title, body: 'Text.', ...extra },
    details: {},
  });
  if (!saved.ok) throw new Error(saved.reason);
  return saved.value;
}

test('an author writes, an editor publishes, a resident reads', async () => {
  const draft = await written('Freibad öffnet am Samstag');
  expect(draft.slug).toBe('freibad-oeffnet-am-samstag');
  expect(await findNews(visitor(), draft.slug)).toBeNull();

  expect(await publishEntry(author(), newsKind, draft.id)).toMatchObject({ ok: false, reason: 'forbidden' });
  expect(await submitEntry(author(), newsKind, draft.id)).toMatchObject({
    ok: true,
    value: { state: 'review' },
  });
  expect((await deskTasks(editor())).review.map((entry) => entry.id)).toContain(draft.id);
  expect(await publishEntry(editor(), newsKind, draft.id)).toMatchObject({
    ok: true,
    value: { state: 'published' },
  });
  expect(await findNews(visitor(), draft.slug)).toMatchObject({
    title: 'Freibad öffnet am Samstag',
    details: { isAlert: false },
  });

  const history = await listRevisions(editor(), draft.id);
  expect(history.map((revision) => revision.change)).toEqual(['published', 'submitted', 'created']);
});

test('where two pairs of eyes are wanted, nobody publishes what they wrote last', async () => {
  const strict = await createTenant('vellahn', 'Vellahn');
  await saveTown(scope(strict), { settings: { approvalByOther: true } });
  const person = () => ({
    permissions: ['news.edit', 'news.publish'],
    actor: { id: newId(), kind: 'staff' as const },
  });
  const [anna, bert] = [scope(strict, person()), scope(strict, person())];
  const text = { draft: { title: 'Sprechtag', body: 'Am Montag.' }, details: {} };
  const saved = await saveEntry(anna, newsKind, text);
  if (!saved.ok) throw new Error(saved.reason);
  const { id } = saved.value;
  await submitEntry(anna, newsKind, id);
  expect(await publishEntry(anna, newsKind, id)).toMatchObject({ ok: false, reason: 'own-work' });

  // A form that is sent back as it came is no writing; a changed word is.
  expect(await saveEntry(bert, newsKind, { id, version: 2, ...text })).toMatchObject({
    value: { version: 2 },
  });
  const changed = { draft: { title: 'Sprechtag', body: 'Am Dienstag.' }, details: {} };
  await saveEntry(bert, newsKind, { id, version: 2, ...changed });
  expect(await publishEntry(bert, newsKind, id)).toMatchObject({ ok: false, reason: 'own-work' });
  expect(await publishEntry(anna, newsKind, id)).toMatchObject({ ok: true, value: { state: 'published' } });
});

test('two entries with one title get two addresses', async () => {
  const [first, second] = [await written('Stadtfest'), await written('Stadtfest')];
  expect([first.slug, second.slug]).toEqual(['stadtfest', 'stadtfest-2']);
});

test('a scheduled entry appears at its hour and goes at its end', async () => {
  const publishAt = new Date('2026-12-01T08:00:00Z');
  const expireAt = new Date('2026-12-02T08:00:00Z');
  const entry = await written('Wasser abgestellt', { publishAt, expireAt });
  await publishEntry(editor(), newsKind, entry.id);
  const at = (time: string) => findNews(scope(hagenow, { permissions: [], now: new Date(time) }), entry.slug);
  expect(await at('2026-12-01T07:59:59Z')).toBeNull();
  expect(await at('2026-12-01T08:00:00Z')).not.toBeNull();
  expect(await at('2026-12-02T08:00:00Z')).toBeNull();
});

test('the slower of two writers is told, and loses nothing of the faster', async () => {
  const entry = await written('Baustelle Lange Straße');
  const faster = await saveEntry(author(), newsKind, {
    id: entry.id,
    version: 1,
    draft: { title: 'Baustelle beendet' },
    details: {},
  });
  const slower = await saveEntry(author(), newsKind, {
    id: entry.id,
    version: 1,
    draft: { title: 'Baustelle verlängert' },
    details: {},
  });
  expect(faster.ok).toBe(true);
  expect(slower).toMatchObject({ ok: false, reason: 'conflict' });
  expect((await findDeskEntry(editor(), newsKind, entry.id))?.title).toBe('Baustelle beendet');
});

test('bad input names the fields and writes nothing', async () => {
  const before = await readEdition(editor());
  const refused = await saveEntry(scope(hagenow), eventKind, {
    draft: { title: '  ', sourceUrl: 'javascript:alert(1)', sourceDate: '2026-13-01' },
    details: { startsAt: new Date('2026-05-01T10:00:00Z'), endsAt: new Date('2026-05-01T09:00:00Z') },
  });
  expect(refused).toEqual({
    ok: false,
    reason: 'invalid',
    details: {
      fields: {
        title: 'title-missing',
        sourceUrl: 'link-not-allowed',
        sourceDate: 'date-not-understood',
        endsAt: 'end-before-start',
      },
    },
  });
  expect(await readEdition(editor())).toBe(before);
});

test('an author cannot change what is public, an editor can', async () => {
  const entry = await written('Sprechstunde');
  await publishEntry(editor(), newsKind, entry.id);
  const change = { id: entry.id, draft: { title: 'Sprechstunde entfällt' }, details: {} };
  expect(await saveEntry(author(), newsKind, change)).toMatchObject({ ok: false, reason: 'forbidden' });
  expect(await saveEntry(editor(), newsKind, change)).toMatchObject({ ok: true });
  expect(
    await saveTranslation(author(), newsKind, entry.id, 'en', { title: 'x', summary: '', body: '' }),
  ).toMatchObject({ ok: false });
});

test('a translation is read in its language, the rest falls back to German', async () => {
  const entry = await written('Bibliothek geschlossen');
  await saveTranslation(editor(), newsKind, entry.id, 'en', {
    title: 'Library closed',
    summary: '',
    body: 'Closed.',
  });
  await publishEntry(editor(), newsKind, entry.id);
  const english = scope(hagenow, { permissions: [], locale: 'en' });
  expect(await findNews(english, entry.slug)).toMatchObject({ title: 'Library closed', language: 'en' });
  expect(await findNews(visitor(), entry.slug)).toMatchObject({
    title: 'Bibliothek geschlossen',
    language: 'de',
  });
});

test('an earlier text comes back as a new version, with its dates', async () => {
  const startsAt = new Date('2026-12-05T13:00:00Z');
  const boss = scope(hagenow);
  const saved = await saveEntry(boss, eventKind, { draft: { title: 'Adventsmarkt' }, details: { startsAt } });
  if (!saved.ok) throw new Error(saved.reason);
  await saveEntry(boss, eventKind, {
    id: saved.value.id,
    draft: { title: 'Weihnachtsmarkt' },
    details: { startsAt: new Date('2026-12-06T13:00:00Z') },
  });
  const restored = await restoreRevision(boss, eventKind, saved.value.id, 1);
  expect(restored).toMatchObject({
    ok: true,
    value: { title: 'Adventsmarkt', version: 3, details: { startsAt } },
  });
});

test('importing the same items twice changes nothing, a changed one is updated, a vanished one is flagged', async () => {
  const boss = scope(hagenow);
  const sourceId = newId();
  const item = (externalId: string, title: string) => ({
    externalId,
    sourceId,
    state: 'published' as const,
    draft: { title, sourceName: 'Amtsblatt', sourceDate: '2024-10' },
    details: { startsAt: new Date('2027-01-10T18:00:00Z'), uid: `${externalId}@amt` },
  });
  const run = (items: ReturnType<typeof item>[]) =>
    boss.write(async (store) => {
      const results = [];
      for (const one of items) results.push(await importEntry(store, boss, eventKind, one));
      const gone = await flagVanished(
        store,
        boss,
        sourceId,
        items.map((one) => one.externalId),
      );
      return { results: results.map((result) => (result.ok ? result.value : result.reason)), gone };
    });
  expect(await run([item('a', 'Sitzung'), item('b', 'Fest')])).toEqual({
    results: ['created', 'created'],
    gone: 0,
  });
  expect(await run([item('a', 'Sitzung'), item('b', 'Fest')])).toEqual({
    results: ['unchanged', 'unchanged'],
    gone: 0,
  });
  expect(await run([item('a', 'Sitzung verlegt')])).toEqual({ results: ['updated'], gone: 1 });
  const { items } = await listEvents(
    scope(hagenow, { permissions: [], now: new Date('2027-01-01T00:00:00Z') }),
  );
  expect(items.map((event) => [event.title, event.vanishedAt !== null, event.details.sequence])).toEqual([
    ['Sitzung verlegt', false, 1],
    ['Fest', true, 0],
  ]);
});

test('a list costs the same number of queries whether it shows one entry or many', async () => {
  const town = await createTenant('listen');
  const boss = scope(town);
  const publish = async (title: string) => {
    const saved = await saveEntry(boss, newsKind, { draft: { title }, details: {} });
    if (saved.ok) await publishEntry(boss, newsKind, saved.value.id);
  };
  await publish('Eins');
  const one = await countQueries(() => listNews(scope(town, { permissions: [] })));
  await publish('Zwei');
  await publish('Drei');
  const three = await countQueries(() => listNews(scope(town, { permissions: [] })));
  expect([one, three]).toEqual([2, 2]);
});

test('pages of a list follow each other without gap or repetition', async () => {
  const town = await createTenant('blaettern');
  const boss = scope(town);
  for (let number = 1; number <= 7; number++) {
    const saved = await saveEntry(boss, newsKind, { draft: { title: `Nachricht ${number}` }, details: {} });
    if (saved.ok) await publishEntry(boss, newsKind, saved.value.id);
  }
  const titles: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listNews>> = await listNews(scope(town, { permissions: [] }), {
      cursor,
      limit: 3,
    });
    titles.push(...page.items.map((item) => item.title));
    cursor = page.next;
  } while (cursor);
  expect(titles).toEqual([7, 6, 5, 4, 3, 2, 1].map((number) => `Nachricht ${number}`));
});

test('archived entries leave the public pages and can come back', async () => {
  const boss = scope(hagenow);
  const saved = await saveEntry(boss, articleKind, {
    draft: { title: 'Hundesteuer' },
    details: { topic: 'steuern' },
  });
  if (!saved.ok) throw new Error(saved.reason);
  await publishEntry(boss, articleKind, saved.value.id);
  expect(await archiveEntry(boss, articleKind, saved.value.id)).toMatchObject({ ok: true });
  expect(await archiveEntry(boss, articleKind, saved.value.id)).toMatchObject({
    ok: false,
    reason: 'wrong-state',
  });
  expect(await publishEntry(boss, articleKind, saved.value.id)).toMatchObject({ ok: true });
});

test('the audit trail cannot be rewritten', async () => {
  const boss = scope(hagenow);
  await expect(
    boss.write((store) => store.execute(sql`update audit.entry set action = 'nothing'`)),
  ).rejects.toThrow();
});

test('every change of an event is told to those who follow events, in its transaction; news have no followers', async () => {
  const town = await createTenant('folgen', 'Folgen');
  const desk = () => scope(town, { permissions: ['events.edit', 'events.publish', 'news.edit'] });
  const details = { startsAt: new Date('2026-12-05T10:00:00Z') };
  const saved = await saveEntry(desk(), eventKind, { draft: { title: 'Lesung' }, details });
  if (!saved.ok) throw new Error(saved.reason);
  await publishEntry(desk(), eventKind, saved.value.id);
  await saveEntry(desk(), newsKind, { draft: { title: 'Notiz' }, details: {} });
  const { rows } = await scope(town).read((store) =>
    store.execute(sql`select topic, payload from jobs.announcement where tenant_id = ${town.id}`),
  );
  const told = { topic: 'events.changed', payload: { entryId: saved.value.id } };
  expect(rows).toEqual([told, told]);
});
