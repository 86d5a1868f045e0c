import { createHash, createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLocalFiles } from './local.server.ts';
import { createS3Files } from './s3.server.ts';
import type { FileStore } from './store.server.ts';

const ACCESS = {
  bucket: 'ort',
  region: 'eu-central-1',
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'nicht-geheim',
};
const objects = new Map<string, { bytes: Buffer; type: string }>();
let bucket: Server;
let s3: FileStore;
const folder = await mkdtemp(join(tmpdir(), 'ortskern-store-'));

beforeAll(async () => {
  bucket = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => bucket.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(bucket.address() as { port: number }).port}`;
  s3 = createS3Files({ ...ACCESS, endpoint });
});
afterAll(async () => {
  await new Promise((resolve) => bucket.close(resolve));
  await rm(folder, { recursive: true });
});

describe.each([
  ['a folder', () => createLocalFiles(folder)],
  ['an S3 bucket', () => s3],
])('files in %s', (_where, open) => {
  test('come back as they went in, with their type', async () => {
    await open().write('stadt/ab/eins/bild.webp', new Uint8Array([1, 2, 3]), 'image/webp');
    const file = await open().read('stadt/ab/eins/bild.webp');
    expect([[...file!.bytes], file!.mediaType]).toEqual([[1, 2, 3], 'image/webp']);
  });

  test('are listed by the beginning of their key', async () => {
    for (const key of ['liste/aa/1/x.jpg', 'liste/bb/2/x.jpg', 'listen/aa/1/x.jpg'])
      await open().write(key, new Uint8Array([0]), 'image/jpeg');
    expect((await Array.fromAsync(open().list('liste/'))).sort()).toEqual([
      'liste/aa/1/x.jpg',
      'liste/bb/2/x.jpg',
    ]);
  });

  test('are gone when removed, and removing twice is no fault', async () => {
    await open().write('stadt/ab/zwei/bild.webp', new Uint8Array([1]), 'image/webp');
    await open().remove('stadt/ab/zwei/bild.webp');
    await open().remove('stadt/ab/zwei/bild.webp');
    expect(await open().read('stadt/ab/zwei/bild.webp')).toBeNull();
  });

  test.each(['../geheim', 'stadt/../../geheim', '/etc/passwd', 'stadt/.tmp/x', 'stadt//x', 'a/b?c'])(
    'never leave their place by %s',
    async (key) => {
      await expect(open().read(key)).rejects.toThrow('not a file key');
    },
  );
});

test('an S3 request with the wrong secret is refused by the store', async () => {
  const endpoint = `http://127.0.0.1:${(bucket.address() as { port: number }).port}`;
  const wrong = createS3Files({ ...ACCESS, secretAccessKey: 'falsch', endpoint });
  await expect(wrong.write('stadt/ab/drei/x.jpg', new Uint8Array([1]), 'image/jpeg')).rejects.toThrow('403');
  expect(objects.has('stadt/ab/drei/x.jpg')).toBe(false);
});

test('broken writes are swept after a day, those of today stay', async () => {
  const files = createLocalFiles(folder);
  const now = new Date('2026-11-23T12:00:00Z');
  await mkdir(join(folder, '.tmp'), { recursive: true });
  for (const [name, hours] of [
    ['alt', 25],
    ['neu', 23],
  ] as const) {
    const at = new Date(now.getTime() - hours * 3_600_000);
    await writeFile(join(folder, '.tmp', name), 'x');
    await utimes(join(folder, '.tmp', name), at, at);
  }
  expect([await files.sweep(now), await files.sweep(now)]).toEqual([1, 0]);
});

/** A bucket as small as can be, but one that checks each signature (AWS Signature Version 4). */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>));
  if (!isSigned(request, body)) return void response.writeHead(403).end();
  const url = new URL(request.url!, 'http://store');
  const key = decodeURIComponent(url.pathname).replace(`/${ACCESS.bucket}/`, '');
  if (request.method === 'PUT') {
    objects.set(key, { bytes: body, type: request.headers['content-type'] ?? '' });
    return void response.end();
  }
  if (request.method === 'DELETE') return void response.writeHead(objects.delete(key) ? 204 : 404).end();
  if (url.searchParams.has('list-type')) return void response.end(listPage(url.searchParams));
  const object = objects.get(key);
  if (!object) return void response.writeHead(404).end();
  response.writeHead(200, { 'content-type': object.type }).end(object.bytes);
}

/** One key a page, so that paging is always needed. */
function listPage(query: URLSearchParams): string {
  const after = query.get('continuation-token') ?? '';
  const keys = [...objects.keys()]
    .filter((key) => key.startsWith(query.get('prefix') ?? '') && key > after)
    .sort();
  const next = keys.length > 1 ? `<NextContinuationToken>${keys[0]}</NextContinuationToken>` : '';
  return `<ListBucketResult>${keys[0] ? `<Contents><Key>${keys[0]}</Key></Contents>` : ''}${next}</ListBucketResult>`;
}

function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const told =
    /Credential=([^/]+)\/(\d+)\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)/.exec(
      request.headers.authorization ?? '',
    );
  if (!told) return false;
  const [, , day, region, names, signature] = told as unknown as string[];
  const url = new URL(request.url!, 'http://store');
  const query = [...url.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
  const headers = names!
    .split(';')
    .map((name) => `${name}:${String(request.headers[name]).trim()}\n`)
    .join('');
  const stated = String(request.headers['x-amz-content-sha256']);
  if (stated !== 'UNSIGNED-PAYLOAD' && stated !== sha256(body)) return false;
  const canonical = [request.method, url.pathname, query, headers, names, stated].join('\n');
  const toSign = [
    'AWS4-HMAC-SHA256',
    request.headers['x-amz-date'],
    `${day}/${region}/s3/aws4_request`,
    sha256(canonical),
  ].join('\n');
  const key = [day!, region!, 's3', 'aws4_request'].reduce(
    (secret: string | Buffer, part) => createHmac('sha256', secret).update(part).digest(),
    `AWS4${ACCESS.secretAccessKey}`,
  );
  return createHmac('sha256', key).update(toSign).digest('hex') === signature;
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function sha256(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}
