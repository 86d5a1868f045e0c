import { expect, test } from 'vitest';
import type { TownAnswer } from '#modules/assistant';
import { publicAnswer } from './public-answer.ts';
import { streamAnswer } from './stream.ts';

const given = {
  outcome: 'answered',
  confidence: 0.9,
  sentences: [
    { text: 'Eins.', citation: 2, flags: [] },
    { text: 'Drei.', citation: 2, flags: [] },
  ],
  citations: [
    { n: 1, url: '/a' },
    { n: 2, url: '/b#satz-1' },
  ],
  contact: { role: 'Bürgerbüro' },
  closest: [],
  notice: null,
  clarify: null,
  tookMs: 1,
} as unknown as TownAnswer;
const ORIGIN = 'https://hagenow.example';
const page = { title: 'B', url: '/b#satz-1', source: 'Satzung', date: null };

async function events(ask: Parameters<typeof streamAnswer>[0]): Promise<[string, unknown][]> {
  const text = await streamAnswer(ask, ORIGIN).text();
  return [...text.matchAll(/event: ([^\n]+)\ndata: ([^\n]+)\n\n/g)].map(([, name, data]) => [
    name!,
    JSON.parse(data!),
  ]);
}

test('sentences come with their citation before them, the contact after them, and in the end the whole', async () => {
  const told = await events(async ({ hear }) => {
    hear!({ step: 'found', pages: [page], isWording: false });
    return given;
  });
  expect(told).toEqual([
    ['found', { pages: [{ ...page, url: `${ORIGIN}/b#satz-1` }], wording: false }],
    ['citation', { n: 2, url: `${ORIGIN}/b#satz-1` }],
    ['sentence', given.sentences[0]],
    ['sentence', given.sentences[1]],
    ['citation', { n: 1, url: `${ORIGIN}/a` }],
    ['contact', given.contact],
    ['done', publicAnswer(given, ORIGIN)],
  ]);
});

test('words of a model come before the sentences, and are taken back by name', async () => {
  const told = await events(async ({ hear }) => {
    hear!({ step: 'found', pages: [page], isWording: true });
    hear!({ step: 'worded', text: 'Eins ist eins.' });
    hear!({ step: 'withdrawn' });
    return given;
  });
  expect(told.slice(1, 4)).toEqual([
    ['wording', { text: 'Eins ist eins.', madeBy: 'model' }],
    ['withdrawn', {}],
    ['citation', { n: 2, url: `${ORIGIN}/b#satz-1` }],
  ]);
});

test('other websites may read the events', () => {
  const { headers } = streamAnswer(async () => given, ORIGIN);
  expect(headers.get('access-control-allow-origin')).toBe('*');
});
