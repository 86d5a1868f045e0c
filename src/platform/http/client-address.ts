import { isIP } from 'node:net';

/**
 * The address a request comes from, as a key for rate limits. A header counts only as far as our own proxies wrote
 * it: with `trustedProxies` = 1 the last entry of `X-Forwarded-For`, with 2 the last but one. Whatever a client
 * writes in front of it changes nothing. IPv6 is cut to its /64, which is one household.
 */
export function clientAddress(
  connection: { remoteAddress: string; forwardedFor: string | null },
  trustedProxies: number,
): string {
  const { remoteAddress, forwardedFor } = connection;
  if (trustedProxies < 1) return household(remoteAddress);
  const chain = (forwardedFor ?? '').split(',').map((part) => part.trim());
  const told = chain.at(-trustedProxies) ?? '';
  const address = told.replace(/^\[([^\]]+)\](:\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  return household(isIP(address) ? address : remoteAddress);
}

function household(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (isIP(address) !== 6) return address;
  return `${fullGroups(address).slice(0, 4).join(':')}::/64`;
}

function fullGroups(address: string): string[] {
  const [head = '', tail] = address.replace(/%.*$/, '').toLowerCase().split('::');
  const before = head ? head.split(':') : [];
  const after = tail ? tail.split(':') : [];
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array<string>(missing).fill('0'), ...after].map((group) =>
    group.replace(/^0+(?=.)/, ''),
  );
}
