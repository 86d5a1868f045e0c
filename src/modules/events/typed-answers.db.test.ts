import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { agendaReader, eventDateReader, eventKind } from '#modules/events.server';
import { publishEntry, saveEntry } from '#modules/publishing.server';
import { PUBLIC_ACTOR } from '#platform/scope.server';

const { createTenant, scope } = await testDatabase();
const town = await createTenant('hagenow', 'Hagenow');
// A Friday.
const NOW = new Date('2026-11-27T12:00:00Z');
const boss = scope(town, { now: NOW });
const visitor = scope(town, { now: NOW, actor: PUBLIC_ACTOR });

async function published(title: string, details: Record<string, unknown>) {
  const saved = await saveEntry(boss, eventKind, { draft: { title }, details });
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
const run = await published('Waldlauf', { startsAt: new Date('2026-11-29T09:00:00Z') });
const ids = [market, cafe, run];

const answer = async (question: string) => {
  expect(eventDateReader.asks(question)).toBe(true);
  const found = await eventDateReader.read(visitor, question, ids);
  return found?.sentences.map(({ key, values }) => [key, 'when' in values ? values.when : undefined]);
};

test('what is on at the weekend is told event by event, each from its own record', async () => {
  const question = 'Was ist am Wochenende los?';
  expect(agendaReader.asks(question)).toBe(true);
  const found = await agendaReader.read(visitor, question);
  expect(found?.map(({ id, sentences }) => [id, sentences[0]!.values.when])).toEqual([
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
