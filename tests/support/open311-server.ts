import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the server answers a report it is sent. `…-but-kept`: it breaks after it has kept the report. */
export type Quirk =
  | 'ok'
  | 'token'
  | 'html-but-kept'
  | 'hangs-up-but-kept'
  | 'gateway-timeout-but-kept'
  | 'busy'
  | 'broken'
  | 'refuses';

export interface ForeignRequest {
  id: string;
  form: URLSearchParams;
  at: Date;
  status: string;
  notes: string;
  detailed: string | null;
}

export interface Open311TestServer {
  url: string;
  /** `host:port`, for the guarded client. */
  host: string;
  /** What it has kept. */
  requests: ForeignRequest[];
  /** The path of every call, in order. */
  calls: string[];
  /** How the next reports are answered, one each; afterwards `ok`. */
  quirks: Quirk[];
  /** Speaks XML alone, and says 404 to everything else. */
  isXmlOnly: boolean;
  /** The list cannot be read. */
  isListBroken: boolean;
  /** Tokens become ids only after so many questions. */
  tokenPatience: number;
  close(): Promise<void>;
}

/**
 * A server of another administration, written from the specification of GeoReport v2 alone: it shares no line with
 * our own reading and writing, and has the habits servers have.
 */
export async function startOpen311Server(): Promise<Open311TestServer> {
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const state: Open311TestServer = {
    url: `http://${host}/open311/v2`,
    host,
    requests: [],
    calls: [],
    quirks: [],
    isXmlOnly: false,
    isListBroken: false,
    tokenPatience: 1,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  const tokens = new Map<string, { id: string; asked: number }>();

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url!, `http://${host}`);
    const call = /^\/open311\/v2\/(.+)\.(json|xml)$/.exec(url.pathname);
    state.calls.push(`${request.method} ${url.pathname.replace('/open311/v2/', '')}`);
    if (!call || (state.isXmlOnly && call[2] === 'json')) return page(response, 404, 'Not Found');
    const [, path, format] = call as unknown as [string, string, string];
    if (url.searchParams.get('jurisdiction_id') !== 'kreis.example')
      return void response
        .writeHead(400, { 'content-type': 'text/xml' })
        .end(
          '<errors><error><code>400</code><description>jurisdiction_id fehlt</description></error></errors>',
        );
    if (request.method === 'POST') return take(request, response, format);
    if (path === 'services') return send(response, format, services(format));
    if (path === 'requests') return list(url, response, format);
    if (path!.startsWith('requests/')) {
      const found = state.requests.find(({ id }) => id === path!.slice(9));
      return found ? send(response, format, show([found], format)) : page(response, 404, 'Not Found');
    }
    if (path!.startsWith('tokens/')) return exchange(path!.slice(7), response, format);
    page(response, 404, 'Not Found');
  }

  async function take(request: IncomingMessage, response: ServerResponse, format: string): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const form = new URLSearchParams(Buffer.concat(pieces).toString('utf8'));
    const quirk = state.quirks.shift() ?? 'ok';
    if (form.get('api_key') !== 'unser-schluessel')
      return send(response, format, fault(format, '403', 'Wrong api_key'), 403);
    if (quirk === 'busy') return void response.writeHead(429, { 'retry-after': '60' }).end('slow down');
    if (quirk === 'broken') return page(response, 500, 'Internal Server Error');
    if (quirk === 'refuses')
      return send(response, format, fault(format, '400', 'Außerhalb des Kreises'), 400);
    const id = String(70_000 + state.requests.length);
    state.requests.push({ id, form, at: new Date(), status: 'open', notes: '', detailed: null });
    if (quirk === 'html-but-kept') return page(response, 200, 'Vielen Dank für Ihre Meldung');
    if (quirk === 'gateway-timeout-but-kept') return page(response, 504, 'Gateway Time-out');
    if (quirk === 'hangs-up-but-kept') return void request.socket.destroy();
    if (quirk === 'token') {
      tokens.set(`tok-${id}`, { id, asked: 0 });
      return send(response, format, receipt(format, 'token', `tok-${id}`));
    }
    send(response, format, receipt(format, 'service_request_id', id));
  }

  function list(url: URL, response: ServerResponse, format: string): void {
    if (state.isListBroken) return page(response, 503, 'Wartungsarbeiten');
    const from = Date.parse(url.searchParams.get('start_date') ?? '1970-01-01');
    const to = Date.parse(url.searchParams.get('end_date') ?? '2999-01-01');
    const code = url.searchParams.get('service_code');
    const found = state.requests.filter(
      ({ at, form }) =>
        at.getTime() >= from && at.getTime() <= to && (!code || form.get('service_code') === code),
    );
    send(response, format, show(found, format));
  }

  function exchange(token: string, response: ServerResponse, format: string): void {
    const held = tokens.get(token);
    if (!held || ++held.asked <= state.tokenPatience) return page(response, 404, 'Not Found');
    send(response, format, receipt(format, 'service_request_id', held.id));
  }

  return state;
}

const SERVICES = [
  ['101', 'Schlagloch'],
  ['102', 'Beleuchtung'],
] as const;

function services(format: string): string {
  if (format === 'json')
    return JSON.stringify({
      services: SERVICES.map(([service_code, service_name]) => ({
        service_code: Number(service_code),
        service_name,
      })),
    });
  const all = SERVICES.map(
    ([code, name]) =>
      `<service><service_code>${code}</service_code><service_name>${name}</service_name></service>`,
  );
  return `<?xml version="1.0"?><services>${all.join('')}</services>`;
}

function show(requests: readonly ForeignRequest[], format: string): string {
  if (format === 'json')
    return JSON.stringify(
      requests.map(({ id, form, status, notes, detailed }) => ({
        service_request_id: Number(id),
        status: status.toUpperCase(),
        status_notes: notes,
        description: form.get('description'),
        service_code: form.get('service_code'),
        ...(detailed ? { extended_attributes: { detailed_status: detailed } } : {}),
      })),
    );
  const all = requests.map(
    ({ id, form, status, notes }) =>
      `<request><service_request_id>${id}</service_request_id><status>${status}</status>` +
      `<status_notes><![CDATA[${notes}]]></status_notes>` +
      `<description><![CDATA[${form.get('description')}]]></description></request>`,
  );
  return `<?xml version="1.0"?><service_requests>${all.join('')}</service_requests>`;
}

function receipt(format: string, name: string, value: string): string {
  return format === 'json'
    ? JSON.stringify([{ [name]: value, service_notice: '' }])
    : `<?xml version="1.0"?><service_requests><request><${name}>${value}</${name}></request></service_requests>`;
}

function fault(format: string, code: string, description: string): string {
  return format === 'json'
    ? JSON.stringify([{ code: Number(code), description }])
    : `<errors><error><code>${code}</code><description>${description}</description></error></errors>`;
}

/** JSON under a type of its own, as more than one server does. */
function send(response: ServerResponse, format: string, body: string, status = 200): void {
  response
    .writeHead(status, { 'content-type': format === 'json' ? 'text/html; charset=utf-8' : 'text/xml' })
    .end(body);
}

function page(response: ServerResponse, status: number, text: string): void {
  response
    .writeHead(status, { 'content-type': 'text/html' })
    .end(`<!DOCTYPE html><html><body><h1>${text}</h1></body></html>`);
}
