import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTownServer } from '#tests/town-server';
import type { TownServer } from '#tests/town-server';

const QUESTION = 'Wie hoch ist der Hebesatz der Gewerbesteuer?';
let town: TownServer;

beforeAll(async () => {
  town = await startTownServer();
});
afterAll(() => town?.stop());

async function connect(): Promise<Client> {
  const client = new Client({ name: 'another-assistant', version: '1' });
  await client.connect(new StreamableHTTPClientTransport(new URL(`${town.url}/api/mcp`)));
  return client;
}

interface Cited {
  outcome: string;
  sentences: { text: string; citation: number }[];
  citations: { n: number; title: string; source: string; asOf: string | null; url: string }[];
}

test('the official client lists the tools, asks, and reads the page an answer cites', async () => {
  const client = await connect();
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(['ask_town', 'search_town', 'get_article']);

  const asked = await client.callTool({
    name: 'ask_town',
    arguments: { question: QUESTION, audience: 'business' },
  });
  const { outcome, sentences, citations } = asked.structuredContent as unknown as Cited;
  expect(outcome).toBe('answered');
  for (const sentence of sentences) {
    const citation = citations.find(({ n }) => n === sentence.citation)!;
    expect(citation).toMatchObject({ title: expect.any(String), source: expect.any(String) });
    expect(citation.url).toMatch(new RegExp(`^${town.url}/.+#satz-\\d+$`));
    const page = await client.callTool({ name: 'get_article', arguments: { url: citation.url } });
    expect((page.structuredContent as { text: string }).text).toContain(sentence.text.slice(0, 40));
  }

  const found = await client.callTool({
    name: 'search_town',
    arguments: { query: 'Gewerbesteuer', limit: 3 },
  });
  expect((found.structuredContent as { hits: object[] }).hits).toHaveLength(3);
  await client.close();
});

test.each([
  'Wann wird die Biotonne in Sudenhof geleert?',
  'Ampel kaputt',
  'Wo kann ich parken?',
  'Hat das Bürgerbüro gerade offen?',
])('what answers „%s“ from records can be read too', async (question) => {
  const client = await connect();
  const asked = await client.callTool({ name: 'ask_town', arguments: { question } });
  const { outcome, citations } = asked.structuredContent as unknown as Cited;
  expect([outcome, citations.length > 0]).toEqual(['answered', true]);
  for (const { url, title } of citations) {
    const page = await client.callTool({ name: 'get_article', arguments: { url } });
    expect(page.structuredContent).toMatchObject({ title, url });
  }
  await client.close();
});

test('what the town does not know is declined with a contact', async () => {
  const client = await connect();
  const asked = await client.callTool({
    name: 'ask_town',
    arguments: { question: 'Wie viele Monde hat der Jupiter?' },
  });
  expect(asked.structuredContent).toMatchObject({ outcome: 'declined', sentences: [] });
  await client.close();
});

test('pages of another town or of nobody are not read', async () => {
  const client = await connect();
  for (const url of [
    `${town.urlOf('augsburg-land')}/wissen/irgendwas`,
    'https://evil.example/wissen/x',
    'file:///etc/passwd',
    '/wissen/../verwaltung',
    '/verwaltung/inhalte',
    '%E0%A4%A',
  ]) {
    const refused = await client.callTool({ name: 'get_article', arguments: { url } });
    expect([url, refused.isError]).toEqual([url, true]);
  }
  await client.close();
});

const call = (init: RequestInit & { headers?: Record<string, string> }) =>
  fetch(`${town.url}/api/mcp`, {
    method: 'POST',
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
    ...init,
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...init.headers,
    },
  });

test('pages elsewhere, long bodies, broken bodies and other methods are refused', async () => {
  expect((await call({})).status).toBe(200);
  expect((await call({ headers: { origin: town.url } })).status).toBe(200);
  expect((await call({ headers: { origin: 'https://evil.example' } })).status).toBe(403);
  expect((await call({ body: ' '.repeat(70_000) })).status).toBe(413);
  expect((await call({ body: '{"jsonrpc":' })).status).toBe(400);
  const got = await fetch(`${town.url}/api/mcp`);
  expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST']);
});

test('the open interface answers in one piece and as events alike', async () => {
  const ask = (accept: string, question: unknown = QUESTION) =>
    fetch(`${town.url}/api/v1/answer`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept },
      body: JSON.stringify({ question, history: ['Was kostet ein Hund?'] }),
    });
  const whole = (await (await ask('application/json')).json()) as Cited;
  const stream = await ask('text/event-stream');
  expect(stream.headers.get('content-type')).toContain('text/event-stream');
  const events = [...(await stream.text()).matchAll(/event: (\w+)\ndata: (.+)\n/g)];
  const told = (name: string) =>
    events.filter(([, one]) => one === name).map(([, , data]) => JSON.parse(data!));
  expect(told('sentence')).toEqual(whole.sentences);
  expect(told('citation')).toEqual(whole.citations);
  expect(told('done')).toEqual([{ ...whole, tookMs: expect.any(Number) }]);
  expect(events[0]?.[1]).toBe('found');
  expect(told('found')).toMatchObject([{ wording: false }]);
  expect(told('found')[0].pages.map(({ url }: { url: string }) => url)).toContain(whole.citations[0]!.url);

  expect((await ask('text/event-stream', 'x'.repeat(501))).status).toBe(400);
  expect((await ask('application/json', 7)).headers.get('content-type')).toBe('application/problem+json');
  const got = await fetch(`${town.url}/api/v1/answer?question=x`);
  expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST, OPTIONS']);
});
