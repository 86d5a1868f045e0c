import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { plainDocument } from '#answer-engine';
import type { SearchDocument } from '#answer-engine';
import type { TenantScope } from '#platform/scope.server';
import { testDatabase } from '#tests/database';
import type { TownSearch } from '../town-pages.ts';
import { createKeeper } from './keeper.server.ts';
import { shelfHere } from './shelves.server.ts';
import type { ShelfDoor } from './shelves.server.ts';
import { shelfInThread, ThreadLost } from './threads.server.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const { createTenant, scope } = await testDatabase();

function library() {
  const books = new Map<string, SearchDocument[]>();
  const read: string[] = [];
  const source = {
    searchables: [
      async function* ({ tenant }: TenantScope) {
        read.push(tenant.slug);
        yield books.get(tenant.slug) ?? [];
      },
    ],
    readEdition: async () => 1,
    nextChangeAt: async () => null,
  };
  return { books, read, source };
}

const page = (title: string, line: string) => plainDocument({ id: title, title, lines: [line] });

async function said(search: TownSearch, tenant: TenantScope, text: string, edition = 1) {
  const pages = await search.of(tenant, edition);
  return (await pages.answer(tenant, { text })).sentences.map((sentence) => sentence.text);
}

/** A shelf that notes what is done on it, and in which order. */
function noting(shelf: ShelfDoor, notes: string[]): ShelfDoor {
  return (asker, name, ...given) => {
    notes.push(name);
    return shelf(asker, name, ...given);
  };
}

test('threads answer every question of the demo as this thread does', async () => {
  const { books, source } = library();
  const packed = readFileSync(join(ROOT, 'bench/answers/data/hagenow-pages.json.br'));
  books.set('hagenow', JSON.parse(brotliDecompressSync(packed).toString('utf8')) as SearchDocument[]);
  const questions = readFileSync(join(ROOT, 'demo/hagenow/questions.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => (JSON.parse(line) as { question: string }).question);
  const tenant = scope(await createTenant('hagenow'));
  const here = await createKeeper(source, [shelfHere()]).of(tenant, 1);
  const there = await createKeeper(source, [shelfInThread()]).of(tenant, 1);
  expect(questions.length).toBeGreaterThan(200);
  const all = (pages: typeof here) =>
    Promise.all(questions.map((text) => pages.answer(tenant, { text, today: '2026-11-23' })));
  expect(await all(there)).toEqual(await all(here));
});

test('a change of one town reaches its thread, and no other town is read again', async () => {
  const { books, read, source } = library();
  const [dorf, stadt] = [scope(await createTenant('dorf')), scope(await createTenant('stadt'))];
  books.set('dorf', [page('Hundesteuer', 'Die Hundesteuer beträgt 60 Euro im Jahr.')]);
  books.set('stadt', [page('Hundesteuer', 'Die Hundesteuer beträgt 90 Euro im Jahr.')]);
  const search = createKeeper(source, [shelfInThread(), shelfInThread()]);
  const question = 'Wie hoch ist die Hundesteuer?';
  expect(await said(search, dorf, question)).toEqual(['Die Hundesteuer beträgt 60 Euro im Jahr.']);
  expect(await said(search, stadt, question)).toEqual(['Die Hundesteuer beträgt 90 Euro im Jahr.']);
  books.set('dorf', [page('Hundesteuer', 'Die Hundesteuer beträgt 65 Euro im Jahr.')]);
  expect(await said(search, dorf, question, 2)).toEqual(['Die Hundesteuer beträgt 65 Euro im Jahr.']);
  expect(await said(search, stadt, question)).toEqual(['Die Hundesteuer beträgt 90 Euro im Jahr.']);
  expect(read).toEqual(['dorf', 'stadt', 'dorf']);
});

test('a crowd after a change waits for one reading, and who knows of a later change gets it', async () => {
  const { books, read, source } = library();
  const town = scope(await createTenant('andrang'));
  books.set('andrang', [page('Freibad', 'Das Freibad öffnet im Mai.')]);
  const search = createKeeper(source, [shelfHere()]);
  const crowd = Array.from({ length: 50 }, () => search.of(town, 1));
  const later = search.of(town, 2);
  expect(new Set(await Promise.all(crowd)).size).toBe(1);
  expect(await later).not.toBe(await crowd[0]);
  expect(read).toEqual(['andrang', 'andrang']);
  expect(await search.of(town, 1)).toBe(await later);
});

test('of more towns than there is room for the one asked longest ago goes, and comes back when it is asked', async () => {
  const { books, read, source } = library();
  const notes: string[] = [];
  const search = createKeeper(source, [noting(shelfHere(), notes)], 2);
  const towns: TenantScope[] = [];
  for (const [i, slug] of ['alt', 'mittel', 'neu'].entries()) {
    books.set(slug, [page('Markt', `Der Markt von ${slug} ist am Freitag.`)]);
    towns.push(scope(await createTenant(slug), { now: new Date(Date.UTC(2026, 10, 27, i)) }));
  }
  const [old, , fresh] = towns as [TenantScope, TenantScope, TenantScope];
  const before = await search.of(old, 1);
  for (const town of towns) await search.of(town, 1);
  expect(search.held()).toBe(2);
  expect(notes.filter((note) => note === 'forget')).toHaveLength(1);
  // Whoever holds the pages of before is served as well.
  const { sentences } = await before.answer(old, { text: 'Wann ist Markt?' });
  expect(sentences[0]?.text).toBe('Der Markt von alt ist am Freitag.');
  expect(await said(search, fresh, 'Wann ist Markt?')).toEqual(['Der Markt von neu ist am Freitag.']);
  expect(search.held()).toBe(2);
  expect(read).toEqual(['alt', 'mittel', 'neu', 'alt']);
});

test('when a thread dies only the question it died of fails; its towns are read again for the others', async () => {
  const { books, source } = library();
  const town = scope(await createTenant('absturz'));
  books.set('absturz', [page('Freibad', 'Das Freibad öffnet im Mai.')]);
  const search = createKeeper(source, [shelfInThread({ file: join(ROOT, 'tests/support/sick-thread.ts') })]);
  const pages = await search.of(town, 1);
  const question = { text: 'Wann öffnet das Freibad?' };
  const [before, deadly, ...others] = await Promise.allSettled([
    pages.answer(town, question),
    pages.search(town, 'stirb'),
    ...Array.from({ length: 20 }, () => pages.answer(town, question)),
  ]);
  expect(deadly).toMatchObject({ status: 'rejected', reason: expect.any(ThreadLost) });
  for (const one of [before, ...others])
    expect(one).toMatchObject({
      status: 'fulfilled',
      value: { sentences: [{ text: 'Das Freibad öffnet im Mai.' }] },
    });
});

test('a town that cannot be read fails those who wait for it, and is read anew for the next', async () => {
  const { books, source } = library();
  const town = scope(await createTenant('stumm'));
  books.set('stumm', [page('Freibad', 'Das Freibad öffnet im Mai.')]);
  let fails = true;
  const search = createKeeper(
    {
      ...source,
      async nextChangeAt() {
        if (fails) throw new Error('no database');
        return null;
      },
    },
    [shelfHere()],
  );
  const outcomes = await Promise.allSettled([search.of(town, 1), search.of(town, 1)]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  fails = false;
  expect(await said(search, town, 'Wann öffnet das Freibad?')).toEqual(['Das Freibad öffnet im Mai.']);
});
