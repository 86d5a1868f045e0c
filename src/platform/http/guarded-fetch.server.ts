import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Agent, request } from 'undici';
import type { Dispatcher } from 'undici';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import { isPublicAddress } from './addresses.ts';

export type FetchRefusal =
  | 'url-not-understood'
  | 'url-not-allowed'
  | 'host-unknown'
  | 'address-private'
  | 'too-many-redirects'
  | 'http-status'
  | 'too-large'
  | 'too-slow'
  | 'connection-failed'
  | 'content-broken';

export interface FetchLimits {
  /** Counted after unpacking. */
  maxBytes: number;
  totalMs: number;
  /** Longest silence between two pieces. */
  idleMs: number;
  maxRedirects: number;
}

export interface FetchOptions {
  limits?: Partial<FetchLimits>;
  /** From the last visit; when nothing changed, the answer is `unchanged`. */
  etag?: string | null;
  lastModified?: string | null;
  accept?: string;
  /** Sent as POST with this body. Never repeated and never sent on to another address: it may hold a key. */
  send?: { contentType: string; body: string };
  /** Statuses beside 200 whose answer is wanted, e.g. refusals with their reason. */
  acceptStatus?: (status: number) => boolean;
  /** Only for tests: `host:port` pairs that may be visited although their address is private. */
  allowPrivate?: readonly string[];
}

export type FetchedDocument =
  | { unchanged: true }
  | {
      unchanged: false;
      status: number;
      /** Seconds the server asks to wait, from `Retry-After`. */
      retryAfterSeconds: number | null;
      bytes: Uint8Array;
      contentType: string | null;
      etag: string | null;
      lastModified: string | null;
      /** Where the redirects ended. */
      url: string;
    };

export const FETCH_LIMITS: FetchLimits = {
  maxBytes: 10_000_000,
  totalMs: 30_000,
  idleMs: 10_000,
  maxRedirects: 5,
};

class Refused extends Error {
  readonly reason: FetchRefusal;
  readonly values: Record<string, string | number>;
  constructor(reason: FetchRefusal, values: Record<string, string | number> = {}) {
    super(reason);
    this.reason = reason;
    this.values = values;
  }
}

/**
 * Fetches a document from the public internet. The name is resolved here, every address it has must be public, and
 * the connection goes to exactly the address that was checked; each redirect is checked anew.
 */
export async function guardedFetch(
  address: string,
  options: FetchOptions = {},
): Promise<Outcome<FetchedDocument, FetchRefusal>> {
  const limits = { ...FETCH_LIMITS, ...options.limits };
  const clock = AbortSignal.timeout(limits.totalMs);
  try {
    let url = readUrl(address);
    for (let hop = 0; hop <= limits.maxRedirects; hop++) {
      const next = await visit(url, options, limits, clock);
      if (!(next instanceof URL)) return done(next);
      url = next;
    }
    return refuse('too-many-redirects', { values: { limit: limits.maxRedirects } });
  } catch (error) {
    const refused = asRefused(error, clock, limits);
    return refuse(refused.reason, { values: { ...refused.values, url: address.slice(0, 200) } });
  }
}

function readUrl(address: string, base?: URL): URL {
  let url: URL;
  try {
    url = new URL(address, base);
  } catch {
    throw new Refused('url-not-understood');
  }
  const isAllowed = (url.protocol === 'http:' || url.protocol === 'https:') && !url.username && !url.password;
  if (!isAllowed) throw new Refused('url-not-allowed', { scheme: url.protocol });
  return url;
}

/** One hop: the document, or the address to go on to. */
async function visit(
  url: URL,
  options: FetchOptions,
  limits: FetchLimits,
  clock: AbortSignal,
): Promise<FetchedDocument | URL> {
  const pinned = await resolve(url, options.allowPrivate ?? []);
  const agent = new Agent({
    connect: {
      timeout: limits.idleMs,
      // Node asks again when it connects; it gets the address that was checked, whatever DNS says by now.
      lookup: (_host, _options, callback) => callback(null, [{ address: pinned, family: isIP(pinned) }]),
    },
    headersTimeout: limits.idleMs,
    bodyTimeout: limits.idleMs,
    maxHeaderSize: 32_768,
  });
  try {
    const response = await request(url, {
      dispatcher: agent,
      signal: clock,
      method: options.send ? 'POST' : 'GET',
      headers: requestHeaders(options),
      body: options.send?.body ?? null,
    });
    return await readResponse(response, url, limits, options);
  } finally {
    // Also ends an answer nobody reads on, such as the body of a redirect.
    await agent.destroy();
  }
}

function requestHeaders(options: FetchOptions): Record<string, string> {
  return {
    'user-agent': 'Ortskern (für kommunale Seiten)',
    accept: options.accept ?? '*/*',
    'accept-encoding': 'gzip, br, deflate',
    ...(options.send ? { 'content-type': options.send.contentType } : {}),
    ...(options.etag ? { 'if-none-match': options.etag } : {}),
    ...(options.lastModified ? { 'if-modified-since': options.lastModified } : {}),
  };
}

async function resolve(url: URL, allowPrivate: readonly string[]): Promise<string> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  const isAllowed = allowPrivate.includes(`${host}:${port}`);
  const addresses = isIP(host)
    ? [host]
    : (await lookup(host, { all: true }).catch(() => [])).map((entry) => entry.address);
  if (addresses.length === 0) throw new Refused('host-unknown', { host });
  // One private address among public ones is how a name is rebound to the inside.
  if (!isAllowed && !addresses.every(isPublicAddress)) throw new Refused('address-private', { host });
  return addresses[0]!;
}

async function readResponse(
  response: Dispatcher.ResponseData,
  from: URL,
  limits: FetchLimits,
  options: FetchOptions,
): Promise<FetchedDocument | URL> {
  const { statusCode: status, headers, body } = response;
  const header = (name: string) => {
    const value = headers[name];
    return (Array.isArray(value) ? value[0] : value) ?? null;
  };
  body.on('error', () => undefined);
  if (status === 304) return { unchanged: true };
  const location = header('location');
  const isMoved = [301, 302, 303, 307, 308].includes(status) && location;
  if (isMoved && !options.send) return readUrl(location, from);
  if (status !== 200 && !options.acceptStatus?.(status)) throw new Refused('http-status', { status });
  if (Number(header('content-length') ?? 0) > limits.maxBytes)
    throw new Refused('too-large', megabytes(limits));

  const bytes = await readAll(unpack(body, header('content-encoding')), limits);
  return {
    unchanged: false,
    status,
    retryAfterSeconds: secondsOf(header('retry-after')),
    bytes,
    contentType: header('content-type'),
    etag: header('etag'),
    lastModified: header('last-modified'),
    url: from.href,
  };
}

/** `Retry-After` holds seconds or a date (RFC 9110, section 10.2.3). */
function secondsOf(text: string | null): number | null {
  if (text === null) return null;
  if (/^\d{1,9}$/.test(text.trim())) return Number(text);
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - Date.now()) / 1000));
}

function unpack(body: Readable, encoding: string | null): Readable {
  const unpacker = {
    gzip: createGunzip,
    'x-gzip': createGunzip,
    br: createBrotliDecompress,
    deflate: createInflate,
  }[encoding?.trim().toLowerCase() ?? ''];
  if (!unpacker) {
    if (encoding && encoding.toLowerCase() !== 'identity') throw new Refused('content-broken', { encoding });
    return body;
  }
  const unpacked = unpacker();
  body.on('error', (error) => unpacked.destroy(error));
  return body.pipe(unpacked);
}

/** Counts while it reads, so that a small packed answer cannot become a large one. */
async function readAll(stream: Readable, limits: FetchLimits): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream) {
    size += (piece as Buffer).length;
    if (size > limits.maxBytes) {
      stream.destroy();
      throw new Refused('too-large', megabytes(limits));
    }
    pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces);
}

function megabytes(limits: FetchLimits): { megabytes: number } {
  return { megabytes: Math.round(limits.maxBytes / 1e5) / 10 };
}

function asRefused(error: unknown, clock: AbortSignal, limits: FetchLimits): Refused {
  if (error instanceof Refused) return error;
  const code = String((error as { code?: unknown }).code ?? (error as Error).name);
  if (clock.aborted || /TIMEOUT/.test(code))
    return new Refused('too-slow', { seconds: Math.round(limits.totalMs / 1000) });
  if (/^(Z_|ERR__?ERROR_FORMAT|ERR_BROTLI|ERR__)/.test(code)) return new Refused('content-broken', { code });
  return new Refused('connection-failed', { code });
}
