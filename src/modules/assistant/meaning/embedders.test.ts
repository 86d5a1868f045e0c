import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startModelServer } from '#tests/model-server';
import { writeOnnxModel } from '#tests/onnx-model';
import { createEndpointEmbedder } from './endpoint.server.ts';
import { createFolderEmbedder } from './folder.server.ts';
import type { Transformers } from './folder.server.ts';

const server = await startModelServer();
afterAll(() => server.close());

const endpoint = createEndpointEmbedder({ url: server.url, name: 'town-embeddings', key: 'key-of-the-town' });
const embed = (texts = ['Hund', 'Hundesteuer'], timeoutMs = 3_000) =>
  endpoint.embed(texts, AbortSignal.timeout(timeoutMs));
const lengthOf = (vector: readonly number[]) => Math.hypot(...vector);

test('texts become vectors of length one, as many as were asked for', async () => {
  server.behaveEmbedding('good');
  const outcome = await embed();
  if (!outcome.ok) throw new Error(outcome.reason);
  expect(outcome.value).toHaveLength(2);
  expect(outcome.value.map((vector) => lengthOf(vector).toFixed(6))).toEqual(['1.000000', '1.000000']);
  expect(outcome.tokens).toBe(12);
  expect(JSON.parse(server.asked[0]!)).toMatchObject({
    model: 'town-embeddings',
    input: ['Hund', 'Hundesteuer'],
  });
});

test.each([
  ['busy', 'busy'],
  ['broken', 'unavailable'],
  ['not-json', 'not-understood'],
  ['uneven', 'not-understood'],
  ['too-few', 'not-understood'],
  ['not-a-number', 'not-understood'],
  ['endless', 'not-understood'],
  ['nothing', 'not-understood'],
] as const)('a server that is %s is a refusal, and is asked once', async (behaviour, reason) => {
  server.behaveEmbedding(behaviour);
  expect(await embed()).toMatchObject({ ok: false, reason });
  expect(server.asked).toHaveLength(1);
});

test('an answer that breaks off is a refusal', async () => {
  server.behaveEmbedding('truncated');
  expect((await embed()).ok).toBe(false);
});

test('a slow server is left alone when the time is over', async () => {
  server.behaveEmbedding('slow');
  const startedAt = performance.now();
  expect(await embed(['Hund'], 200)).toMatchObject({ ok: false, reason: 'too-slow' });
  expect(performance.now() - startedAt).toBeLessThan(1_500);
});

test('the key never comes into a result', async () => {
  server.behaveEmbedding('broken');
  expect(JSON.stringify(await embed())).not.toContain('key-of-the-town');
});

test('a model in a folder is read from there and from nowhere else', async () => {
  const asked: unknown[] = [];
  const env = { allowRemoteModels: true, allowLocalModels: false, localModelPath: '' };
  const transformers: Transformers = {
    env,
    pipeline: async (task, model) => {
      asked.push(task, model, { ...env });
      return async (texts, options) => {
        asked.push(options);
        return { tolist: () => texts.map((text) => [text.length, 3]) };
      };
    },
  };
  const folder = createFolderEmbedder('/srv/models/multilingual-e5-small', async () => transformers);
  expect(folder.model).toBe('multilingual-e5-small');
  const outcome = await folder.embed(['Hund'], AbortSignal.timeout(1_000));
  expect(outcome).toMatchObject({ ok: true, value: [[0.8, 0.6]] });
  expect(asked).toEqual([
    'feature-extraction',
    'multilingual-e5-small',
    { allowRemoteModels: false, allowLocalModels: true, localModelPath: '/srv/models' },
    { pooling: 'mean', normalize: true },
  ]);
});

const PACKAGE = '@huggingface/transformers';
const isInstalled = (() => {
  try {
    return Boolean(import.meta.resolve(PACKAGE));
  } catch {
    return false;
  }
})();

// The package takes 475 MB, so it is not here by itself: `npm install --no-save --ignore-scripts @huggingface/transformers`.
test.runIf(isInstalled)('a real model in a folder puts a text in the middle of its words', async () => {
  const models = mkdtempSync(join(tmpdir(), 'ortskern-models-'));
  const places = { hund: [1, 0, 0], steuer: [0, 1, 0] };
  writeOnnxModel(join(models, 'small'), new Map(Object.entries(places)));
  try {
    const folder = createFolderEmbedder(join(models, 'small'));
    const outcome = await folder.embed(['Hund', 'Steuer Hund', 'Hund Hund'], AbortSignal.timeout(10_000));
    if (!outcome.ok) throw new Error(outcome.reason);
    const expected = [
      [1, 0, 0],
      [0.5 ** 0.5, 0.5 ** 0.5, 0],
      [1, 0, 0],
    ];
    outcome.value.forEach((vector, i) =>
      vector.forEach((number, at) => expect(number).toBeCloseTo(expected[i]![at]!, 5)),
    );
    const none = createFolderEmbedder(join(models, 'none'));
    expect(await none.embed(['Hund'], AbortSignal.timeout(10_000))).toMatchObject({ reason: 'unavailable' });
  } finally {
    rmSync(models, { recursive: true });
  }
});

test.runIf(!isInstalled)(
  'where the package for local models is not installed, pages are found by words',
  async () => {
    const folder = createFolderEmbedder('/srv/models/none');
    expect(await folder.embed(['Hund'], AbortSignal.timeout(5_000))).toMatchObject({
      ok: false,
      reason: 'unavailable',
    });
  },
);
