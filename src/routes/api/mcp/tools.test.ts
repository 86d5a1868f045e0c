import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { expect, test } from 'vitest';
import { createTownMcp } from './tools.ts';
import type { TownTools } from './tools.ts';

const citation = {
  n: 1,
  title: 'Hundesteuer',
  source: 'Satzung',
  sourceUrl: null,
  asOf: '2025-01-01',
  url: 'https://hagenow.example/wissen/hundesteuer#satz-0',
  level: 'town',
  levelName: null,
};
const asked: unknown[] = [];
const tools: TownTools = {
  town: 'Hagenow',
  async ask(question) {
    asked.push(question);
    return {
      outcome: 'answered',
      sentences: [{ text: 'Sie beträgt 60 Euro.', citation: 1, flags: [] }],
      citations: [citation],
      contact: null,
      closest: [],
      notice: null,
      clarify: [],
    };
  },
  search: async () => ({ hits: [{ ...citation, kind: 'article', snippet: 'Sie beträgt 60 Euro.' }] }),
  article: async (url) =>
    url === '/wissen/hundesteuer'
      ? { ...citation, kind: 'article', text: 'Ganzer Text', licence: null }
      : null,
};

async function client(): Promise<Client> {
  const [here, there] = InMemoryTransport.createLinkedPair();
  const one = new Client({ name: 'test', version: '1' });
  await Promise.all([createTownMcp(tools).connect(there), one.connect(here)]);
  return one;
}

test('the official client sees three tools that only read', async () => {
  const { tools: listed } = await (await client()).listTools();
  expect(listed.map(({ name }) => name)).toEqual(['ask_town', 'search_town', 'get_article']);
  expect(listed.every(({ annotations }) => annotations?.readOnlyHint && !annotations.destructiveHint)).toBe(
    true,
  );
});

test('an answer arrives with its citation, in the shape that was promised', async () => {
  const one = await client();
  await one.listTools();
  const answer = await one.callTool({ name: 'ask_town', arguments: { question: ' Was kostet ein Hund? ' } });
  expect(answer.structuredContent).toMatchObject({ outcome: 'answered', citations: [citation] });
  expect(asked).toEqual([{ question: 'Was kostet ein Hund?', audience: 'resident' }]);
  const found = await one.callTool({ name: 'search_town', arguments: { query: 'Hund' } });
  expect(found.structuredContent).toMatchObject({ hits: [{ asOf: '2025-01-01' }] });
  const page = await one.callTool({ name: 'get_article', arguments: { url: '/wissen/hundesteuer' } });
  expect(page.structuredContent).toMatchObject({ text: 'Ganzer Text', source: 'Satzung' });
});

test.each([
  ['ask_town', {}],
  ['ask_town', { question: 'x'.repeat(501) }],
  ['ask_town', { question: 'x', audience: 'mayor' }],
  ['search_town', { query: 'x', limit: 5000 }],
  ['get_article', { url: '/wissen/unbekannt' }],
  ['delete_town', {}],
  ['constructor', {}],
])('%s with %o is refused in words', async (name, given) => {
  const refused = await (await client()).callTool({ name, arguments: given });
  expect(refused.isError).toBe(true);
});
