import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn, isCore, isOutage, isPublicPage, languageOf, mayKeep, nonceOf, withAge } from './rules.ts';

const page = (headers: Record<string, string> = {}) => ({
  status: 200,
  headers: new Headers({ 'content-type': 'text/html', 'cache-control': 'no-cache', ...headers }),
});
const at = (path: string) => new URL(path, 'https://hagenow.example');

test('bin dates that were read once stay on the device, in every language', () => {
  expect(mayKeep(at('/abfall/kernstadt'), page())).toBe(true);
  expect(mayKeep(at('/leicht/abfall/kernstadt'), page())).toBe(true);
});

test('the desk, secret links and what answers own words never stay', () => {
  for (const path of [
    '/verwaltung',
    '/verwaltung/anmelden',
    '/anfrage/geheim',
    '/en/anfrage/geheim',
    '/meldung/geheim',
    '/leicht/meldung/geheim',
    '/api/v1/town',
    '/fragen',
    '/en/suche',
    '/medien/1',
  ]) {
    expect(isPublicPage(path), path).toBe(false);
    expect(mayKeep(at(path), page()), path).toBe(false);
  }
  expect(mayKeep(at('/abfall?adresse=Mühlweg+7'), page())).toBe(false);
});

test('no page that is opened with a secret link has anything to do with the worker', () => {
  const town = join(import.meta.dirname, '../routes/(town)');
  const routes = globSync('**/+page.svelte', { cwd: town }).map(
    (file) => `/${file.replace('/+page.svelte', '')}`,
  );
  const secret = routes.filter((route) => /\[(?:token|link)\]/.test(route));
  expect(secret.length).toBeGreaterThan(8);
  for (const route of secret) {
    const path = route.replace(/\[\w+\]/g, 'geheim');
    for (const language of ['', '/en', '/leicht']) expect(isPublicPage(language + path), path).toBe(false);
  }
  expect(isPublicPage('/veranstaltungen/fest')).toBe(true);
  expect(isPublicPage('/veranstaltungen/vorschlagen')).toBe(true);
  expect(isPublicPage('/orte/rathaus')).toBe(true);
});

test('what the server calls private stays nowhere, save the empty form', () => {
  expect(mayKeep(at('/veranstaltungen/fest'), page({ 'cache-control': 'no-store' }))).toBe(false);
  expect(mayKeep(at('/melden'), page({ 'cache-control': 'no-store' }))).toBe(true);
  expect(mayKeep(at('/melden?ort=1'), page({ 'cache-control': 'no-store' }))).toBe(false);
});

test('neither errors nor feeds are pages to keep', () => {
  expect(mayKeep(at('/orte'), { ...page(), status: 404 })).toBe(false);
  expect(mayKeep(at('/aktuelles.rss'), page({ 'content-type': 'application/rss+xml' }))).toBe(false);
});

test('a public report is no secret link', () => {
  expect(isPublicPage('/meldungen/12')).toBe(true);
  expect(isCore('/en/melden')).toBe(true);
  expect(languageOf('/english')).toBe('');
});

test('the scripts of a page are found wherever it names them', () => {
  const html =
    '<script type="module" src="/_app/immutable/workers/a-1.js"></script><form data-script="/_app/immutable/workers/b.js" data-script-styles="/_app/immutable/assets/b.css"><p data-map-open="/_app/immutable/workers/map.js"></p><img src="/medien/1">';
  expect(filesIn(html)).toEqual([
    '/_app/immutable/workers/a-1.js',
    '/_app/immutable/workers/b.js',
    '/_app/immutable/assets/b.css',
  ]);
});

test('a kept page says how old it is, and from which day it counts', () => {
  const html = '<html lang="de"><body><header></header><main id="inhalt">Morgen, Papier</main></body>';
  const today = withAge(html, new Date('2026-11-27T09:05'), new Date('2026-11-27T18:00'), 'abc', 'offline');
  expect(today).toContain('<style nonce="abc">');
  expect(today).toContain('<strong>Ohne Netz.</strong> Stand: Freitag, 27. November 2026, 09:05 Uhr.</p>');
  const later = withAge(html, new Date('2026-11-24T09:05'), new Date('2026-11-27T18:00'), 'abc', 'offline');
  expect(later).toContain('Mit „heute“ und „morgen“ ist von diesem Tag aus gerechnet.');
  expect(later.indexOf('Ohne Netz')).toBeLessThan(later.indexOf('<main'));
});

test('a town in trouble is no missing network: the kept page says which it is', () => {
  const html = '<html lang="en"><main></main>';
  const at = new Date('2026-11-27T09:05');
  expect(withAge(html, at, at, 'abc', 'outage')).toContain(
    '<strong>This site is out of order just now.</strong>',
  );
  expect([200, 404, 500, 502, 503, 504].filter(isOutage)).toEqual([502, 503, 504]);
});

test('what is added obeys the policy of the page', () => {
  const headers = new Headers({ 'content-security-policy': "script-src 'self' 'nonce-a+b/c=='" });
  expect(nonceOf(headers)).toBe('a+b/c==');
});
