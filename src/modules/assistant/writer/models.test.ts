import { afterAll, expect, test } from 'vitest';
import { startModelServer } from '#tests/model-server';
import { createModelWriter } from './models.server.ts';
import type { Draft, WritingRequest } from './writer.ts';

const server = await startModelServer();
afterAll(() => server.close());

const choice = {
  url: server.url,
  name: 'town-test',
  key: 'key-of-the-town',
  project: null,
  location: 'europe-west3',
};
const writer = createModelWriter({ ...choice, provider: 'openai-compatible' });
const request: WritingRequest = {
  question: 'Was kostet die Hundesteuer?',
  locale: 'de',
  easyRead: false,
  sentences: [{ id: 1, text: 'Die Hundesteuer beträgt 60 Euro.', title: 'Hundesteuer', date: '2025' }],
};
const write = (timeoutMs = 3_000) => writer.write(request, AbortSignal.timeout(timeoutMs));

test('the model sees the numbered sentences and the question, and nothing of the town besides', async () => {
  server.behave('good', 'Sie zahlen 60 Euro.');
  expect(await write()).toEqual({
    ok: true,
    value: { ids: [1], wording: 'Sie zahlen 60 Euro.', veto: false },
    tokens: 120,
  });
  const { messages, temperature, response_format } = JSON.parse(server.asked[0]!);
  expect(temperature).toBe(0);
  expect(response_format.type).toBe('json_schema');
  // What decides whether words are shown is asked for before the words.
  expect(Object.keys(response_format.json_schema.schema.properties)).toEqual(['veto', 'ids', 'wording']);
  expect(messages).toHaveLength(2);
  expect(messages[1].content).toBe(
    '<sentences>\n{"id":1,"text":"Die Hundesteuer beträgt 60 Euro.","page":"Hundesteuer","asOf":"2025"}\n</sentences>\n<question>Was kostet die Hundesteuer?</question>',
  );
});

test('a busy server is asked once more and no more', async () => {
  server.behave('busy-once', null);
  expect(await write()).toMatchObject({ ok: true });
  expect(server.asked).toHaveLength(2);
  server.behave('busy');
  expect(await write()).toMatchObject({ ok: false, reason: 'busy' });
  expect(server.asked).toHaveLength(2);
});

test('a slow server is left alone when the time is over', async () => {
  server.behave('slow');
  const startedAt = performance.now();
  expect(await write(300)).toMatchObject({ ok: false, reason: 'too-slow' });
  expect(performance.now() - startedAt).toBeLessThan(1_500);
});

test.each([
  ['broken', 'unavailable'],
  ['truncated', 'unavailable'],
  ['not-json', 'not-understood'],
  ['wrong-shape', 'not-understood'],
] as const)('a server that is %s is a refusal, not a fault', async (behaviour, reason) => {
  server.behave(behaviour);
  expect(await write()).toMatchObject({ ok: false, reason });
  expect(server.asked).toHaveLength(1);
});

test('tokens of an unreadable answer are counted', async () => {
  server.behave('not-json');
  expect(await write()).toMatchObject({ tokens: 120 });
});

test.each(['openai-compatible', 'vertex'] as const)(
  'the draft of %s is heard while it grows',
  async (provider) => {
    const wording = 'Sie zahlen "60 Euro".\nNicht mehr.';
    server.behave('good', wording);
    const drafts: Draft[] = [];
    const one = createModelWriter({ ...choice, provider, project: 'town' });
    await one.write(request, AbortSignal.timeout(20_000), (draft) => drafts.push(draft));
    expect(drafts.length).toBeGreaterThan(3);
    for (const draft of drafts) {
      expect(draft).toMatchObject({ ids: [1], veto: false });
      expect(wording.startsWith(draft.wording)).toBe(true);
    }
    expect(drafts.at(-1)?.wording).toBe(wording);
  },
);

test('words that come before what is decided are no draft', async () => {
  server.behave('words-first', 'Sie zahlen 60 Euro.');
  const drafts: Draft[] = [];
  const outcome = await writer.write(request, AbortSignal.timeout(20_000), (draft) => drafts.push(draft));
  expect(outcome).toMatchObject({ ok: true, value: { wording: 'Sie zahlen 60 Euro.' } });
  expect(drafts).toEqual([]);
});

test('who leaves ends the work of the model, and what was worked is counted', async () => {
  server.behave('good', 'Sie zahlen 60 |Euro.');
  const leaving = new AbortController();
  const outcome = await writer.write(request, leaving.signal, () => leaving.abort());
  expect(outcome).toMatchObject({ ok: false });
  expect(outcome.tokens).toBeGreaterThan(100);
  await server.left();
});

test('a stream that breaks off is a refusal, and what was said is counted', async () => {
  server.behave('truncated', 'Sie zahlen 60 Euro. Das');
  const outcome = await write();
  expect(outcome).toMatchObject({ ok: false, reason: 'unavailable' });
  expect(outcome.tokens).toBeGreaterThan(100);
});

test('a server nobody runs is a refusal', async () => {
  const nobody = createModelWriter({
    ...choice,
    provider: 'openai-compatible',
    url: 'http://127.0.0.1:9/v1',
  });
  expect(await nobody.write(request, AbortSignal.timeout(3_000))).toMatchObject({
    ok: false,
    reason: 'unavailable',
  });
});

test('the key goes to the server and never into a result', async () => {
  server.behave('broken');
  expect(JSON.stringify(await write())).not.toContain('key-of-the-town');
});

test('Gemini on Vertex AI is asked in its own way', async () => {
  server.behave('good', 'Sie zahlen 60 Euro.');
  const vertex = createModelWriter({ ...choice, provider: 'vertex', name: 'gemini-test', project: 'town' });
  expect(await vertex.write(request, AbortSignal.timeout(3_000))).toEqual({
    ok: true,
    value: { ids: [1], wording: 'Sie zahlen 60 Euro.', veto: false },
    tokens: 120,
  });
  const { generationConfig, systemInstruction } = JSON.parse(server.asked[0]!);
  expect(generationConfig).toMatchObject({ temperature: 0, responseMimeType: 'application/json' });
  expect(systemInstruction.parts[0].text).toContain('numbered sentences');
});

test.each([
  ['slow', 'too-slow'],
  ['busy', 'busy'],
  ['broken', 'unavailable'],
  ['truncated', 'unavailable'],
  ['not-json', 'not-understood'],
  ['wrong-shape', 'not-understood'],
] as const)('Gemini that is %s is a refusal, not a fault', async (behaviour, reason) => {
  server.behave(behaviour);
  const vertex = createModelWriter({ ...choice, provider: 'vertex', name: 'gemini-test', project: 'town' });
  const outcome = await vertex.write(request, AbortSignal.timeout(behaviour === 'slow' ? 300 : 3_000));
  expect(outcome).toMatchObject({ ok: false, reason });
});
