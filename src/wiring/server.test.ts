import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { readEnvironment } from '#env';
import { createProxyReader, PROXY_VARIABLES } from './server-proxy.ts';
import { listen } from './server.ts';
import type { Handler, TownServer } from './server.ts';

let server: TownServer | null = null;
afterEach(async () => {
  await server?.drain(0);
  server = null;
});

async function serve(handler: Handler): Promise<string> {
  server = await listen({ ...readEnvironment({}), port: 0, host: '127.0.0.1' });
  server.use(handler);
  return `http://127.0.0.1:${server.port}`;
}

test('until the app is there a visitor is told that it starts', async () => {
  server = await listen({ ...readEnvironment({}), port: 0, host: '127.0.0.1' });
  const response = await fetch(`http://127.0.0.1:${server.port}/`);
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
  expect(await response.text()).toContain('startet gerade');
});

test('a port that is taken is named before anything else is done', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as { port: number };
  await expect(listen({ ...readEnvironment({}), port, host: '127.0.0.1' })).rejects.toMatchObject({
    code: 'port-taken',
  });
  await new Promise((resolve) => other.close(resolve));
});

test('draining lets the running request end and takes no new one', async () => {
  let began: () => void;
  const running = new Promise<void>((resolve) => (began = resolve));
  const url = await serve((_request, response) => {
    began();
    setTimeout(() => response.end('fertig'), 400);
  });
  const answer = fetch(url).then((response) => response.text());
  await running;
  const startedAt = performance.now();
  const drained = server!.drain(5_000);
  await expect(fetch(url)).rejects.toThrow();
  expect(await answer).toBe('fertig');
  await drained;
  expect(performance.now() - startedAt).toBeLessThan(3_000);
});

test('a request that never ends does not keep the server from stopping', async () => {
  const url = await serve(() => undefined);
  const answer = fetch(url).catch(() => 'cut off');
  await new Promise((resolve) => setTimeout(resolve, 100));
  const startedAt = performance.now();
  await server!.drain(200);
  expect(await answer).toBe('cut off');
  expect(performance.now() - startedAt).toBeLessThan(5_000);
});

test.each([
  ['a mail server, which names no origin', {}, 'application/octet-stream'],
  ['a page of another website', { origin: 'https://evil.example' }, 'application/x-www-form-urlencoded'],
  ['a page that hides where it is', { origin: 'null' }, 'application/x-www-form-urlencoded'],
  ['a browser without origin', { 'sec-fetch-site': 'cross-site' }, 'application/x-www-form-urlencoded'],
])('one click that ends mails: what comes from %s is told apart from a form', async (_who, headers, seen) => {
  const url = await serve((request, response) => response.end(request.headers['content-type']));
  const click = async (path: string) => {
    const { request } = await import('node:http');
    return new Promise<string>((resolve) => {
      const sent = request(
        `${url}${path}`,
        { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } },
        (response) => response.once('data', (text: Buffer) => resolve(text.toString())),
      );
      sent.end('List-Unsubscribe=One-Click');
    });
  };
  expect(await click('/merken/abc_DEF-1/abmelden')).toBe(seen);
  expect(await click('/merken/abc_DEF-1')).toBe('application/x-www-form-urlencoded');
});

test('of very many questions at once the last are told when to come again, and pages go on', async () => {
  const waiting: (() => void)[] = [];
  const url = await serve((request, response) => {
    if (request.url === '/orte') return void response.end('Orte');
    waiting.push(() => response.end('{}'));
  });
  const post = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
  const ask = (path: string) => fetch(`${url}${path}`, path.startsWith('/api/') ? post : {});
  const served = Array.from({ length: 250 }, () => ask('/api/v1/answer'));
  while (waiting.length < 250) await new Promise((resolve) => setTimeout(resolve, 10));
  const refused = await ask('/api/v1/answer');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2']);
  expect(await refused.json()).toMatchObject({ status: 503, detail: expect.stringContaining('zugleich') });
  expect((await ask('/en/fragen?frage=Wann')).status).toBe(503);
  const told = await fetch(`${url}/fragen/antwort?frage=Wann`, {
    method: 'POST',
    headers: { accept: 'text/event-stream' },
  });
  expect([told.status, told.headers.get('content-type')]).toEqual([503, 'text/plain; charset=utf-8']);
  expect(await told.text()).toMatch(/^Gerade fragen sehr viele .* noch einmal\.$/);
  expect((await ask('/en/suche?q=Bad')).headers.get('content-type')).toContain('text/html');
  expect(await (await ask('/orte')).text()).toBe('Orte');
  for (const answer of waiting.splice(0)) answer();
  expect(new Set((await Promise.all(served)).map(({ status }) => status))).toEqual(new Set([200]));
  const next = ask('/api/v1/answer');
  while (waiting.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  waiting[0]!();
  expect((await next).status).toBe(200);
});

test('pages are compressed with brotli', async () => {
  const page = '<p>Hagenow</p>'.repeat(500);
  const url = await serve((_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(page),
  );
  const { request } = await import('node:http');
  const body = await new Promise<Buffer>((resolve) => {
    request(url, { headers: { 'accept-encoding': 'br, gzip' } }, (response) => {
      expect(response.headers['content-encoding']).toBe('br');
      const pieces: Buffer[] = [];
      response
        .on('data', (piece: Buffer) => pieces.push(piece))
        .on('end', () => resolve(Buffer.concat(pieces)));
    }).end();
  });
  expect(brotliDecompressSync(body).toString()).toBe(page);
});

test('a form of two megabytes is refused before it is read', async () => {
  const url = await serve((_request, response) => response.end('read'));
  const response = await fetch(url, {
    method: 'POST',
    body: new Uint8Array(2_000_000),
    headers: { 'content-type': 'application/json' },
  }).catch(() => null);
  expect(response === null || response.status === 413).toBe(true);
});

interface Visit {
  from: string;
  headers?: Record<string, string>;
  settings?: Record<string, string>;
}

/** What the app is told about a request. */
function told({
  from,
  headers = {},
  settings = {},
}: Visit): [protocol: unknown, host: unknown, address: unknown] {
  const request = {
    headers: { host: 'hagenow.localhost:3000', ...headers },
    socket: { remoteAddress: from },
  } as unknown as IncomingMessage;
  createProxyReader(readEnvironment(settings))(request);
  const { PROTOCOL_HEADER, HOST_HEADER, ADDRESS_HEADER } = PROXY_VARIABLES;
  return [request.headers[PROTOCOL_HEADER], request.headers[HOST_HEADER], request.headers[ADDRESS_HEADER]];
}

const forwarded = {
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'www.hagenow.example',
  'x-forwarded-for': '1.2.3.4, 203.0.113.9',
};

test('without a proxy only the connection and its host count', () => {
  expect(told({ from: '::ffff:198.51.100.7', headers: forwarded })).toEqual([
    'http',
    'hagenow.localhost:3000',
    '198.51.100.7',
  ]);
});

test('our own headers are never taken from a visitor', () => {
  expect(
    told({
      from: '198.51.100.7',
      headers: { 'x-ortskern-address': '10.0.0.1', 'x-ortskern-protocol': 'https' },
    }),
  ).toEqual(['http', 'hagenow.localhost:3000', '198.51.100.7']);
});

test('a trusted proxy names protocol, host and visitor; what the visitor put before is ignored', () => {
  const settings = { TRUSTED_PROXIES: 'loopback' };
  expect(told({ from: '127.0.0.1', headers: forwarded, settings })).toEqual([
    'https',
    'www.hagenow.example',
    '203.0.113.9',
  ]);
});

test('in a chain of proxies the visitor is the last one who is none of ours', () => {
  const settings = { TRUSTED_PROXIES: 'loopback, 10.0.0.0/8' };
  const headers = { 'x-forwarded-for': '9.9.9.9, 203.0.113.9, 10.1.1.1' };
  expect(told({ from: '127.0.0.1', headers, settings })[2]).toBe('203.0.113.9');
});

test('with a public address the protocol is its own, on this machine it stays http', () => {
  const settings = { ORIGIN: 'https://www.hagenow.example' };
  expect(told({ from: '127.0.0.1', headers: { host: 'www.hagenow.example' }, settings })[0]).toBe('https');
  expect(told({ from: '127.0.0.1', settings })[0]).toBe('http');
});

test.each([
  ['/api/v1/answer', 'application/x-www-form-urlencoded', 415],
  ['/en/api/v1/answer?a=b', 'text/plain', 415],
  ['/api/v1/answer', null, 415],
  ['/api/mcp', 'multipart/form-data; boundary=x', 415],
  ['/api/v1/answer', 'application/json; charset=utf-8', 200],
  ['/api/v1/answer', 'application/ld+json', 200],
  ['/verwaltung', 'text/plain', 200],
])('%s sent as %s is answered with %i', async (path, type, status) => {
  const url = await serve((_request, response) => void response.end('{}'));
  const body = new Blob(['{"question":"?"}']);
  const response = await fetch(url + path, {
    method: 'POST',
    body,
    headers: type ? { 'content-type': type } : {},
  });
  expect(response.status).toBe(status);
  if (status === 200) return;
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect((await response.json()).detail).toMatch(/Senden Sie JSON.*Send JSON/);
});
