import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { constants } from 'node:zlib';
import compression from 'compression';
import { log, truncateAddress, withRequestId } from '#platform/log.server';
import type { Environment } from '#env';
import { isUnsuitable, refuseUnsuitable } from './json-only.ts';
import { createQuestionGate } from './server-admission.ts';
import { createProxyReader, PROXY_VARIABLES } from './server-proxy.ts';
import { StartFault } from './start-faults.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

export interface TownServer {
  /** The port it really listens on. */
  readonly port: number;
  /** From now on requests are answered by `handler`; until then by a short "is starting". */
  use(handler: Handler): void;
  /** Takes no new requests, lets the running ones end, then closes. */
  drain(patienceMs: number): Promise<void>;
}

/** What the adapter reads when it is loaded: the headers below are always ours, never the visitor's. */
export function prepareAdapter(): void {
  Object.assign(process.env, PROXY_VARIABLES, { BODY_SIZE_LIMIT: String(UPLOAD_LIMIT) });
}

const UPLOAD_LIMIT = 24 * 1024 * 1024;
const FORM_LIMIT = 1024 * 1024;

/**
 * Listens on the port of `environment` at once, so that a taken port is known before any work is done.
 * @throws StartFault `port-taken`, `port-forbidden`
 */
export async function listen(environment: Environment): Promise<TownServer> {
  let handler: Handler = tellStarting;
  let isDraining = false;
  const compress = compression({
    threshold: 1024,
    brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } },
    // A stream of events would wait in the compressor's buffer.
    filter: (_request, response) =>
      !String(response.getHeader('content-type')).startsWith('text/event-stream') &&
      compression.filter(_request, response),
  });
  const readProxy = createProxyReader(environment);
  const mayAsk = createQuestionGate(environment);

  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const id = randomUUID();
    response.setHeader('x-request-id', id);
    if (isDraining) response.setHeader('connection', 'close');
    const address = readProxy(request);
    logWhenDone(request, response, address, id);
    allowOneClick(request);
    if (isTooLong(request)) return tellTooLong(response);
    if (isUnsuitable(request)) return refuseUnsuitable(response);
    if (!mayAsk(request, response, address, id)) return;
    withRequestId(id, () =>
      compress(request as never, response as never, () =>
        handler(request, response, () => response.writeHead(404).end()),
      ),
    );
  };

  const servers = await listenOnAll(environment, answer);
  return {
    port: (servers[0]!.address() as { port: number }).port,
    use: (next) => void (handler = next),
    async drain(patienceMs) {
      isDraining = true;
      await Promise.all(servers.map((server) => close(server, patienceMs)));
    },
  };
}

const ONE_CLICK = /^\/merken\/[\w-]+\/abmelden$/;

/**
 * Mail programs end mails by a form sent from nowhere (RFC 8058), which the app refuses as it does every form of a
 * foreign page. A browser always says where a form comes from, by the one header or the other; the address is a secret
 * and does one thing only.
 */
function allowOneClick({ method, url, headers }: IncomingMessage): void {
  const isFromBrowser = headers.origin !== undefined || headers['sec-fetch-site'] !== undefined;
  if (method === 'POST' && !isFromBrowser && ONE_CLICK.test(url ?? ''))
    headers['content-type'] = 'application/octet-stream';
}

/** `localhost` means both loopback addresses: browsers try one, tools the other. */
async function listenOnAll(
  environment: Environment,
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Server[]> {
  const hosts = environment.host === 'localhost' ? ['127.0.0.1', '::1'] : [environment.host];
  const servers: Server[] = [];
  for (const host of hosts) {
    try {
      servers.push(await listenOn(host, environment.port, answer));
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      // Many machines and most containers have no IPv6.
      if (host === '::1' && (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT')) continue;
      await Promise.all(servers.map((server) => close(server, 0)));
      const values = { port: String(environment.port), host };
      throw new StartFault(code === 'EADDRINUSE' ? 'port-taken' : 'port-forbidden', values, { cause: error });
    }
  }
  return servers;
}

function listenOn(
  host: string,
  port: number,
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Server> {
  const server = createServer(
    { requestTimeout: 60_000, headersTimeout: 15_000, keepAliveTimeout: 65_000 },
    answer,
  );
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => resolve(server));
  });
}

function close(server: Server, patienceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), patienceMs);
    // A connection whose last request has just ended is kept for the next one, which nobody may send any more.
    const hanging = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(impatience);
      clearInterval(hanging);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** Only pictures may be large; everything else is a form. A body without a length is held to the upload limit by the adapter. */
function isTooLong(request: IncomingMessage): boolean {
  const isUpload = String(request.headers['content-type']).startsWith('multipart/form-data');
  return Number(request.headers['content-length'] ?? 0) > (isUpload ? UPLOAD_LIMIT : FORM_LIMIT);
}

/** The browser still has what was typed: a page back, and fewer or smaller pictures. */
function tellTooLong(response: ServerResponse): void {
  response
    .writeHead(413, { connection: 'close', 'content-type': 'text/html; charset=utf-8' })
    .end(
      '<!doctype html><html lang="de"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Zu groß</title><p>Das war zu groß: Zusammen passen höchstens 24 Megabyte. Gehen Sie bitte eine Seite zurück und wählen Sie weniger oder kleinere Fotos.</p></html>',
    );
}

function logWhenDone(request: IncomingMessage, response: ServerResponse, address: string, id: string): void {
  const startedAt = performance.now();
  response.on('close', () => {
    const path = (request.url ?? '').split('?', 1)[0];
    if (path?.startsWith('/_app/') && response.statusCode < 400) return;
    const tookMs = Math.round(performance.now() - startedAt);
    // Why a server has no time (503) is told once, not for each visitor.
    const level = response.statusCode >= 500 && response.statusCode !== 503 ? 'warn' : 'debug';
    log[level]('request', {
      requestId: id,
      method: request.method,
      host: request.headers.host,
      path,
      status: response.statusCode,
      tookMs,
      visitor: truncateAddress(address),
    });
  });
}

function tellStarting(_request: IncomingMessage, response: ServerResponse): void {
  response
    .writeHead(503, { 'content-type': 'text/html; charset=utf-8', 'retry-after': '2' })
    .end(
      '<!doctype html><html lang="de"><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>Ortskern startet</title><p>Ortskern startet gerade. Diese Seite lädt sich gleich neu.</p></html>',
    );
}
