import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { changeDate, eventKind } from '#modules/events.server';
import { findNews, newsKind } from '#modules/news.server';
import {
  addMedium,
  approveChange,
  archiveEntry,
  attachMedium,
  declineChange,
  deskTasks,
  findWorkingCopy,
  importEntry,
  listRevisions,
  mediaOf,
  publishEntry,
  readEdition,
  restoreRevision,
  saveEntry,
  saveTranslation,
} from '#modules/publishing.server';
import { saveTown } from '#modules/tenancy.server';
import { newId } from '#platform/db.server';
import { done } from '#platform/outcome';

const { createTenant, scope } = await testDatabase();
const vellahn = await createTenant('vellahn', 'Vellahn');
await saveTown(scope(vellahn), { settings: { approvalByOther: true } });

const EDIT = {
  start: null,
  end: null,
  status: 'confirmed' as const,
  title: null,
  venue: null,
  street: null,
  note: '',
};
const RIGHTS = ['news.edit', 'news.publish', 'events.edit', 'events.publish', 'publishing.media'];
function person(name: string) {
  const actor = { id: newId(), kind: 'staff' as const, name };
  return () => scope(vellahn, { permissions: RIGHTS, actor });
}
const [anna, bert] = [person('Anna'), person('Bert')];
const visitor = () => scope(vellahn, { permissions: [], actor: { id: null, kind: 'public' } });

async function publicNews(title: string) {
  const saved = await saveEntry(anna(), newsKind, { draft: { title, body: 'Am Montag.' }, details: {} });
  if (!saved.ok) throw new Error(saved.reason);
  const published = await publishEntry(bert(), newsKind, saved.value.id);
  if (!published.ok) throw new Error(published.reason);
  return published.value;
}

function change(id: string, body: string, title = 'Sprechtag') {
  return { id, draft: { title, body }, details: {} };
}

async function waitingAt(id: string, part = 'text') {
  const copy = await findWorkingCopy(anna(), newsKind, id);
  const found = copy?.waiting.find((one) => one.part === part);
  if (!found) throw new Error(`nothing waits at ${id}`);
  return { id, part, writtenAt: found.writtenAt };
}

test('a change of what is public waits, readers keep the approved text, and another person makes it public', async () => {
  const { id, slug } = await publicNews('Sprechtag');
  const edition = await readEdition(visitor());
  const unchanged = await saveEntry(anna(), newsKind, change(id, 'Am Montag.'));
  expect(unchanged).toMatchObject({ ok: true, value: { isWaiting: false } });
  const saved = await saveEntry(anna(), newsKind, change(id, 'Am Dienstag.'));
  expect(saved).toMatchObject({ ok: true, value: { body: 'Am Dienstag.', isWaiting: true } });
  expect((await findNews(visitor(), slug))?.body).toBe('Am Montag.');
  expect(await readEdition(visitor())).toBe(edition);
  expect((await deskTasks(bert())).changed.map((entry) => entry.id)).toEqual([id]);

  const seen = await waitingAt(id);
  expect(await approveChange(anna(), newsKind, seen)).toMatchObject({ ok: false, reason: 'own-work' });
  expect(await approveChange(bert(), newsKind, seen)).toMatchObject({ ok: true });
  expect((await findNews(visitor(), slug))?.body).toBe('Am Dienstag.');
  expect((await deskTasks(bert())).changed).toEqual([]);
  const history = await listRevisions(bert(), id);
  expect(history.map(({ change: what, actorName }) => [what, actorName])).toEqual([
    ['approved', 'Bert'],
    ['proposed', 'Anna'],
    ['published', 'Bert'],
    ['created', 'Anna'],
  ]);
});

test('who approves has seen this text and no later one; who goes on writing writes on what waits', async () => {
  const { id, slug } = await publicNews('Zweimal geändert');
  await saveEntry(anna(), newsKind, change(id, 'Am Dienstag.'));
  const seen = await waitingAt(id);
  const copy = await findWorkingCopy(bert(), newsKind, id);
  expect(copy).toMatchObject({ body: 'Am Dienstag.', state: 'published' });
  const later = scope(vellahn, { permissions: RIGHTS, actor: bert().actor, now: new Date('2099-01-01') });
  await saveEntry(later, newsKind, { ...change(id, 'Am Mittwoch.'), version: copy!.version });

  expect(await approveChange(anna(), newsKind, seen)).toMatchObject({ ok: false, reason: 'conflict' });
  expect((await findNews(visitor(), slug))?.body).toBe('Am Montag.');
  // Both wrote, and the last writer needs the other.
  expect(await approveChange(bert(), newsKind, await waitingAt(id))).toMatchObject({ reason: 'own-work' });
  expect(await approveChange(anna(), newsKind, await waitingAt(id))).toMatchObject({ ok: true });
  expect((await findNews(visitor(), slug))?.body).toBe('Am Mittwoch.');
});

test('the slower of two who propose is told', async () => {
  const { id, version } = await publicNews('Gleichzeitig');
  await saveEntry(anna(), newsKind, { ...change(id, 'Am Dienstag.'), version });
  const slower = await saveEntry(bert(), newsKind, { ...change(id, 'Am Freitag.'), version });
  expect(slower).toMatchObject({ ok: false, reason: 'conflict' });
});

test('a declined change leaves the public text, and the history brings it back for another look', async () => {
  const { id, slug } = await publicNews('Verworfen');
  await saveEntry(anna(), newsKind, change(id, 'Am Dienstag.'));
  const author = scope(vellahn, { permissions: ['news.edit'], actor: { id: newId(), kind: 'staff' } });
  expect(await declineChange(author, newsKind, await waitingAt(id))).toMatchObject({ reason: 'forbidden' });
  expect(await declineChange(anna(), newsKind, await waitingAt(id))).toMatchObject({ ok: true });
  const copy = await findWorkingCopy(anna(), newsKind, id);
  expect(copy).toMatchObject({ body: 'Am Montag.', waiting: [] });

  const [proposed] = await listRevisions(anna(), id);
  const restored = await restoreRevision(bert(), newsKind, id, proposed!.number);
  expect(restored).toMatchObject({ ok: true, value: { body: 'Am Dienstag.', isWaiting: true } });
  expect((await findNews(visitor(), slug))?.body).toBe('Am Montag.');
});

test('translations and pictures of what is public wait as well; a picture is taken off at once', async () => {
  const { id, slug } = await publicNews('Mit Bild');
  const text = { title: 'Office hours', summary: '', body: 'On Monday.' };
  await saveTranslation(anna(), newsKind, id, 'en', text);
  const kept = async () => done({ key: 'bild', mediaType: 'image/png', width: 1, height: 1, sizeBytes: 1 });
  const medium = await addMedium(anna(), kept, { bytes: new Uint8Array(1), alt: 'Rathaus', licence: 'CC0' });
  if (!medium.ok) throw new Error(medium.reason);
  await attachMedium(anna(), newsKind, id, medium.value.id);
  const english = () =>
    findNews(scope(vellahn, { permissions: [], actor: { id: null, kind: 'public' }, locale: 'en' }), slug);
  expect((await english())?.title).toBe('Mit Bild');
  expect(await mediaOf(visitor(), [id])).toEqual(new Map());

  for (const part of ['translation-en', `picture-${medium.value.id}`])
    expect(await approveChange(bert(), newsKind, await waitingAt(id, part))).toMatchObject({ ok: true });
  expect((await english())?.title).toBe('Office hours');
  expect((await mediaOf(visitor(), [id])).get(id)).toMatchObject([{ alt: 'Rathaus' }]);
});

test('two dates of a series changed one after the other both wait, and both come', async () => {
  const details = { startsAt: new Date('2027-01-05T18:00:00Z'), rule: 'FREQ=WEEKLY' };
  const saved = await saveEntry(anna(), eventKind, { draft: { title: 'Chor' }, details });
  if (!saved.ok) throw new Error(saved.reason);
  const { id } = saved.value;
  await publishEntry(bert(), eventKind, id);
  const at = scope(vellahn, { permissions: RIGHTS, actor: anna().actor, now: new Date('2027-01-01') });
  for (const recurrenceId of ['20270112T190000', '20270119T190000']) {
    const { version } = (await findWorkingCopy(at, eventKind, id))!;
    const moved = await changeDate(at, { id, version, recurrenceId }, { ...EDIT, status: 'cancelled' });
    if (!moved.ok) throw new Error(moved.reason);
  }
  const copy = (await findWorkingCopy(bert(), eventKind, id))!;
  expect(copy.details.overrides).toHaveLength(2);
  const [{ writtenAt }] = copy.waiting as [(typeof copy.waiting)[0]];
  expect(await approveChange(bert(), eventKind, { id, part: 'text', writtenAt })).toMatchObject({ ok: true });
  const shown = (await findWorkingCopy(bert(), eventKind, id))!;
  expect(shown.details.overrides).toEqual(copy.details.overrides);
  expect(shown.waiting).toEqual([]);
});

test('what the source says next, and taking an entry off the public pages, end what waits', async () => {
  const { id } = await publicNews('Archiviert');
  await saveEntry(anna(), newsKind, change(id, 'Am Dienstag.'));
  await archiveEntry(anna(), newsKind, id);
  expect((await findWorkingCopy(anna(), newsKind, id))?.waiting).toEqual([]);

  const source = scope(vellahn);
  const item = (body: string) => ({
    externalId: 'amt-1',
    sourceId: null,
    state: 'published' as const,
    draft: { title: 'Aus dem Amtsblatt', body },
    details: {},
  });
  const read = (body: string) => source.write((store) => importEntry(store, source, newsKind, item(body)));
  await read('Alt.');
  const imported = (await findNews(visitor(), 'aus-dem-amtsblatt'))!;
  await saveEntry(anna(), newsKind, change(imported.id, 'Am Tisch geändert.', 'Aus dem Amtsblatt'));
  expect((await findWorkingCopy(anna(), newsKind, imported.id))?.waiting).toHaveLength(1);
  await read('Neu.');
  expect(await findWorkingCopy(anna(), newsKind, imported.id)).toMatchObject({ body: 'Neu.', waiting: [] });
});

test('where one pair of eyes is enough, a change is public at once', async () => {
  const redefin = await createTenant('redefin', 'Redefin');
  const clerk = scope(redefin, { permissions: RIGHTS, actor: { id: newId(), kind: 'staff' } });
  const saved = await saveEntry(clerk, newsKind, { draft: { title: 'Fest' }, details: {} });
  if (!saved.ok) throw new Error(saved.reason);
  await publishEntry(clerk, newsKind, saved.value.id);
  const changed = await saveEntry(clerk, newsKind, change(saved.value.id, 'Morgen.', 'Fest'));
  expect(changed).toMatchObject({ ok: true, value: { isWaiting: false, body: 'Morgen.' } });
});
