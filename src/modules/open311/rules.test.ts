import { describe, expect, test } from 'vitest';
import {
  baseUrlOf,
  byStatus,
  foreignServiceOf,
  nextPollAt,
  nextStep,
  statusOf,
  withoutAnswer,
} from './rules.ts';

test.each([
  ['https://a.de/open311/v2', 'https://a.de/open311/v2'],
  ['https://a.de/open311/v2/', 'https://a.de/open311/v2'],
  ['https://a.de/open311/v2/services.json', 'https://a.de/open311/v2'],
  ['https://a.de/open311/v2/services/12.xml', 'https://a.de/open311/v2'],
  [' https://a.de/discovery.xml?x=1 ', 'https://a.de'],
])('%s is the server at %s', (typed, base) => {
  expect(baseUrlOf(typed)).toBe(base);
});

describe('a category goes to another server', () => {
  const services = [
    { code: '101', name: 'Schlagloch' },
    { code: 'laterne', name: 'Licht' },
    { code: '109', name: 'Sonstiges' },
  ];
  const to = (key: string, name: string, serviceMap: Record<string, string> = {}) =>
    foreignServiceOf({ services, serviceMap }, { key, name });

  test('as the desk said, else by its code, else by its name, else with the rest', () => {
    expect(to('laterne', 'Schlagloch', { laterne: '109' })).toBe('109');
    expect(to('laterne', 'Schlagloch')).toBe('laterne');
    expect(to('loch', 'SCHLAGLOCH!')).toBe('101');
    expect(to('baum', 'Baum', { '*': '109' })).toBe('109');
    expect(to('baum', 'Baum')).toBe(null);
    expect(to('constructor', 'Baum')).toBe(null);
  });
});

describe('a report on its way', () => {
  const now = new Date('2026-11-27T10:00:00Z');
  const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
  test.each([
    ['waiting', 0, 'send'],
    ['sending', 10, 'wait'],
    ['sending', 200, 'look-up'],
    ['has-token', 10, 'ask-token'],
    ['sent', 10, 'nothing'],
    ['refused', 10, 'nothing'],
  ] as const)('%s for %i seconds: %s', (state, seconds, step) => {
    expect(nextStep({ state, createdAt: ago(300), updatedAt: ago(seconds) }, now)).toBe(step);
  });

  test('goes another way after two days', () => {
    const old = { createdAt: ago(170_000), updatedAt: ago(3_600) };
    expect([
      nextStep({ ...old, state: 'waiting' }, now),
      nextStep({ ...old, state: 'sending' }, now),
    ]).toEqual(['give-up', 'give-up']);
  });

  test('only what certainly did not arrive is sent again without looking', () => {
    expect([
      withoutAnswer('connection-failed', 'ECONNREFUSED'),
      withoutAnswer('address-private', ''),
    ]).toEqual(['not-arrived', 'not-arrived']);
    expect([withoutAnswer('too-slow', ''), withoutAnswer('connection-failed', 'UND_ERR_SOCKET')]).toEqual([
      'unknown',
      'unknown',
    ]);
    expect([429, 500, 503, 504, 200, 302, 400, 403].map(byStatus)).toEqual([
      'not-arrived',
      'unknown',
      'unknown',
      'unknown',
      'unknown',
      'refused',
      'refused',
      'refused',
    ]);
  });

  test('is asked for every hour at first, four times a day later, rarer while the other side is silent', () => {
    const hours = (sentAt: Date, silent: number) =>
      (nextPollAt(now, sentAt, silent).getTime() - now.getTime()) / 3_600_000;
    expect([hours(ago(60), 0), hours(ago(60), 3), hours(ago(300_000), 0), hours(ago(300_000), 9)]).toEqual([
      1, 8, 6, 48,
    ]);
  });
});

test.each([
  ['open', null, null],
  ['open', 'IN_PROCESS', 'in-progress'],
  ['open', 'action scheduled', 'in-progress'],
  ['closed', null, 'done'],
  ['closed', 'PROCESSED', 'done'],
  ['closed', 'REJECTED', 'not-possible'],
  ['closed', 'no_further_action', 'not-possible'],
] as const)('their %s %s is our %s', (status, detailed, ours) => {
  expect(statusOf(status, detailed)).toBe(ours);
});
