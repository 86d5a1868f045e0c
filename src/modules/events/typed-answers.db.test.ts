import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { askedAlone } from '#platform/scope';
import { agendaReader, eventDateReader, eventFactReader, eventKind } from '#modules/events.server';
import { publishEntry, saveEntry } from '#modules/publishing.server';
import { PUBLIC_ACTOR } from '#platform/scope.server';

const { createTenant, scope } = await testDatabase();
const town = await createTenant('hagenow', 'Hagenow');
// A Friday.
const NOW = new Date('2026-11-27T12:00:00Z');
const boss = scope(town, { now: NOW });
const visitor = scope(town, { now: NOW, actor: PUBLIC_ACTOR });

async function published(title: string, details: Record<string, unknown>, summary = '') {
  const saved = await saveEntry(boss, eventKind, { draft: { title, summary }, details });
  if (!saved.ok) throw new Error(JSON.stringify(saved));
  await publishEntry(boss, eventKind, saved.value.id);
  return saved.value.id;
}

const market = await published('Wochenmarkt', {
  startsAt: new Date('2026-11-05T07:00:00Z'),
  rule: 'FREQ=WEEKLY',
  skips: ['public-holidays'],
  venue: 'Innenstadt',
  overrides: [
    { recurrenceId: '20261203T080000', status: 'cancelled', note: 'Bauarbeiten.' },
    { recurrenceId: '20261210T080000', start: '20261209T080000' },
  ],
});
const cafe = await published('Bücherei-Café', {
  startsAt: new Date('2026-11-28T13:00:00Z'),
  rule: 'FREQ=MONTHLY;BYDAY=-1SA',
});
const run = await published(
  'Waldlauf',
  { startsAt: new Date('2026-11-29T09:00:00Z'), price: '5 Euro' },
  'Mit einem Lauf für Kinder.',
);
const ids = [market, cafe, run];

const answer = async (question: string) => {
  expect(eventDateReader.asks(question)).toBe(true);
  const found = await eventDateReader.read(visitor, question, { ...askedAlone, ids });
  return found?.sentences.map(({ key, values }) => [key, 'when' in values ? values.when : undefined]);
};

test('what is on at the weekend is told event by event, each from its own record', async () => {
  const question = 'Was ist am Wochenende los?';
  expect(agendaReader.asks(question)).toBe(true);
  const found = await agendaReader.read(visitor, question);
  expect(
    [found ?? []].flat().map(({ id, sentences }) => [id, (sentences[0]!.values as { when?: string }).when]),
  ).toEqual([
    [cafe, 'Sa., 28. November 2026, 14:00 Uhr'],
    [run, 'So., 29. November 2026, 10:00 Uhr'],
  ]);
});

test('a question without a day or about something else is nobody’s agenda', () => {
  expect(agendaReader.asks('Was kostet ein Ausweis morgen?')).toBe(false);
  expect(agendaReader.asks('Was ist los?')).toBe(false);
  expect(eventDateReader.asks('Ist das Rathaus barrierefrei?')).toBe(false);
});

test('the next market is the moved one, and the cancelled one before it is not kept back', async () => {
  expect(await answer('Wann ist der nächste Wochenmarkt?')).toEqual([
    ['events.answer.cancelled', 'Do., 3. Dezember 2026, 08:00 Uhr'],
    ['events.answer.moved', 'Mi., 9. Dezember 2026, 08:00 Uhr'],
  ]);
});

test('whether something is on a day: yes, no with the next date, cancelled, moved away, a holiday', async () => {
  expect(await answer('Ist morgen Bücherei-Café?')).toEqual([
    ['events.answer.yes', 'Sa., 28. November 2026, 14:00 Uhr'],
  ]);
  expect(await answer('Ist am Sonntag Bücherei-Café?')).toEqual([
    ['events.answer.no-next', 'Sa., 26. Dezember 2026, 14:00 Uhr'],
  ]);
  expect(await answer('Ist am 3. Dezember Wochenmarkt?')).toEqual([
    ['events.answer.cancelled', 'Do., 3. Dezember 2026, 08:00 Uhr'],
    ['events.answer.next', 'Mi., 9. Dezember 2026, 08:00 Uhr'],
  ]);
  expect((await answer('Ist am 10. Dezember Wochenmarkt?'))![0]![0]).toBe('events.answer.moved');
  expect(await answer('Ist am 6.5.2027 Wochenmarkt?')).toEqual([
    ['events.answer.skipped', 'Do., 6. Mai 2027, 08:00 Uhr'],
    ['events.answer.next', 'Do., 13. Mai 2027, 08:00 Uhr'],
  ]);
});

const agenda = async (question: string, ...before: string[]) =>
  [(await agendaReader.read(visitor, question, { ...askedAlone, before })) ?? []]
    .flat()
    .map(({ id, sentences }) => [id, sentences[0]!.key]);

test('where nothing is on, that is said with what comes next', async () => {
  expect(await agendaReader.read(visitor, 'Gibt es heute Veranstaltungen?')).toMatchObject({
    id: cafe,
    sentences: [
      { key: 'events.answer.none-on', values: { day: 'Fr., 27. November 2026' } },
      { key: 'events.answer', values: { event: 'Bücherei-Café' } },
    ],
  });
});

test('events for children are those whose text says so; a follow-up asks for another day', async () => {
  expect(await agenda('Veranstaltungen für Kinder')).toEqual([[run, 'events.answer']]);
  expect(await agenda('Und am Sonntag?', 'Was ist morgen los?')).toEqual([[run, 'events.answer']]);
  expect(await agenda('und für Kinder?', 'Was ist am Wochenende los?')).toEqual([[run, 'events.answer']]);
});

test('price and place come from the fields of the event, also when only the question before names it', async () => {
  const fact = async (question: string, ...before: string[]) => {
    expect(eventFactReader.asks(question)).toBe(true);
    const found = await eventFactReader.read(visitor, question, { ...askedAlone, ids, before });
    return found?.sentences.map(({ key, values }) => [key, values.told]);
  };
  expect(await fact('Was kostet der Waldlauf?')).toEqual([['events.answer.price', '5 Euro']]);
  expect(await fact('Und wie teuer ist das?', 'Wann ist der Waldlauf?')).toEqual([
    ['events.answer.price', '5 Euro'],
  ]);
  expect(await fact('Wo ist der Wochenmarkt?')).toEqual([['events.answer.where', 'Innenstadt']]);
  expect(await fact('wo?', 'Wann ist der Wochenmarkt?')).toEqual([['events.answer.where', 'Innenstadt']]);
  expect(await fact('Was kostet der Wochenmarkt?')).toEqual([['events.answer.price.unknown', '']]);
  expect(await fact('Was kostet ein Parkplatz am Wochenmarkt mit Strom?')).toBeUndefined();
});

test('"und wann?" leans on the event named before; a home for the elderly is no event for them', async () => {
  const found = await eventDateReader.read(visitor, 'und wann?', {
    ...askedAlone,
    ids,
    before: ['Wo ist das Bücherei-Café?'],
  });
  expect(found).toMatchObject({ id: cafe });
  const seniors = await published('Kaffee für Senioren', { startsAt: new Date('2026-12-08T13:00:00Z') });
  expect(
    await eventDateReader.read(visitor, 'Wann wird das Seniorenheim gebaut?', {
      ...askedAlone,
      ids: [seniors],
    }),
  ).toBeNull();
});
