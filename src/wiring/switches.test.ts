import { expect, test } from 'vitest';
import * as v from 'valibot';
import { townSettings } from '#modules/tenancy';
import { isClosed, isSwitchedOff } from './switches.ts';

const settings = v.parse(townSettings, { switchedOff: ['events', 'assistant', 'waste'] });

test.each([
  '/veranstaltungen',
  '/veranstaltungen/markt',
  '/veranstaltungen.ics',
  '/api/v1/events',
  '/api/v1/events/markt',
  '/fragen',
  '/api/v1/answer',
  '/api/mcp',
  '/widget.js',
  '/abfall/nord.ics',
])('a town without the room has no %s', (path) => {
  expect(isSwitchedOff(path, { settings })).toBe(true);
});

test.each([
  '/',
  '/aktuelles',
  '/aktuelles.rss',
  '/orte/rathaus',
  '/api/v1/places',
  '/api/v1/town',
  '/suche',
  '/impressum',
  '/verwaltung',
  '/constructor',
  '/medien/1',
])('and still has %s', (path) => {
  expect(isSwitchedOff(path, { settings })).toBe(false);
});

test.each([
  ['GET', 'text/html', '/(town)/fragen', false],
  ['GET', 'text/html', '/widget', true],
  ['POST', 'text/event-stream', '/(town)/fragen/antwort', true],
  ['POST', 'text/html', '/(town)/veranstaltungen/vorschlagen', true],
  ['GET', 'image/avif,*/*', '/(town)/veranstaltungen/vorschlagen/[token]/bild', true],
  ['GET', 'text/html', null, true],
])(
  '%s of %s at %s: what never comes to the layout of pages is refused before: %s',
  (method, accept, id, is) => {
    const request = new Request('https://hagenow.example', { method, headers: { accept } });
    const path = (id ?? '/fragen').replace('/(town)', '');
    expect(isClosed({ request, route: { id }, locals: { path, town: { settings } } })).toBe(is);
    expect(isClosed({ request, route: { id }, locals: { path: '/orte', town: { settings } } })).toBe(false);
  },
);
