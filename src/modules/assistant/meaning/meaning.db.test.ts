import * as fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { vectorDatabase } from '#tests/vector-database';
import { startModelServer } from '#tests/model-server';
import type { EmbeddingBehaviour } from '#tests/model-server';
import type { SearchDocument } from '#answer-engine';
import { plainDocument } from '#answer-engine';
import { createAssistant, createEndpointEmbedder } from '#modules/assistant.server';
import { memorySearch } from '../database-index/town-search.server.ts';
import { createLater } from '../later.server.ts';
import { createTally } from '../tally.server.ts';
import type { Embedder } from './embedder.ts';
import type { TenantIdentity } from '#platform/scope';
import { nearestOf } from './fuse.ts';
import { createMeaning } from './meaning.server.ts';
import { hasVectorType, nearestInDatabase, readKnown, saveVectors } from './vectors.server.ts';

const databases = [
  { place: 'without pgvector', hasPgvector: false, ...(await testDatabase()) },
  { place: 'with pgvector', hasPgvector: true, ...(await vectorDatabase()) },
];
const server = await startModelServer();
afterAll(() => server.close());
beforeEach(() => server.behaveEmbedding('good'));

const MODEL = 'town-embeddings';
const endpoint = createEndpointEmbedder({ url: server.url, name: MODEL, key: null });
const page = (id: string, title: string, lines: string[]): SearchDocument => ({
  ...plainDocument({ id, title, lines }),
  url: `/wissen/${id}`,
});
// No word in common with the question, nearly all letters.
const near = page('nah', 'Lehm und Sand', ['Hier mahlen sie Lehm.']);
const far = page('fern', 'Xylophon', ['Jazz, Quiz, Xylophon.']);
const asked = { question: 'Sahen die Maler Helm und Sims?', audience: 'resident' as const };

interface Wish {
  requestsPerDay: number;
  embedder: Embedder;
  place: 'memory' | 'database';
}

function partsFor(
  pages: SearchDocument[],
  { requestsPerDay = 100, embedder = endpoint }: Partial<Wish> = {},
) {
  async function* searchable() {
    yield pages;
  }
  return {
    source: { searchables: [searchable], readEdition: async () => 1, nextChangeAt: async () => null },
    choice: {
      embedder,
      timeoutMs: 1_000,
      leastLikeness: 0.7,
      budget: { requestsPerDay, tokensPerDay: 100_000 },
    },
  };
}

function assistantWith(pages: SearchDocument[], wish: Partial<Wish> = {}) {
  const { source, choice } = partsFor(pages, wish);
  return createAssistant(source, { searchIndex: wish.place ?? 'memory', embedder: choice });
}

describe.each(databases)('$place', ({ createTenant, scope, hasPgvector }) => {
  const visitor = (town: TenantIdentity) => scope(town, { permissions: [] });

  test.each(['memory', 'database'] as const)(
    'a page without a common word is shown as one that could help, never as an answer (%s)',
    async (place) => {
      const town = await createTenant(`nah-${place}`);
      const assistant = assistantWith([near, far], { place });
      // The first question has the pages read; from the next one on they are found.
      await assistant.ask(visitor(town), asked);
      await assistant.settled();
      const given = await assistant.ask(visitor(town), asked);
      expect(given).toMatchObject({
        outcome: 'possible',
        sentences: [],
        closest: [{ title: 'Lehm und Sand' }],
      });
      expect(given.contact).toBe(null);
      const { hits } = await assistant.search(visitor(town), { q: asked.question });
      expect(hits.map(({ title }) => title)).toEqual(['Lehm und Sand']);
      expect((await assistant.search(visitor(town), { q: asked.question, kind: 'event' })).hits).toEqual([]);
    },
  );

  test.each<EmbeddingBehaviour>([
    'slow',
    'busy',
    'broken',
    'truncated',
    'not-json',
    'wrong-dimension',
    'uneven',
    'too-few',
    'not-a-number',
    'endless',
    'nothing',
  ])('with a server that is %s words decide, in time', async (behaviour) => {
    const town = await createTenant(`hart-${behaviour}`);
    const assistant = assistantWith([near, far]);
    await assistant.ask(visitor(town), asked);
    await assistant.settled();
    server.behaveEmbedding(behaviour);
    const startedAt = performance.now();
    // Another question, for the vector of the first is remembered.
    const other = { ...asked, question: 'Malen sie Helme und Sand dahin?' };
    expect(await assistant.ask(visitor(town), other)).toMatchObject({ outcome: 'declined' });
    expect(performance.now() - startedAt).toBeLessThan(3_000);
    server.behaveEmbedding('good');
    expect(await assistant.ask(visitor(town), other)).toMatchObject({ outcome: 'possible' });
  });

  test('the server gets no names, numbers and addresses', async () => {
    const town = await createTenant('anonym');
    const assistant = assistantWith([far]);
    await assistant.ask(visitor(town), {
      ...asked,
      question: 'Ich bin Erika Muster, 03883 623001, wo mahlt man Lehm?',
    });
    await assistant.settled();
    expect(server.asked.join(' ')).toMatch(/Lehm/);
    expect(server.asked.join(' ')).not.toMatch(/Erika|623001/);
  });

  test('what did not change is not sent again, and what is gone is forgotten', async () => {
    const town = await createTenant('geaendert');
    const first = assistantWith([near, far]);
    await first.ask(visitor(town), asked);
    await first.settled();
    expect([...(await readKnown(scope(town), MODEL)).prints.keys()].sort()).toEqual(['fern', 'nah']);
    server.behaveEmbedding('good');
    const changed = { ...near, title: 'Lehm, Sand' };
    const second = assistantWith([changed]);
    await second.ask(visitor(town), asked);
    await second.settled();
    const sent = server.asked.map((body) => (JSON.parse(body) as { input: string[] }).input);
    expect(sent.filter((texts) => texts.some((text) => text.startsWith('Lehm')))).toHaveLength(1);
    expect([...(await readKnown(scope(town), MODEL)).prints.keys()]).toEqual(['nah']);
  });

  test('when the budget of the day is spent nobody waits for vectors', async () => {
    const town = await createTenant('sparsam');
    const assistant = assistantWith([near], { requestsPerDay: 1 });
    await assistant.ask(visitor(town), asked);
    await assistant.settled();
    await assistant.ask(visitor(town), { ...asked, question: 'Ist das Xylophon da?' });
    await assistant.settled();
    expect(server.asked).toHaveLength(1);
  });

  test('after three failures in a row the server is left in peace', async () => {
    const town = await createTenant('ruhe');
    let calls = 0;
    const failing: Embedder = {
      model: MODEL,
      embed: async () => (calls++, { ok: false, reason: 'unavailable', details: {}, tokens: 0 }),
    };
    const assistant = assistantWith([near], { embedder: failing });
    for (const word of ['Ein', 'Zwei', 'Drei', 'Vier', 'Fünf'])
      await assistant.ask(visitor(town), { ...asked, question: `${word} Helme sahen Lehm?` });
    await assistant.settled();
    expect(calls).toBe(3);
  });

  test('a model with vectors of another size has the pages read anew, once', async () => {
    const town = await createTenant('andere-groesse');
    const sized = (size: number): Embedder => ({
      model: MODEL,
      embed: async (texts) => ({
        ok: true,
        value: texts.map(() => Array(size).fill(size ** -0.5)),
        tokens: 1,
      }),
    });
    const before = assistantWith([near, far], { embedder: sized(3) });
    await before.ask(visitor(town), asked);
    await before.settled();
    expect(await readKnown(scope(town), MODEL)).toMatchObject({ size: 3 });
    const after = assistantWith([near, far], { embedder: sized(5) });
    await after.ask(visitor(town), asked);
    await after.settled();
    expect(await readKnown(scope(town), MODEL)).toMatchObject({ size: 5 });
    expect((await after.ask(visitor(town), asked)).outcome).toBe('possible');
  });

  test('vectors of a town are found in that town only', async () => {
    const [here, there] = [await createTenant('vektor-hier'), await createTenant('vektor-dort')];
    const assistant = assistantWith([near]);
    await assistant.ask(visitor(here), asked);
    await assistant.settled();
    expect((await readKnown(scope(there), MODEL)).prints.size).toBe(0);
  });

  test('a database that was away for a moment is asked again', async () => {
    const town = await createTenant('kurz-weg');
    const first = assistantWith([near, far]);
    await first.ask(visitor(town), asked);
    await first.settled();
    const { source, choice } = partsFor([near, far]);
    const later = createLater();
    const meaning = createMeaning(choice, createTally(), later);
    const pages = () => memorySearch(source).of(visitor(town), 1);
    const away = { ...visitor(town), read: () => Promise.reject(new Error('away')) };
    await expect(meaning.near(away, await pages(), asked.question)).rejects.toThrow('away');
    const found = await meaning.near(visitor(town), await pages(), asked.question);
    expect(found.map(({ documentId }) => documentId)).toEqual(['nah', 'fern']);
    await later.settled();
  });

  test('pgvector is used where it is, and nowhere else', async () => {
    expect(await hasVectorType(scope(await createTenant('mit-oder-ohne')))).toBe(hasPgvector);
  });

  test.runIf(hasPgvector)('pgvector finds what this process would, of this town and model only', async () => {
    const [here, there] = [await createTenant('naechste-hier'), await createTenant('naechste-dort')];
    const direction = fc
      .array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 3 })
      .filter((numbers) => numbers.some(Boolean))
      .map((numbers) => numbers.map((number) => number / Math.hypot(...numbers)));
    let run = 0;
    const anyPages = fc.array(direction, { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(anyPages, direction, async (directions, question) => {
        const model = `model-${run++}`;
        const rows = directions.map((vector, i) => ({ documentId: `seite-${i}`, print: '', vector }));
        await saveVectors(scope(here), model, rows);
        // A size that cannot be compared, another town and another model, all of them nearer.
        await saveVectors(scope(here), model, [{ documentId: 'kurz', print: '', vector: [1] }]);
        await saveVectors(scope(there), model, [{ documentId: 'fremd', print: '', vector: question }]);
        await saveVectors(scope(here), `${model}-neu`, [{ documentId: 'neu', print: '', vector: question }]);
        const found = await nearestInDatabase(visitor(here), model, question, 5);
        const vectors = new Map(rows.map((row) => [row.documentId, Float32Array.from(row.vector)]));
        const expected = nearestOf(vectors, question, 5);
        expect(found.length).toBe(expected.length);
        found.forEach((one, i) => expect(one.likeness).toBeCloseTo(expected[i]!.likeness, 4));
        // Pages that lie in one direction may change places.
        for (const { documentId, likeness } of found)
          expect(nearestOf(vectors, question, 20)).toContainEqual({
            documentId,
            likeness: expect.closeTo(likeness, 4) as number,
          });
      }),
      { numRuns: 30 },
    );
    const seen = await visitor(there).read((store) =>
      store.execute<{ id: string }>(
        sql`select distinct document_id as id from assistant.page_vector where (vector::vector <=> '[1,0,0]') < 3`,
      ),
    );
    expect(seen.rows).toEqual([{ id: 'fremd' }]);
  });
});
