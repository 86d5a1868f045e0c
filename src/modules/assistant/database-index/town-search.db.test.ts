import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexFormat } from '#answer-engine';
import type { Question, SearchDocument } from '#answer-engine';
import { createAssistant } from '#modules/assistant.server';
import type { TenantScope } from '#platform/scope.server';
import { testDatabase } from '#tests/database';
import { createCorpusKeeper } from './corpora.server.ts';
import { searchCorpus, searchPosting } from './tables.server.ts';
import { databaseSearch, memorySearch } from './town-search.server.ts';

const { createTenant, scope } = await testDatabase();
const read = (path: string) => readFileSync(new URL(`../../../../${path}`, import.meta.url));
const hagenow = JSON.parse(
  brotliDecompressSync(read('bench/answers/data/hagenow-pages.json.br')).toString('utf8'),
) as SearchDocument[];
const questions = read('demo/hagenow/questions.jsonl')
  .toString('utf8')
  .split('\n')
  .filter((line) => line.startsWith('{'))
  .map((line) => JSON.parse(line) as Omit<Question, 'text'> & { question: string })
  .map(({ question, audience, locale, history }): Question => {
    return { text: question, audience, locale, history: history ?? [], today: '2026-11-23' };
  });

/** Pages of towns as they are now; a test changes them and raises the edition. */
function shelf(documents: SearchDocument[]) {
  const shown = { documents, edition: 1, staleAt: null as Date | null };
  const source = {
    searchables: [
      async function* () {
        for (let from = 0; from < shown.documents.length; from += 100)
          yield shown.documents.slice(from, from + 100);
      },
    ],
    readEdition: async () => shown.edition,
    nextChangeAt: async () => shown.staleAt,
  };
  return {
    shown,
    source,
    database: databaseSearch(source, { patienceMs: 60_000 }),
    memory: memorySearch(source),
  };
}

const written = (tenant: TenantScope) =>
  tenant.read(async (store) => {
    const { rows } = await store.execute<{ id: string; written: string }>(
      sql`select document_id as id, xmin::text as written from assistant.search_page`,
    );
    return new Map(rows.map(({ id, written }) => [id, written]));
  });

test('memory and database give the same answers to the questions of the demo', async () => {
  const tenant = scope(await createTenant('hagenow'), { permissions: [] });
  const { memory, database } = shelf(hagenow);
  const [inMemory, inDatabase] = [await memory.of(tenant, 1), await database.of(tenant, 1)];
  const some = questions.filter((_, i) => i % 3 === 0);
  expect(some.length).toBeGreaterThan(100);
  for (const question of some)
    expect(await inDatabase.answer(tenant, question)).toEqual(await inMemory.answer(tenant, question));
});

test('memory and database find the same pages, of a kind or for an audience too', async () => {
  const tenant = scope(await createTenant('suche'), { permissions: [] });
  const { memory, database } = shelf(hagenow);
  const [inMemory, inDatabase] = [await memory.of(tenant, 1), await database.of(tenant, 1)];
  const kinds = [...new Set(hagenow.map(({ kind }) => kind))];
  for (const [i, { text }] of questions.slice(0, 100).entries()) {
    const wish =
      i % 2 ? { kinds: [kinds[i % kinds.length]!], limit: 5 } : { audience: 'business' as const, limit: 30 };
    expect(await inDatabase.search(tenant, text, wish)).toEqual(await inMemory.search(tenant, text, wish));
  }
});

test('whatever changes, memory and database go on answering alike', async () => {
  const shownPages = fc.subarray(hagenow.slice(0, 120), { minLength: 1 });
  const edited = fc.subarray(hagenow.slice(0, 120), { maxLength: 10 });
  const anyTurns = fc.array(fc.tuple(shownPages, edited), { minLength: 1, maxLength: 3 });
  let run = 0;
  await fc.assert(
    fc.asyncProperty(
      anyTurns,
      fc.subarray(questions, { minLength: 5, maxLength: 15 }),
      async (turns, some) => {
        const tenant = scope(await createTenant(`wechsel-${run++}`), { permissions: [] });
        // The numbers of the pages go past the end of a block, and of the pages that are scored at once.
        await tenant.write((store) =>
          store.execute(sql`
            insert into assistant.search_corpus (tenant_id, format, next_page)
            values (${tenant.tenant.id}, ${indexFormat}, ${(1 << 16) - 40})`),
        );
        const { shown, source, database } = shelf([]);
        for (const [documents, changed] of turns) {
          shown.documents = documents.map((one) =>
            changed.includes(one)
              ? { ...one, title: `${one.title} ${shown.edition}`, lines: one.lines.slice(1) }
              : one,
          );
          shown.edition++;
          const [inMemory, inDatabase] = [
            // Made anew: one that was changed keeps words of pages that are gone, until it is tidied up.
            await memorySearch(source).of(tenant, shown.edition),
            await database.of(tenant, shown.edition),
          ];
          for (const question of some)
            expect(await inDatabase.answer(tenant, question)).toEqual(
              await inMemory.answer(tenant, question),
            );
        }
        await tenant.end();
      },
    ),
    { numRuns: 10, endOnFailure: true },
  );
}, 60_000);

test('of a town that takes long to read, askers hear meanwhile what was true before', async () => {
  const tenant = scope(await createTenant('lange'), { permissions: [] });
  const { shown, source } = shelf(hagenow.slice(0, 5));
  const keeper = createCorpusKeeper(source, { patienceMs: 0 });
  const before = await keeper.of(tenant, 1);
  shown.documents = hagenow.slice(0, 6);
  expect(await keeper.of(tenant, 2)).toBe(before);
  await expect.poll(async () => (await keeper.of(tenant, 2)).corpus.pageCount).toBe(6);
});

test('an index whose terms were made in another way is made anew', async () => {
  const tenant = scope(await createTenant('anders'));
  const { shown, database } = shelf(hagenow.slice(0, 60));
  await database.of(tenant, 1);
  await tenant.write((store) => store.update(searchCorpus).set({ format: 'in another way' }));
  await tenant.write((store) => store.update(searchPosting).set({ postings: Buffer.of(0xff) }));
  shown.documents = hagenow.slice(60, 80);
  const [pages, expected] = [
    await shelf(shown.documents).database.of(tenant, 1),
    shelf(shown.documents).memory,
  ];
  for (const question of questions.slice(0, 20))
    expect(await pages.answer(tenant, question)).toEqual(
      await (await expected.of(tenant, 1)).answer(tenant, question),
    );
  expect((await written(tenant)).size).toBe(20);
});

test('only changed pages are written again, and what is gone is found no more', async () => {
  const tenant = scope(await createTenant('wandel'));
  const { shown, database } = shelf(hagenow);
  await database.of(tenant, 1);
  const before = await written(tenant);
  const [gone, changed, ...others] = hagenow;
  const line = { text: 'Am Stelzenplatz steht ein Quastenflosser.', heading: [], form: 'sentence' as const };
  shown.documents = [{ ...changed!, lines: [line] }, ...others];
  shown.edition = 2;

  const pages = await database.of(tenant, 2);
  const after = await written(tenant);
  expect([...before.keys()].filter((id) => !after.has(id))).toEqual([gone!.id]);
  expect([...after].filter(([id, at]) => before.get(id) !== at).map(([id]) => id)).toEqual([changed!.id]);
  const [found] = await pages.search(tenant, 'Quastenflosser');
  expect(found?.documentId).toBe(changed!.id);
});

test('an index that was changed many times answers as one made anew', async () => {
  const [often, once] = [scope(await createTenant('oft')), scope(await createTenant('einmal'))];
  const { shown, database } = shelf([]);
  const halves = [0, 1].map((half) => hagenow.filter((_, i) => i % 2 === half));
  const turns = [hagenow, halves[0]!, [], halves[1]!, hagenow.map((one) => ({ ...one, lines: [] })), hagenow];
  for (const documents of turns) {
    shown.documents = documents;
    await database.of(often, ++shown.edition);
  }
  await database.of(once, shown.edition);
  expect(await wordsOf(often)).toEqual(await wordsOf(once));
});

// Each posting is two numbers, and the last byte of a number is below 128.
const countsIn = (postings: Buffer): number => postings.filter((byte) => byte < 0x80).length / 2;

const wordsOf = (tenant: TenantScope) =>
  tenant.read(async (store) => {
    const words = await store.execute(sql`select term, pages from assistant.search_term order by term`);
    const sums = await store.execute(
      sql`select pages, title_length, heading_length, text_length from assistant.search_corpus`,
    );
    const { rows } = await store.execute<{ term: string; block: number; postings: Buffer }>(
      sql`select term, block, postings from assistant.search_posting order by term, block`,
    );
    const counts = rows.map((row) => [row.term, row.block, countsIn(row.postings)]);
    return [words.rows, sums.rows, counts];
  });

test('two towns keep and find their own pages only', async () => {
  const [here, there] = [scope(await createTenant('hier')), scope(await createTenant('dort'))];
  const { shown, database } = shelf(hagenow.slice(0, 60));
  await database.of(here, 1);
  shown.documents = hagenow.slice(60, 80);
  const pages = await database.of(there, 1);
  const ids = new Set(shown.documents.map(({ id }) => id));
  const found = await Promise.all(questions.slice(0, 40).map(({ text }) => pages.search(there, text)));
  expect(found.flat().length).toBeGreaterThan(0);
  expect(found.flat().filter(({ documentId }) => !ids.has(documentId))).toEqual([]);
  expect(await pages.documents(there, [hagenow[0]!.id])).toEqual(new Map());
});

test('two processes that start at once make one index', async () => {
  const town = await createTenant('zweimal');
  const [one, two] = [shelf(hagenow), shelf(hagenow)];
  const tenants = [scope(town), scope(town)];
  await Promise.all([one.database.of(tenants[0]!, 1), two.database.of(tenants[1]!, 1)]);
  expect((await written(tenants[0]!)).size).toBe(hagenow.length);
  expect(new Set((await written(tenants[0]!)).values()).size).toBe(1);
});

test('when scheduled content begins, the index is brought up to it', async () => {
  const town = await createTenant('zeitplan');
  const { shown, database } = shelf(hagenow.slice(0, 5));
  shown.staleAt = new Date('2026-12-01T08:00:00Z');
  await database.of(scope(town, { now: new Date('2026-11-30T08:00:00Z') }), 1);
  shown.documents = hagenow.slice(0, 6);
  const at = async (time: string) => {
    const tenant = scope(town, { now: new Date(time) });
    return (await (await database.of(tenant, 1)).documents(tenant, [hagenow[5]!.id])).size;
  };
  expect(await at('2026-12-01T07:59:59Z')).toBe(0);
  shown.staleAt = null;
  expect(await at('2026-12-01T08:00:00Z')).toBe(1);
});

test('an assistant that searches in the database answers, finds and suggests as one that searches in memory', async () => {
  const tenant = scope(await createTenant('beide'), { permissions: [] });
  const { source } = shelf(hagenow);
  const [inMemory, inDatabase] = (['memory', 'database'] as const).map((searchIndex) =>
    createAssistant(source, { searchIndex }),
  );
  const question = 'Wie hoch ist die Hundesteuer?';
  const asked = await Promise.all(
    [inMemory!, inDatabase!].map(async (assistant) => ({
      given: { ...(await assistant.ask(tenant, { question, audience: 'resident' })), tookMs: 0 },
      found: await assistant.search(tenant, { q: 'Gewerbe' }),
      suggested: await assistant.suggestions(tenant, 'business'),
    })),
  );
  expect(asked[0]).toEqual(asked[1]);
  expect(asked[0]!.found.hits.length).toBeGreaterThan(3);
  expect(asked[0]!.suggested.length).toBe(4);
});
