import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createLog } from '#platform/log.server';
import { isPublicPage } from '../../src/service-worker/rules.ts';

const ROUTES = join(import.meta.dirname, '../../src/routes');

/** Addresses whose last part lets its bearer in, with a secret that looks like an ordinary word. */
const doors = readdirSync(ROUTES, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\[(?:token|link)\]$/.test(path))
  .map((path) => `/${path.replace(/\([^)]*\)\//g, '').replace(/\[\w+\]$/, 'geheim')}`);

test('the secrets of links never reach the log', () => {
  const lines: string[] = [];
  const log = createLog({ level: 'debug', destination: { write: (line) => void lines.push(line) } });
  for (const door of doors)
    for (const language of ['', '/en', '/leicht']) log.debug('request', { path: language + door });
  expect(doors.length).toBeGreaterThan(9);
  expect(lines.filter((line) => line.includes('geheim'))).toEqual([]);
});

test("what secret links show is none of the service worker's business", () => {
  expect(doors.filter((door) => isPublicPage(door) || isPublicPage(`/leicht${door}`))).toEqual([]);
});
