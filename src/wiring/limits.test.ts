import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { secondsToWait } from './limits.server.ts';

/** How many of a thousand requests one visitor may send at once. */
function allowedOf(path: string, address: string): number {
  const event = {
    request: { method: 'GET' },
    url: new URL(`https://hagenow.example${path}`),
    locals: { path, town: { slug: 'hagenow' } },
    getClientAddress: () => address,
  } as unknown as RequestEvent;
  return Array.from({ length: 1000 }, () => secondsToWait(event)).filter((seconds) => seconds === 0).length;
}

test.each([
  '/meldungen.csv',
  '/meldungen.geojson',
  '/orte.geojson',
  '/orte/touren/altstadt.gpx',
  '/dcat.ttl',
])('whole files such as %s are given out as often as feeds, not without end', (path) => {
  const address = `198.51.100.${path.length}`;
  const allowed = allowedOf(path, address);
  expect(allowed).toBeGreaterThanOrEqual(600);
  expect(allowed).toBeLessThan(1000);
});

test('pages and the small things on them are read as often as anybody likes', () => {
  expect(allowedOf('/meldungen', '198.51.100.200')).toBe(1000);
  expect(allowedOf('/karte.json', '198.51.100.201')).toBe(1000);
});
