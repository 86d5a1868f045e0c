import { AwsClient } from 'aws4fetch';
import { assertKey, mediaTypeOf, StorageFull } from './store.server.ts';
import type { FileStore } from './store.server.ts';

export interface S3Access {
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

const ANSWER_MS = 30_000;

/** Files in an S3-compatible store, addressed by path so that small stores without wildcard names work too. */
export function createS3Files(access: S3Access): FileStore {
  const { accessKeyId, secretAccessKey, region } = access;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 3 });
  const bucket = `${access.endpoint.replace(/\/$/, '')}/${access.bucket}`;
  const urlOf = (key: string) => {
    assertKey(key);
    return `${bucket}/${key}`;
  };

  async function send(url: string, init: RequestInit): Promise<Response> {
    const response = await client.fetch(url, { ...init, signal: AbortSignal.timeout(ANSWER_MS) });
    if (response.status === 507) throw new StorageFull(access.bucket);
    if (!response.ok && response.status !== 404)
      throw new Error(`S3 answered ${response.status} to ${init.method} ${url}`);
    return response;
  }

  return {
    async write(key, bytes, mediaType) {
      const headers = { 'content-type': mediaType, 'content-length': String(bytes.length) };
      const response = await send(urlOf(key), {
        method: 'PUT',
        body: bytes as Uint8Array<ArrayBuffer>,
        headers,
      });
      if (response.status === 404) throw new Error(`there is no bucket ${access.bucket}`);
    },
    async read(key) {
      const response = await send(urlOf(key), { method: 'GET' });
      if (response.status === 404) return null;
      const mediaType = response.headers.get('content-type') ?? mediaTypeOf(key);
      return { bytes: new Uint8Array(await response.arrayBuffer()), mediaType };
    },
    async remove(key) {
      await send(urlOf(key), { method: 'DELETE' });
    },
    async *list(prefix) {
      let next = '';
      do {
        const page = new URLSearchParams({
          'list-type': '2',
          prefix,
          ...(next ? { 'continuation-token': next } : {}),
        });
        const xml = await (await send(`${bucket}?${page}`, { method: 'GET' })).text();
        for (const [, key] of xml.matchAll(/<Key>([^<]+)<\/Key>/g)) yield key!;
        next = /<NextContinuationToken>([^<]+)</.exec(xml)?.[1] ?? '';
      } while (next);
    },
    // A PUT is whole or not at all; there is nothing to sweep.
    sweep: async () => 0,
  };
}
