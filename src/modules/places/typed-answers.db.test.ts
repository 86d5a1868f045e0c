import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { askedAlone } from '#platform/scope';
import { saveTown } from '#modules/tenancy.server';
import {
  departmentsOf,
  directoryReader,
  findPlace,
  houseOf,
  listPlaces,
  departureReader,
  openingReader,
  placeFactReader,
  placeKind,
  tourKind,
  tourReader,
} from '#modules/places.server';
import { publishEntry, saveEntry } from '#modules/publishing.server';

const { createTenant, scope } = await testDatabase();
const town = await createTenant('hagenow', 'Hagenow');
const boss = scope(town);

async function place(title: string, openingHours: string | null) {
  const saved = await saveEntry(boss, placeKind, { draft: { title }, details: { openingHours } });
  if (!saved.ok) throw new Error(saved.reason);
  await publishEntry(boss, placeKind, saved.value.id);
  return saved.value.id;
}
const museum = await place('Museum für Alltagskultur', 'Tu,Th 09:00-12:00,14:00-17:00');
const hall = await place('Rathaus der Stadt Hagenow', null);
const at = (time: string) => scope(town, { permissions: [], now: new Date(time) });

test('an open museum says until when, a closed one when it opens again', async () => {
  const open = await openingReader.read(at('2026-11-24T09:00:00Z'), 'Hat das Museum gerade offen?', {
    ...askedAlone,
    ids: [hall, museum],
  });
  expect(open).toMatchObject({
    id: museum,
    sentences: [{ key: 'places.answer.open', values: { time: '12:00' } }, { key: 'places.answer.hours' }],
  });
  const closed = await openingReader.read(at('2026-11-24T17:00:00Z'), 'Hat das Museum offen?', {
    ...askedAlone,
    ids: [museum],
  });
  expect(closed!.sentences[0]).toEqual({
    key: 'places.answer.closed',
    values: { place: 'Museum für Alltagskultur', day: 'Do., 26. November 2026', time: '09:00' },
  });
});

test('what the search finds that is no place of its own disturbs nobody', async () => {
  const found = ['verzeichnis', museum];
  expect(
    await openingReader.read(at('2026-11-24T09:00:00Z'), 'Hat das Museum gerade offen?', {
      ...askedAlone,
      ids: found,
    }),
  ).toMatchObject({ id: museum });
  expect(
    await openingReader.read(at('2026-11-24T09:00:00Z'), 'Hat das Museum offen?', {
      ...askedAlone,
      ids: ['verzeichnis'],
    }),
  ).toBeNull();
});

test('a town hall without documented hours is not answered with those of the museum: it says so', async () => {
  expect(
    await openingReader.read(at('2026-11-24T09:00:00Z'), 'Wann hat das Rathaus offen?', {
      ...askedAlone,
      ids: [museum, hall],
    }),
  ).toMatchObject({
    id: hall,
    isUnknown: true,
    sentences: [{ key: 'places.answer.no-hours', values: { place: 'Rathaus der Stadt Hagenow' } }],
  });
});

test('the day that is asked for comes first, also when only the question before names the house', async () => {
  const read = async (question: string, ...before: string[]) =>
    (
      await openingReader.read(at('2026-11-24T09:00:00Z'), question, {
        ...askedAlone,
        ids: [hall, museum],
        before,
      })
    )?.sentences.map(({ key, values }) => [key, 'times' in values ? values.times : undefined]);
  expect(await read('Hat das Museum am Donnerstag auf?')).toEqual([
    ['places.answer.opens-on', '09:00–12:00, 14:00–17:00'],
    ['places.answer.hours', undefined],
  ]);
  expect(await read('Und am Samstag?', 'Wann hat das Museum geöffnet?')).toEqual([
    ['places.answer.closed-on', ''],
    ['places.answer.hours', undefined],
  ]);
  expect(await read('Und wann macht die Schwimmhalle auf?', 'Wann hat das Museum geöffnet?')).toBeUndefined();
  expect(await read('Welche Öffnungszeiten hat das Museum in Schwerin?')).toBeUndefined();
});

test.each([
  ['museum heute', true],
  ['Hat das Museum gerade offen?', true],
  ['Wie sind die Öffnungszeiten vom Museum?', true],
  ['Hat die Bibliothek heute auf?', true],
  ['Is the museum open today?', true],
  ['wann macht das bürgerbüro auf', true],
  ['An welchen Tagen kann ich in das Rathaus gehen?', true],
  ['Wie lange hat das Rathaus heute auf?', true],
  ['Bis wann hat der samstags auf?', true],
  ['wann ist das museum auf und was kostet das', true],
  ['is im rathaus freitag nachmittag noch wer da', true],
  ['Ist da am Montag jemand erreichbar?', true],
  ['Weiß wer, wer da zuständig ist?', false],
  ['Wer hat ein Patent auf Melkmaschinen?', false],
  ['Wo muss ich auf den Bus warten?', false],
  ['Welche Stelle ist offen für Bewerbungen?', true],
  ['Wie hoch ist die Hundesteuer?', false],
])('%s: %s', (question, asks) => {
  expect(openingReader.asks(question)).toBe(asks);
});

async function listed(title: string, category: string, details: Record<string, unknown>) {
  const saved = await saveEntry(boss, placeKind, { draft: { title, category }, details });
  if (!saved.ok) throw new Error(JSON.stringify(saved.details));
  await publishEntry(boss, placeKind, saved.value.id);
}
await listed('Café am Markt', 'cafe', {
  openingHours: 'Tu-Su 09:00-18:00',
  accessibility: ['step-free', 'toilet'],
});
await listed('Café Bahnhof', 'cafe', { openingHours: 'Mo-Fr 05:30-17:00' });
await listed('Café Ohne', 'cafe', { openingHours: null });
await listed('Hofladen Viez', 'hofladen', {
  openingHours: 'Mo-Su 00:00-24:00',
  closedFrom: '2026-11-01',
  closedUntil: '2027-02-28',
});
const ask = async (question: string, time = '2026-11-24T16:30:00Z') =>
  (await directoryReader.read(at(time), question))?.sentences.map(({ key, values }) => [key, values]);

test('who is open now is said with the time it closes, and of whom nobody knows', async () => {
  expect(await ask('Welche Cafés haben jetzt offen?')).toEqual([
    ['places.answer.open-now', { day: '', places: 'Café am Markt (bis 18:00)', more: '0' }],
    ['places.answer.hours.unknown', { count: '1' }],
  ]);
});

test('cafés on Sunday: the one that opens, with its hours', async () => {
  expect((await ask('Welche Cafés haben am Sonntag auf?'))![0]).toEqual([
    'places.answer.open-day',
    { day: 'So., 29. November 2026', places: 'Café am Markt (09:00–18:00)', more: '0' },
  ]);
});

test('a farm shop in its winter break is not open, whatever its hours say', async () => {
  expect(await ask('Welche Hofläden haben jetzt offen?')).toEqual([
    ['places.answer.nobody-now', { day: '', count: '1' }],
  ]);
});

test('a toilet for wheelchairs stands in a café; where nothing is known, that is said', async () => {
  expect(await ask('Wo ist eine rollstuhlgerechte Toilette?')).toEqual([
    ['places.answer.where', { places: 'Café am Markt', more: '0' }],
  ]);
  expect(await ask('Wo gibt es einen Behindertenparkplatz?')).toEqual([['places.answer.none', {}]]);
  expect(await ask('Wo kann ich parken?')).toEqual([['places.answer.none', {}]]);
});

test('what the directory has none of is said, unless a text knows; a single place with all that helps', async () => {
  const nothing = await directoryReader.read(at('2026-11-24T09:00:00Z'), 'Gibt es hier einen Zahnarzt?');
  expect(nothing).toMatchObject({ isUnknown: true, sentences: [{ key: 'places.answer.none' }] });
  const { unlessSaid } = nothing as unknown as { unlessSaid: RegExp };
  expect(unlessSaid.test('Die Zahnarztpraxis am Markt nimmt neue Patienten.')).toBe(true);
  expect(unlessSaid.test('Praxisbericht der Städte Hagenow und Grevesmühlen')).toBe(false);
  expect(await directoryReader.read(at('2026-11-24T09:00:00Z'), 'Gibt es hier ein Museum?')).toMatchObject({
    id: museum,
    sentences: [{ key: 'places.answer.where', values: { places: 'Museum für Alltagskultur', more: '0' } }],
  });
});

test('a follow-up names another village, or what else the question is about is left to the texts', async () => {
  await listed('Spielplatz am Teich', 'spielplatz', {});
  const read = async (question: string, ...before: string[]) =>
    (
      await directoryReader.read(at('2026-11-24T09:00:00Z'), question, { ...askedAlone, before })
    )?.sentences.map(({ key }) => key);
  expect(await read('Gibt es einen Spielplatz?')).toEqual(['places.answer.where']);
  expect(await read('Gibt es einen Spielplatz mit Wasser?')).toBeUndefined();
  await saveTown(boss, { settings: { localities: ['Viez'] } });
  expect(await read('Und in Viez?', 'Gibt es einen Spielplatz?')).toEqual(['places.answer.none']);
});

test('a department takes address, position and access from its house', async () => {
  await listed('Rathaus', 'rathaus', {
    street: 'Lange Straße 28',
    latitude: 53.4,
    longitude: 11.2,
    accessibility: ['step-free'],
  });
  await listed('Standesamt', 'rathaus', { within: 'rathaus', withinNote: 'Zimmer 12', phone: '03883 1' });
  const office = (await findPlace(boss, 'standesamt'))!;
  expect(office.details).toMatchObject({
    street: 'Lange Straße 28',
    latitude: 53.4,
    accessibility: ['step-free'],
    phone: '03883 1',
  });
  const house = (await houseOf(boss, office))!;
  expect(house.title).toBe('Rathaus');
  expect((await departmentsOf(boss, house)).map(({ title }) => title)).toEqual(['Standesamt']);
  expect((await listPlaces(boss, { category: 'verwaltung', accessibility: ['step-free'] })).length).toBe(2);
});

test('near a village the nearest comes first, and what has no position is left out', async () => {
  await listed('Nah', 'laden', { latitude: 53.41, longitude: 11.2 });
  const near = await listPlaces(boss, { near: { latitude: 53.41, longitude: 11.2 } });
  expect(near.map(({ title }) => title)).toEqual(['Nah', 'Rathaus', 'Standesamt']);
});

test('phone and access are fields of the place, and where they are not known that is said', async () => {
  const saved = await saveEntry(boss, placeKind, {
    draft: { title: 'Hallenbad am Wall' },
    details: { phone: '03883 99', accessibility: ['lift'] },
  });
  if (!saved.ok) throw new Error(saved.reason);
  await publishEntry(boss, placeKind, saved.value.id);
  const fact = async (question: string) => {
    expect(placeFactReader.asks(question)).toBe(true);
    const ids = [hall, saved.value.id];
    return (
      await placeFactReader.read(at('2026-11-24T09:00:00Z'), question, { ...askedAlone, ids })
    )?.sentences.map(({ key }) => key);
  };
  expect(await fact('Wie ist die Telefonnummer vom Hallenbad?')).toEqual(['places.answer.phone-of']);
  expect(await fact('Ist das Hallenbad barrierefrei?')).toEqual(['places.answer.access']);
  expect(await fact('Ist das Rathaus barrierefrei?')).toEqual(['places.answer.no-access']);
  expect(await fact('Nummer vom Rathaus')).toEqual(['places.answer.no-phone']);
  expect(await fact('Telefonnummer vom Zirkus')).toBeUndefined();
});

test.each([
  ['Wann fährt der Bus nach Ludwigslust?', true],
  ['Abfahrten am ZOB', true],
  ['Fährt heute noch ein Bus?', true],
  ['bus ab hagenow zob', true],
  ['Zug nach Hamburg', true],
  ['Wie komme ich mit dem Zug nach Schwerin?', false],
  ['Was kostet der Bus?', false],
  ['kommt man vom bahnhof mit dem bus weiter?', false],
  ['Wer hat den digitalen Fahrplan der Stadt umgesetzt?', false],
])('%s asks for departures: %s', (question, asks) => {
  expect(departureReader.asks(question)).toBe(asks);
});

test('tours are told with what they say in short, those by bike where somebody wants to ride', async () => {
  for (const [title, means] of [
    ['Runde um den See', 'walk'],
    ['Über die Dörfer', 'bike'],
  ] as const) {
    const saved = await saveEntry(boss, tourKind, {
      draft: { title, summary: 'Schön.' },
      details: { means, stops: [] },
    });
    if (!saved.ok) throw new Error(JSON.stringify(saved.details));
    await publishEntry(boss, tourKind, saved.value.id);
  }
  const told = async (question: string) =>
    (await tourReader.read(at('2030-11-24T09:00:00Z'), question))?.map(
      ({ sentences }) => sentences[0]!.values.title,
    );
  expect(await told('Welche Touren gibt es?')).toHaveLength(2);
  expect(await told('Gibt es eine Radtour?')).toEqual(['Über die Dörfer']);
});
