import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isPublicAddress } from './addresses.ts';
import { guardedFetch } from './guarded-fetch.server.ts';
import type { FetchOptions } from './guarded-fetch.server.ts';
import { householdOf } from './household.ts';
import { plainForms } from './plain-form.ts';
import { createAdmission } from './admission.ts';
import { createRateLimits } from './rate-limit.ts';

let canaryHits = 0;
const canary = createServer((_, response) => {
  canaryHits++;
  response.end('geheim');
});

const answers: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  '/feed': (request, response) => {
    if (request.headers['if-none-match'] === '"v1"') return void response.writeHead(304).end();
    response
      .writeHead(200, { etag: '"v1"', 'content-type': 'text/xml', 'content-encoding': 'gzip' })
      .end(gzipSync('<rss/>'));
  },
  '/endless': (_, response) => {
    response.writeHead(200);
    const piece = Buffer.alloc(65_536, 'a');
    const write = () => {
      while (response.write(piece));
    };
    response.on('drain', write);
    write();
  },
  '/drip': (_, response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write('a'), 30);
    response.on('close', () => clearInterval(timer));
  },
  '/silence': (_, response) => void response.writeHead(200).write('a'),
  '/never': () => undefined,
  '/bomb': (_, response) =>
    void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50_000_000))),
  '/broken': (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end('kein gzip'),
  '/large': (_, response) => void response.writeHead(200, { 'content-length': '100000000' }).write('a'),
  '/loop': (_, response) => void response.writeHead(302, { location: '/loop' }).end(),
  '/inside': (_, response) =>
    void response.writeHead(302, { location: `http://127.0.0.1:${portOf(canary)}/` }).end(),
  '/metadata': (_, response) =>
    void response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
  '/file': (_, response) => void response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/gone': (_, response) => void response.writeHead(410).end(),
  '/post': (request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () =>
      response.end(
        `${request.method} ${request.headers['content-type']} ${Buffer.concat(pieces).toString()}`,
      ),
    );
  },
  '/busy': (_, response) => void response.writeHead(429, { 'retry-after': '120' }).end('später'),
};

const server = createServer((request, response) =>
  (answers[request.url!] ?? answers['/gone']!)(request, response),
);
const portOf = (of: typeof server) => (of.address() as AddressInfo).port;

beforeAll(async () => {
  await Promise.all(
    [server, canary].map((one) => new Promise<void>((ready) => one.listen(0, '127.0.0.1', ready))),
  );
});
afterAll(() => {
  for (const one of [server, canary]) {
    one.closeAllConnections();
    one.close();
  }
});

function fetchHere(path: string, options: FetchOptions = {}) {
  const host = `127.0.0.1:${portOf(server)}`;
  return guardedFetch(`http://${host}${path}`, { allowPrivate: [host], ...options });
}

test('a feed is unpacked, and not sent again when it has not changed', async () => {
  const first = await fetchHere('/feed');
  if (!first.ok || first.value.unchanged) throw new Error('no feed');
  expect([Buffer.from(first.value.bytes).toString(), first.value.contentType]).toEqual([
    '<rss/>',
    'text/xml',
  ]);
  expect(await fetchHere('/feed', { etag: first.value.etag })).toEqual({
    ok: true,
    value: { unchanged: true },
  });
});

describe('what is sent', () => {
  const send = { contentType: 'application/x-www-form-urlencoded', body: 'api_key=geheim' };

  test('arrives once, as it was given', async () => {
    const answer = await fetchHere('/post', { send });
    if (!answer.ok || answer.value.unchanged) throw new Error('no answer');
    expect(Buffer.from(answer.value.bytes).toString()).toBe(`POST ${send.contentType} ${send.body}`);
  });

  test('does not go on to where the server points', async () => {
    expect(await fetchHere('/inside', { send })).toMatchObject({ ok: false, reason: 'http-status' });
    expect(canaryHits).toBe(0);
  });

  test('a refusal is read where its reason is wanted, with the time to wait', async () => {
    expect(await fetchHere('/busy', { send })).toMatchObject({ ok: false, reason: 'http-status' });
    const answer = await fetchHere('/busy', { send, acceptStatus: (status) => status === 429 });
    expect(answer).toMatchObject({ ok: true, value: { status: 429, retryAfterSeconds: 120 } });
  });
});

describe('servers that would do harm', () => {
  test.each([
    ['/endless', 'too-large'],
    ['/drip', 'too-slow'],
    ['/silence', 'too-slow'],
    ['/never', 'too-slow'],
    ['/bomb', 'too-large'],
    ['/broken', 'content-broken'],
    ['/large', 'too-large'],
    ['/loop', 'too-many-redirects'],
    ['/inside', 'address-private'],
    ['/metadata', 'address-private'],
    ['/file', 'url-not-allowed'],
    ['/gone', 'http-status'],
  ])('%s is refused: %s', async (path, reason) => {
    // Short times where time is what is tried; a busy machine must not turn the others into slow ones.
    const limits = reason === 'too-slow' ? { totalMs: 600, idleMs: 400 } : { maxBytes: 2_000_000 };
    expect(await fetchHere(path, { limits })).toMatchObject({ ok: false, reason });
    expect(canaryHits).toBe(0);
  });

  test.each([
    'http://127.0.0.1/',
    'http://localhost:5432/',
    'http://0x7f.1/',
    'http://2130706433/',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://10.1.2.3/',
    'http://172.20.0.1/',
    'http://192.168.178.1/',
    'http://100.64.0.1/',
    'http://169.254.169.254/',
    'http://[fe80::1]/',
    'http://[fd00::1]/',
    'http://0.0.0.0/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://198.18.0.1/',
  ])('%s is not visited', async (url) => {
    expect(await guardedFetch(url)).toMatchObject({ ok: false, reason: 'address-private' });
  });

  test.each([
    ['ftp://a.de/', 'url-not-allowed'],
    ['https://name:wort@a.de/', 'url-not-allowed'],
    ['kein Ort', 'url-not-understood'],
    ['http://gibt-es-nicht.invalid/', 'host-unknown'],
  ])('%s is refused: %s', async (url, reason) => {
    expect(await guardedFetch(url)).toMatchObject({ ok: false, reason });
  });
});

test('public addresses are public', () => {
  expect(['1.1.1.1', '172.32.0.1', '2a01:4f8::1', '100.128.0.1'].map(isPublicAddress)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(['x', '', '::', 'ff02::1', '255.255.255.255'].map(isPublicAddress)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});

describe('rate limits', () => {
  test('let a burst through, then one as often as the rule says, each key by itself', () => {
    let now = 0;
    const limits = createRateLimits({ login: { burst: 3, perMinute: 6 } }, { nowMs: () => now });
    expect([1, 2, 3, 4].map(() => limits.take('login', 'a').allowed)).toEqual([true, true, true, false]);
    expect(limits.take('login', 'a').retryAfterSeconds).toBe(10);
    expect(limits.take('login', 'b').allowed).toBe(true);
    now = 10_000;
    expect([1, 2].map(() => limits.take('login', 'a').allowed)).toEqual([true, false]);
  });

  test('forget full buckets first, so that a flood of addresses neither fills the memory nor frees its sender', () => {
    let now = 0;
    const limits = createRateLimits({ ask: { burst: 2, perMinute: 60 } }, { nowMs: () => now, maxKeys: 100 });
    for (let i = 0; i < 99; i++) limits.take('ask', `alt ${i}`);
    now = 5_000;
    limits.take('ask', 'eilig');
    limits.take('ask', 'eilig');
    limits.take('ask', 'neu');
    expect(limits.size()).toBe(2);
    expect(limits.take('ask', 'eilig').allowed).toBe(false);
    for (let i = 0; i < 10_000; i++) limits.take('ask', `flut ${i}`);
    expect(limits.size()).toBeLessThanOrEqual(100);
  });

  test('can be off for measuring', () => {
    const limits = createRateLimits({ ask: { burst: 1, perMinute: 1 } }, { enabled: false });
    expect([1, 2, 3].every(() => limits.take('ask', 'a').allowed)).toBe(true);
  });
});

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:1.2.3.4', '1.2.3.4'],
  ['2a01:4f8:1:2:3:4:5:6', '2a01:4f8:1:2::/64'],
  ['2a01:4f8:1:2:ffff::1', '2a01:4f8:1:2::/64'],
  ['2a01:4f8::1', '2a01:4f8:0:0::/64'],
])('%s is limited as %s', (address, household) => {
  expect(householdOf(address)).toBe(household);
});

test.each(['urlencoded', 'multipart'])(
  'a %s form loses its null characters, its files do not',
  async (how) => {
    const picture = new File([new Uint8Array([0, 1, 0])], 'bild.png', { type: 'image/png' });
    const sent = new FormData();
    sent.append('ti\0tel', 'Wochen\0markt');
    sent.append('bild', picture);
    const body = how === 'multipart' ? sent : new URLSearchParams({ 'ti\0tel': 'Wochen\0markt' });
    const request = new Request('http://hagenow.localhost/', { method: 'POST', body });
    plainForms(request);
    const form = await request.formData();
    expect(form.get('titel')).toBe('Wochenmarkt');
    if (how === 'multipart')
      expect([...new Uint8Array(await (form.get('bild') as File).arrayBuffer())]).toEqual([0, 1, 0]);
  },
);

describe('admission', () => {
  test('lets so many in at once, and the next when somebody left', () => {
    const admission = createAdmission({ atOnce: 2, ofOneKey: 2 });
    const [first, second] = [admission.enter('a'), admission.enter('b')];
    expect(admission.enter('c')).toBeNull();
    first!();
    // Leaving twice makes no room for two.
    first!();
    expect(admission.enter('c')).not.toBeNull();
    expect(admission.enter('d')).toBeNull();
    second!();
    expect(admission.enter('d')).not.toBeNull();
  });

  test('nobody fills the house alone', () => {
    const admission = createAdmission({ atOnce: 10, ofOneKey: 3 });
    const own = Array.from({ length: 9 }, () => admission.enter('one'));
    expect(own.filter(Boolean)).toHaveLength(3);
    expect(admission.enter('another')).not.toBeNull();
    own[0]!();
    expect(admission.enter('one')).not.toBeNull();
    expect(admission.enter('one')).toBeNull();
  });
});
