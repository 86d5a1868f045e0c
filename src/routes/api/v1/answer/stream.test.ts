import { expect, test } from 'vitest';
import type { TownAnswer } from '#modules/assistant';
import { publicAnswer } from './public-answer.ts';
import { streamAnswer } from './stream.ts';

const given = {
  outcome: 'answered',
  confidence: 0.9,
  sentences: [
    { text: 'Eins.\nZwei\u2028.', citation: 2, flags: [] },
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
const answer = publicAnswer(given, 'https://hagenow.example');

async function events(response: Response): Promise<[string, unknown][]> {
  const text = await response.text();
  expect(text.startsWith('retry: 3000\n\n')).toBe(true);
  return [...text.matchAll(/event: ([^\n]+)\ndata: ([^\n]+)\n\n/g)].map(([, name, data]) => [
    name!,
    JSON.parse(data!),
  ]);
}

test('sentences come with their citation before them, the contact and the rest after them', async () => {
  const response = streamAnswer(Promise.resolve(answer));
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const told = await events(response);
  expect(told.map(([name]) => name)).toEqual([
    'citation',
    'sentence',
    'sentence',
    'citation',
    'contact',
    'done',
  ]);
  expect(told[0]![1]).toEqual({ n: 2, url: 'https://hagenow.example/b#satz-1' });
  expect(told[1]![1]).toEqual(given.sentences[0]);
  expect(told.at(-1)![1]).toMatchObject({ outcome: 'answered', possible: false, tookMs: 1 });
});

test('a slow answer is kept alive, a failed one ends with a problem and no details', async () => {
  const late = new Promise<never>((_, reject) => setTimeout(reject, 60, new Error('select secret from x')));
  const text = await streamAnswer(late, 10).text();
  expect(text.match(/^: $/gm)!.length).toBeGreaterThan(2);
  expect(text).toContain('event: problem');
  expect(text).not.toContain('secret');
});

test('who leaves early is not spoken to any more', async () => {
  let arrive: (value: typeof answer) => void = () => {};
  const response = streamAnswer(new Promise((resolve) => (arrive = resolve)), 5);
  const reader = response.body!.getReader();
  await reader.read();
  await reader.cancel();
  arrive(answer);
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(await reader.read()).toEqual({ done: true, value: undefined });
});
