import { expect, test } from 'vitest';
import { askedAlone } from '#platform/scope';
import { testDatabase } from '#tests/database';
import { collectionReader, listAreas, takeOverPlans, wasteDocuments } from '#modules/waste.server';

const { createTenant, scope } = await testDatabase();
const town = await createTenant('hagenow', 'Hagenow');
const collections = (...days: string[]) => days.map((date) => ({ stream: 'paper' as const, date }));
await takeOverPlans(
  scope(town),
  [
    {
      key: 'nord',
      name: 'Nord',
      addresses: [{ locality: 'Hagenow', street: 'Lange Straße' }],
      collections: collections('2026-11-20', '2026-12-04', '2026-12-18'),
    },
    {
      key: 'sued',
      name: 'Süd',
      addresses: [{ locality: 'Zapel' }],
      collections: collections('2026-11-27', '2026-12-11'),
    },
  ],
  { name: 'Plan' },
);
const visitor = scope(town, { permissions: [], now: new Date('2026-11-23T10:00:00Z') });
const days = async (question: string, ...before: string[]) => {
  const found = await collectionReader.read(visitor, question, { ...askedAlone, before });
  return (
    found &&
    [found]
      .flat()
      .flatMap(({ sentences }) =>
        sentences.map(({ values }: { values: { area?: string; day?: string } }) => [values.area, values.day]),
      )
  );
};

test('the street decides which day is said', async () => {
  expect(await days('Wann wird die Papiertonne in der Lange Straße geholt?')).toEqual([
    ['Nord', 'Fr., 4. Dezember 2026'],
  ]);
  expect(await days('wann kommt die blaue tonne in Zapel')).toEqual([['Süd', 'Fr., 27. November 2026']]);
});

test('without a street each area says its day', async () => {
  expect(await days('Wann wird bei mir die Papiertonne geholt?')).toEqual([
    ['Nord', 'Fr., 4. Dezember 2026'],
    ['Süd', 'Fr., 27. November 2026'],
  ]);
});

test('a stream the plan does not have is not answered', async () => {
  expect(await days('Wann wird der Biomüll geholt?')).toBeNull();
});

test('who asks for the bins without a street is led to the page that asks for it', async () => {
  const found = await collectionReader.read(visitor, 'Wann wird der Müll abgeholt?');
  expect(found).toEqual({ id: 'abfall', sentences: [{ key: 'waste.answer.which', values: {} }] });
  const documents = [];
  for await (const slice of wasteDocuments(visitor)) documents.push(...slice);
  expect(documents.find(({ id }) => id === 'waste:abfall')?.url).toBe('/abfall');
});

test('with a street the bins of every day are said', async () => {
  expect(await days('Wann wird der Müll in Zapel abgeholt?')).toEqual([['Süd', 'Fr., 27. November 2026']]);
});

test('a follow-up names the village or the bin, the question before it the other', async () => {
  expect(await days('Und in Zapel?', 'wann wird die blaue tonne geholt')).toEqual([
    ['Süd', 'Fr., 27. November 2026'],
  ]);
  expect(await days('und das Papier?', 'Wann wird der Biomüll in Zapel geholt?')).toEqual([
    ['Süd', 'Fr., 27. November 2026'],
  ]);
  expect(await days('Abfuhrtermine Zapel')).toEqual([['Süd', 'Fr., 27. November 2026']]);
});

test('a bin and a place alone ask when; a bin and something else do not', async () => {
  expect(await days('blaue tonne zapel')).toEqual([['Süd', 'Fr., 27. November 2026']]);
  expect(await days('Papiertonne')).toEqual([
    ['Nord', 'Fr., 4. Dezember 2026'],
    ['Süd', 'Fr., 27. November 2026'],
  ]);
  expect(await days('Papiertonne bestellen')).toBeNull();
});

test('each area says its day with the page of that area as source', async () => {
  const found = await collectionReader.read(visitor, 'Wann wird bei mir die Papiertonne geholt?');
  const areas = await listAreas(visitor);
  expect([found ?? []].flat().map(({ id }) => id)).toEqual(areas.map(({ id }) => id));
});

test.each([
  ['Wann wird die Papiertonne geholt?', true],
  ['garbage collection dates', true],
  ['Müllkalender', true],
  ['gelbe tonne sudenhof', true],
  ['Biotonne', true],
  ['Sperrmüll anmelden', false],
  ['Wann kommt die Müllabfuhr?', true],
  ['Wer macht die Müllabfuhr?', false],
  ['Seit wann gibt es die Biotonne?', false],
  ['Wann kam die Biotonne?', false],
  ['Verschiebt sich nach Ostern die Müllabfuhr?', false],
  ['telefon müllabfuhr', false],
  ['gibts die mülltermine auch aufs handy', false],
  ['Was kostet die Müllabfuhr?', false],
  ['Wann wird der Müll abgeholt?', true],
  ['Kommt morgen der Restmüll?', true],
  ['wird die 240er in der kernstadt jede woche geholt', false],
  ['Was kostet die Biotonne?', false],
  ['Wann ist das Papier für den Antrag fertig?', false],
])('%s: %s', (question, asks) => {
  expect(collectionReader.asks(question)).toBe(asks);
});
