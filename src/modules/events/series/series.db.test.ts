import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { PUBLIC_ACTOR } from '#platform/scope.server';
import { eventKind, findOccurrence, listDates, listEvents } from '#modules/events.server';
import { publishEntry, saveEntry } from '#modules/publishing.server';
import { layOutDueDates } from './dates.server.ts';

const { createTenant, scope, countQueries } = await testDatabase();
const town = await createTenant('hagenow', 'Hagenow');
const NOW = new Date('2026-11-27T12:00:00Z');
const boss = scope(town, { now: NOW });
const visitor = scope(town, { actor: PUBLIC_ACTOR, now: NOW });

const MARKET = {
  startsAt: new Date('2026-11-05T07:00:00Z'),
  endsAt: new Date('2026-11-05T12:00:00Z'),
  rule: 'FREQ=WEEKLY;BYDAY=TH',
  venue: 'Lange Straße',
  overrides: [
    { recurrenceId: '20261203T080000', start: '20261204T090000', note: 'Wegen des Adventsmarkts.' },
    { recurrenceId: '20261210T080000', status: 'cancelled' },
  ],
};

async function published(title: string, details: Record<string, unknown>) {
  const saved = await saveEntry(boss, eventKind, { draft: { title }, details });
  if (!saved.ok) throw new Error(JSON.stringify(saved));
  await publishEntry(boss, eventKind, saved.value.id);
  return saved.value;
}

const market = await published('Wochenmarkt', MARKET);
const announced = () =>
  boss
    .read((store) =>
      store.execute<{ payload: { entryId: string; changes: { what: string }[] } }>(
        sql`select payload from jobs.announcement where topic = 'events.dates-changed' order by announced_at, id`,
      ),
    )
    .then(({ rows }) => rows.map((row) => row.payload));

test('a list shows the dates of a series one by one, the moved and the cancelled one as they are', async () => {
  const { items, next } = await listEvents(visitor, { limit: 3 });
  expect(
    items.map(({ title, details }) => [
      title,
      details.startsAt.toISOString(),
      details.status,
      details.movedFrom?.toISOString() ?? null,
      details.note,
    ]),
  ).toEqual([
    [
      'Wochenmarkt',
      '2026-12-04T08:00:00.000Z',
      'confirmed',
      '2026-12-03T07:00:00.000Z',
      MARKET.overrides[0]!.note,
    ],
    ['Wochenmarkt', '2026-12-10T07:00:00.000Z', 'cancelled', null, ''],
    ['Wochenmarkt', '2026-12-17T07:00:00.000Z', 'confirmed', null, ''],
  ]);
  const second = await listEvents(visitor, { limit: 1, cursor: next });
  expect(second.items[0]!.details.startsAt).toEqual(new Date('2026-12-24T07:00:00Z'));
});

test('a list of dates costs two queries, however many dates an event has', async () => {
  expect(await countQueries(() => listEvents(visitor, { limit: 1 }))).toBe(2);
  expect(await countQueries(() => listEvents(visitor, { limit: 50 }))).toBe(2);
});

test('a summer day two years ahead is known, one beyond is not yet', async () => {
  const year = { from: new Date('2028-11-20T00:00:00Z'), to: new Date('2029-12-31T00:00:00Z'), limit: 100 };
  expect((await listEvents(visitor, year)).items.map((one) => one.details.startsAt.toISOString())).toEqual([
    '2028-11-23T07:00:00.000Z',
  ]);
});

test('a date is found by the start it had before it moved', async () => {
  const found = await findOccurrence(visitor, market.id, new Date('2026-12-03T07:00:00Z'));
  expect(found?.details).toMatchObject({ startsAt: new Date('2026-12-04T08:00:00Z'), isSeries: true });
  expect(await findOccurrence(visitor, market.id, new Date('2026-12-04T08:00:00Z'))).toBeNull();
  expect(await findOccurrence(visitor, market.id, null)).toBeNull();
});

test('a draft’s date is nobody’s business', async () => {
  const draft = await saveEntry(boss, eventKind, { draft: { title: 'Geheim' }, details: MARKET });
  const id = draft.ok ? draft.value.id : '';
  expect(await findOccurrence(visitor, id, new Date('2026-12-17T07:00:00Z'))).toBeNull();
  expect(await listDates(visitor, id)).toEqual([]);
  expect((await listDates(boss, id, { limit: 2 })).length).toBe(2);
});

test('a single event keeps the name of its date when it moves, and those who noted it down are told', async () => {
  const reading = await published('Lesung', { startsAt: new Date('2026-12-10T18:00:00Z') });
  await saveEntry(boss, eventKind, {
    id: reading.id,
    draft: { title: 'Lesung' },
    details: { startsAt: new Date('2026-12-11T18:00:00Z') },
  });
  const found = await findOccurrence(visitor, reading.id, new Date('2026-12-10T18:00:00Z'));
  expect(found?.details.startsAt).toEqual(new Date('2026-12-11T18:00:00Z'));
  expect((await announced()).at(-1)).toEqual({
    entryId: reading.id,
    changes: [
      { what: 'moved', recurrenceId: '2026-12-10T18:00:00.000Z', becomes: '2026-12-10T18:00:00.000Z' },
    ],
  });
});

test('a course that skips school holidays lists none in them, and its page says why', async () => {
  const course = await published('Malkurs', {
    startsAt: new Date('2026-12-14T15:00:00Z'),
    rule: 'FREQ=WEEKLY;COUNT=4',
    skips: ['school-holidays'],
  });
  const inList = (await listEvents(visitor, { limit: 100 })).items.filter((one) => one.id === course.id);
  expect(inList.map((one) => one.details.startsAt.toISOString().slice(0, 10))).toEqual([
    '2026-12-14',
    '2027-01-04',
  ]);
  expect((await listDates(visitor, course.id)).map(({ status, note }) => [status, note])).toEqual([
    ['confirmed', ''],
    ['skipped', 'Weihnachtsferien'],
    ['skipped', 'Weihnachtsferien'],
    ['confirmed', ''],
  ]);
});

test('as time moves on, the night works out what comes into sight', async () => {
  const later = scope(town, { now: new Date('2027-02-01T02:00:00Z') });
  expect(await layOutDueDates(later)).toBe(3);
  expect(await layOutDueDates(later)).toBe(0);
  const year = { from: new Date('2029-01-25T00:00:00Z'), to: new Date('2029-12-31T00:00:00Z'), limit: 100 };
  expect((await listEvents(later, year)).items.map((one) => one.details.startsAt.toISOString())).toEqual([
    '2029-01-25T07:00:00.000Z',
    '2029-02-01T07:00:00.000Z',
  ]);
});

test('a rule nobody understands is refused at its field', async () => {
  const refused = await saveEntry(boss, eventKind, {
    draft: { title: 'Unklar' },
    details: { ...MARKET, rule: 'FREQ=SECONDLY' },
  });
  expect(refused).toMatchObject({ ok: false, details: { fields: { rule: 'rule-not-understood' } } });
});
