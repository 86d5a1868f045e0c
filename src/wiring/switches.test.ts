import { expect, test } from 'vitest';
import * as v from 'valibot';
import { townSettings } from '#modules/tenancy';
import { isSwitchedOff } from './switches.ts';

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
