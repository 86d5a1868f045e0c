import { sql } from 'drizzle-orm';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { startModelServer } from '#tests/model-server';
import type { EmbeddingBehaviour } from '#tests/model-server';
import type { SearchDocument } from '#answer-engine';
import { plainDocument } from '#answer-engine';
import { createAssistant, createEndpointEmbedder } from '#modules/assistant.server';
import type { Embedder } from './embedder.ts';
import type { TenantIdentity } from '#platform/scope';
import { nearestInDatabase, readKnown } from './vectors.server.ts';

const { createTenant, scope, database } = await testDatabase();
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

function assistantWith(pages: SearchDocument[], wish: Partial<Wish> = {}) {
  const { requestsPerDay = 100, place = 'memory', embedder = endpoint } = wish;
  async function* searchable() {
    yield pages;
  }
  return createAssistant(
    { searchables: [searchable], readEdition: async () => 1, nextChangeAt: async () => null },
    {
      searchIndex: place,
      embedder: {
        embedder,
        timeoutMs: 1_000,
        leastLikeness: 0.7,
        budget: { requestsPerDay, tokensPerDay: 100_000 },
      },
    },
  );
}

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
    embed: async (texts) => ({ ok: true, value: texts.map(() => Array(size).fill(size ** -0.5)), tokens: 1 }),
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

test('where the database can compare vectors it does, in the order this process would', async () => {
  const town = await createTenant('pgvector');
  const assistant = assistantWith([near, far]);
  await assistant.ask(visitor(town), asked);
  await assistant.settled();
  // pgvector is not part of the embedded server; its name and its operator are stood in for by plain SQL.
  await database.pool.query(`
    create domain vector as real[];
    create function cosine_distance(one vector, other vector) returns float8 language sql immutable as
      'select 1 - sum(a * b) / (sqrt(sum(a * a)) * sqrt(sum(b * b))) from unnest(one::real[], other::real[]) as pair (a, b)';
    create operator <=> (leftarg = vector, rightarg = vector, function = cosine_distance);
  `);
  try {
    const vectorOf = async (id: string) => {
      const { rows } = await scope(town).read((store) =>
        store.execute<{ vector: number[] }>(
          sql`select vector from assistant.page_vector where document_id = ${id}`,
        ),
      );
      return rows[0]!.vector;
    };
    const found = await nearestInDatabase(visitor(town), MODEL, await vectorOf('fern'), 5);
    expect(found.map(({ documentId }) => documentId)).toEqual(['fern', 'nah']);
    expect(found[0]!.likeness).toBeCloseTo(1, 3);
  } finally {
    await database.pool.query(
      'drop operator <=> (vector, vector); drop function cosine_distance; drop domain vector',
    );
  }
});
