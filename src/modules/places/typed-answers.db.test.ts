import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { openingReader, placeKind } from '#modules/places.server';
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
  const open = await openingReader.read(at('2026-11-24T09:00:00Z'), 'Hat das Museum gerade offen?', [
    hall,
    museum,
  ]);
  expect(open).toMatchObject({
    id: museum,
    sentences: [{ key: 'places.answer.open', values: { time: '12:00' } }, { key: 'places.answer.hours' }],
  });
  const closed = await openingReader.read(at('2026-11-24T17:00:00Z'), 'Hat das Museum offen?', [museum]);
  expect(closed!.sentences[0]).toEqual({
    key: 'places.answer.closed',
    values: { place: 'Museum für Alltagskultur', day: 'Do., 26. November 2026', time: '09:00' },
  });
});

test('a town hall without documented hours is not answered with those of the museum', async () => {
  expect(
    await openingReader.read(at('2026-11-24T09:00:00Z'), 'Wann hat das Rathaus offen?', [museum, hall]),
  ).toBeNull();
});

test.each([
  ['Hat das Museum gerade offen?', true],
  ['Wie sind die Öffnungszeiten vom Museum?', true],
  ['Hat die Bibliothek heute auf?', true],
  ['Is the museum open today?', true],
  ['Wo muss ich auf den Bus warten?', false],
  ['Welche Stelle ist offen für Bewerbungen?', true],
  ['Wie hoch ist die Hundesteuer?', false],
])('%s: %s', (question, asks) => {
  expect(openingReader.asks(question)).toBe(asks);
});
