import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import type { Environment } from '#env';

/** Names of the headers that tell the adapter where a request came from; set here for every request. */
export const PROXY_VARIABLES = {
  PROTOCOL_HEADER: 'x-ortskern-protocol',
  HOST_HEADER: 'x-ortskern-host',
  ADDRESS_HEADER: 'x-ortskern-address',
};

const NAMED_NETWORKS: Record<string, string[]> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  private: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7', 'fe80::/10'],
};

/**
 * Writes protocol, host and visitor's address of a request into our own headers and returns the address. What a
 * request says about itself is believed only when it comes from a trusted proxy.
 */
export function createProxyReader(environment: Environment): (request: IncomingMessage) => string {
  const trusted = networksOf(environment.trustedProxies);
  const publicProtocol = environment.origin ? new URL(environment.origin).protocol.slice(0, -1) : null;

  return (request) => {
    const { headers } = request;
    const peer = plainAddress(request.socket.remoteAddress ?? '');
    const isProxied = isWithin(trusted, peer);
    const host = (isProxied && first(headers['x-forwarded-host'])) || headers.host || '';
    const told = isProxied ? first(headers['x-forwarded-proto']) : '';
    const address = isProxied ? visitorOf(headers[environment.addressHeader], trusted, peer) : peer;
    headers[PROXY_VARIABLES.PROTOCOL_HEADER] = protocolOf(told, host, publicProtocol);
    headers[PROXY_VARIABLES.HOST_HEADER] = host;
    headers[PROXY_VARIABLES.ADDRESS_HEADER] = address;
    if (isFromProgram(request)) headers.origin = `${headers[PROXY_VARIABLES.PROTOCOL_HEADER]}://${host}`;
    return address;
  };
}

/**
 * Programs send reports as forms and name no origin, which is asked of every form so that no foreign page can use a
 * visitor's session. This interface knows no sessions: who sends is told by the key in the form and by nothing else.
 * A page of another website does name its origin and stays outside.
 */
function isFromProgram({ method, url = '', headers }: IncomingMessage): boolean {
  return method === 'POST' && url.startsWith('/api/open311/') && headers.origin === undefined;
}

/** Behind a TLS proxy that names no protocol the one of ORIGIN holds, except on the machine itself. */
function protocolOf(told: string, host: string, publicProtocol: string | null): string {
  if (told === 'http' || told === 'https') return told;
  const isLocal = /^((.+\.)?localhost|127\.[\d.]+|\[::1\])(:\d+)?$/i.test(host);
  return isLocal ? 'http' : (publicProtocol ?? 'http');
}

/** The last address of the chain that is not one of our own proxies; those before it anyone can invent. */
function visitorOf(header: string | string[] | undefined, trusted: BlockList, peer: string): string {
  const chain = String(header ?? '')
    .split(',')
    .map((part) => plainAddress(part.trim()))
    .filter((part) => isIP(part));
  return chain.findLast((address) => !isWithin(trusted, address)) ?? chain[0] ?? peer;
}

function networksOf(entries: readonly string[]): BlockList {
  const networks = new BlockList();
  for (const entry of entries.flatMap((name) => NAMED_NETWORKS[name.toLowerCase()] ?? [name])) {
    const [address, bits] = entry.split('/');
    const kind = isIP(address!) === 6 ? 'ipv6' : 'ipv4';
    networks.addSubnet(address!, Number(bits ?? (kind === 'ipv6' ? 128 : 32)), kind);
  }
  return networks;
}

function isWithin(networks: BlockList, address: string): boolean {
  const version = isIP(address);
  return version !== 0 && networks.check(address, version === 6 ? 'ipv6' : 'ipv4');
}

function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}

function first(header: string | string[] | undefined): string {
  return String(header ?? '')
    .split(',', 1)[0]!
    .trim();
}
