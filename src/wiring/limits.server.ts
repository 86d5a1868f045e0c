import type { RequestEvent } from '@sveltejs/kit';
import { createRateLimits, householdOf } from '#platform/http';
import { environment } from '#env';

/**
 * How often one address may do what costs work. A household, a school class and an outside check of some hundred
 * questions fit into the burst; a script that goes on does not.
 */
const RULES = {
  ask: { burst: 300, perMinute: 60 },
  search: { burst: 200, perMinute: 120 },
  data: { burst: 600, perMinute: 600 },
  write: { burst: 40, perMinute: 20 },
};

type LimitName = keyof typeof RULES;
type Limits = ReturnType<typeof createRateLimits<LimitName>>;

let limits: Limits | null = null;

/** Seconds until the visitor may try again; 0 when the request may go on. */
export function secondsToWait(event: RequestEvent): number {
  const name = limitOf(event.request.method, event.locals.path, event.url);
  if (!name) return 0;
  const address = event.getClientAddress();
  if (!environment().rateLimits && isThisMachine(address)) return 0;
  limits ??= createRateLimits(RULES);
  return limits.take(name, `${event.locals.town.slug} ${householdOf(address)}`).retryAfterSeconds;
}

/** Whether a request makes the engine read the town's pages. */
export function asksTheTown(method: string, path: string, url: URL): boolean {
  const name = limitOf(method, path, url);
  return name === 'ask' || (name === 'search' && path !== '/melden/strassen');
}

function limitOf(method: string, path: string, url: URL): LimitName | null {
  if (path === '/api/v1/answer' || path === '/api/mcp' || url.searchParams.has('frage')) return 'ask';
  if (['/suche', '/api/v1/search', '/melden/strassen'].includes(path)) return 'search';
  if (path.startsWith('/api/open311/') && method === 'POST') return 'write';
  if (path.startsWith('/api/') || /\.(rss|ics|xml|csv|geojson|gpx|jsonld|ttl|rdf)$/.test(path)) return 'data';
  return method === 'GET' || method === 'HEAD' ? null : 'write';
}

/** `RATE_LIMITS=off` is for measuring and never opens the door to the network. */
export function isThisMachine(address: string): boolean {
  return /^(127\.|::1$|::ffff:127\.)/.test(address);
}
