import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { eventKind, findEvent, listEvents } from '#modules/events.server';
import type { EventFilter } from '#modules/events.server';
import { publishEntry, saveEntry } from '#modules/publishing.server';

const { createTenant, scope, countQueries } = await testDatabase();
const town = await createTenant('hagenow', 'Hagenow');
const boss = scope(town);
const visitor = scope(town, { permissions: [], now: new Date('2026-11-27T12:00:00Z') });

async function planned(
  title: string,
  startsAt: string,
  extra: { endsAt?: string; area?: string; accessibility?: string[] } = {},
) {
  const saved = await saveEntry(boss, eventKind, {
    draft: { title, category: 'kultur', area: extra.area ?? null },
    details: {
      startsAt: new Date(startsAt),
      endsAt: extra.endsAt ? new Date(extra.endsAt) : null,
      accessibility: extra.accessibility ?? [],
    },
  });
  if (!saved.ok) throw new Error(JSON.stringify(saved));
  await publishEntry(boss, eventKind, saved.value.id);
  return saved.value;
}

await planned('Vorbei', '2026-11-27T08:00:00Z', { endsAt: '2026-11-27T10:00:00Z' });
await planned('Läuft gerade', '2026-11-27T11:00:00Z', { endsAt: '2026-11-27T14:00:00Z' });
await planned('Samstag', '2026-11-28T09:00:00Z', { accessibility: ['step-free'] });
await planned('Sonntag in Zapel', '2026-11-29T09:00:00Z', { area: 'Zapel' });
await planned('Nächste Woche', '2026-12-03T17:00:00Z');

const titles = async (filter: EventFilter = {}) =>
  (await listEvents(visitor, filter)).items.map((event) => event.title);

test('what is over is gone, what runs is there', async () => {
  expect(await titles()).toEqual(['Läuft gerade', 'Samstag', 'Sonntag in Zapel', 'Nächste Woche']);
});

test('the weekend is the weekend', async () => {
  const weekend = { from: new Date('2026-11-27T23:00:00Z'), to: new Date('2026-11-29T23:00:00Z') };
  expect(await titles(weekend)).toEqual(['Samstag', 'Sonntag in Zapel']);
});

test('a locality sees its own events and those of the whole town', async () => {
  expect(await titles({ area: 'Zapel' })).toContain('Sonntag in Zapel');
  expect(await titles({ area: 'Viez' })).toEqual(['Läuft gerade', 'Samstag', 'Nächste Woche']);
});

test('a wheelchair user finds what is step-free', async () => {
  expect(await titles({ accessibility: ['step-free'] })).toEqual(['Samstag']);
});

test('pages of the calendar follow each other', async () => {
  const first = await listEvents(visitor, { limit: 3 });
  const second = await listEvents(visitor, { limit: 3, cursor: first.next });
  expect([...first.items, ...second.items].map((event) => event.title)).toEqual(await titles());
  expect(second.next).toBeNull();
});

test('subscribers know an event by a UID that stays, and see each change by its number', async () => {
  const event = await planned('Lesung', '2026-12-10T18:00:00Z');
  const before = (await findEvent(visitor, event.slug))!.details;
  await saveEntry(boss, eventKind, {
    id: event.id,
    draft: { title: 'Lesung, verlegt' },
    details: { startsAt: new Date('2026-12-11T18:00:00Z') },
  });
  const after = (await findEvent(visitor, event.slug))!.details;
  expect(after).toMatchObject({ uid: before.uid, sequence: before.sequence + 1 });
});

test('a list of events costs two queries', async () => {
  expect(await countQueries(() => listEvents(visitor, { limit: 1 }))).toBe(2);
  expect(await countQueries(() => listEvents(visitor, { limit: 3 }))).toBe(2);
});
