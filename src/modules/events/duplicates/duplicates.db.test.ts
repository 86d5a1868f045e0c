import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import {
  eventKind,
  findEvent,
  findMergedInto,
  keepApart,
  listDuplicates,
  listEvents,
  listFurtherSources,
  mergeEvents,
} from '#modules/events.server';
import { importEntry, publishEntry, saveEntry } from '#modules/publishing.server';
import { newId } from '#platform/db';
import { PUBLIC_ACTOR } from '#platform/scope.server';

const { createTenant, scope } = await testDatabase();
const town = await createTenant('hagenow', 'Hagenow');
const now = new Date('2026-11-27T12:00:00Z');
const clerk = () => scope(town, { now, permissions: ['events.edit', 'events.publish'] });
const visitor = scope(town, { now, actor: PUBLIC_ACTOR });
const SOURCE = newId();

const imported = (title: string, start: string, externalId: string, sourceId = SOURCE) =>
  clerk().write((store) =>
    importEntry(store, clerk(), eventKind, {
      externalId,
      sourceId,
      state: 'published',
      draft: { title, sourceName: 'Kirchenkalender', sourceUrl: 'https://kirche.example/1' },
      details: { startsAt: new Date(start), venue: 'Stadtkirche', price: 'Spende' },
    }),
  );

async function written(title: string, start: string) {
  const saved = await saveEntry(clerk(), eventKind, {
    draft: { title },
    details: { startsAt: new Date(start), venue: 'Stadtkirche Hagenow' },
  });
  if (!saved.ok) throw new Error(saved.reason);
  await publishEntry(clerk(), eventKind, saved.value.id);
  return saved.value;
}

const ours = await written('Adventskonzert', '2026-12-05T16:00:00Z');
await imported('Advents-Konzert in der Stadtkirche', '2026-12-05T16:00:00Z', 'k1');
await imported('Krippenspiel', '2026-12-24T14:00:00Z', 'k2');
await written('Krippenspiel', '2026-12-24T14:30:00Z');
await imported('Andacht', '2026-12-06T09:00:00Z', 'k3');
await imported('Andacht', '2026-12-06T09:00:00Z', 'k4');

const pairs = async () =>
  (await listDuplicates(clerk())).map(({ first, second }) => [first.title, second.title].sort());

test('two sources that tell of one gathering are found; one source may have two of a name', async () => {
  expect(await pairs()).toEqual([
    ['Advents-Konzert in der Stadtkirche', 'Adventskonzert'],
    ['Krippenspiel', 'Krippenspiel'],
  ]);
  expect(await listDuplicates(visitor)).toEqual([]);
});

test('merged they are one: both sources are named, the old address leads there, and the next import leaves it so', async () => {
  const [{ first, second }] = (await listDuplicates(clerk())) as [
    Awaited<ReturnType<typeof listDuplicates>>[number],
  ];
  const merge = first.id === ours.id ? second.id : first.id;
  expect(
    await mergeEvents(scope(town, { now, permissions: ['events.edit'] }), { keep: ours.id, merge }),
  ).toMatchObject({ reason: 'forbidden' });
  expect(await mergeEvents(clerk(), { keep: ours.id, merge })).toMatchObject({ ok: true });

  const old = 'advents-konzert-in-der-stadtkirche';
  expect(await findEvent(visitor, old)).toBeNull();
  expect(await findMergedInto(visitor, old)).toBe('adventskonzert');
  expect(await listFurtherSources(visitor, ours.id)).toMatchObject([
    { name: 'Kirchenkalender', url: 'https://kirche.example/1' },
  ]);
  // What the hand-written one did not say it has taken over.
  expect((await findEvent(visitor, 'adventskonzert'))!.details).toMatchObject({
    price: 'Spende',
    venue: 'Stadtkirche Hagenow',
  });

  expect(await imported('Advents-Konzert, jetzt mit Glühwein', '2026-12-05T16:00:00Z', 'k1')).toMatchObject({
    value: 'updated',
  });
  const titles = (await listEvents(visitor, { limit: 50 })).items.map(({ title }) => title);
  expect(titles.filter((title) => title.startsWith('Advent'))).toEqual(['Adventskonzert']);
  expect(await pairs()).toEqual([['Krippenspiel', 'Krippenspiel']]);
});

test('two that only look alike are not offered again', async () => {
  const [{ first, second }] = (await listDuplicates(clerk())) as [
    Awaited<ReturnType<typeof listDuplicates>>[number],
  ];
  expect(await keepApart(clerk(), { first: first.id, second: newId() })).toMatchObject({ reason: 'unknown' });
  expect(await keepApart(clerk(), { first: second.id, second: first.id })).toMatchObject({ ok: true });
  expect(await pairs()).toEqual([]);
});
