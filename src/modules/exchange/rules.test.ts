import { expect, test } from 'vitest';
import type { Source } from './model.ts';
import { hasShrunk, isDue, sourceState } from './rules.ts';

const now = new Date('2026-11-23T10:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

function source(more: Partial<Source> = {}): Source {
  return {
    id: '1',
    name: 'Feed',
    importer: 'rss',
    target: 'news',
    url: 'https://a.de/feed',
    file: null,
    mapping: {},
    scheduleMinutes: 60,
    quietAfterHours: null,
    licence: null,
    attribution: null,
    publishAs: 'draft',
    isEnabled: true,
    etag: null,
    lastModified: null,
    lastRunAt: null,
    lastOkAt: null,
    lastNewsAt: null,
    lastRows: null,
    lastReason: null,
    createdAt: hoursAgo(1000),
    updatedAt: hoursAgo(1000),
    ...more,
  };
}

test.each([
  ['one that was switched off', { isEnabled: false, lastReason: 'too-slow', quietAfterHours: 1 }, 'off'],
  ['one that was never visited', {}, 'never-run'],
  ['one whose last visit went well', { lastRunAt: hoursAgo(1) }, 'ok'],
  ['one whose last visit failed', { lastRunAt: hoursAgo(1), lastReason: 'http-status' }, 'faulty'],
  ['one that lost most of its rows', { lastRunAt: hoursAgo(1), lastReason: 'shrunk' }, 'held'],
  [
    'one that has brought nothing for longer than it may',
    { lastRunAt: hoursAgo(1), lastNewsAt: hoursAgo(49), quietAfterHours: 48 },
    'quiet',
  ],
  [
    'one that brought something yesterday',
    { lastRunAt: hoursAgo(1), lastNewsAt: hoursAgo(24), quietAfterHours: 48 },
    'ok',
  ],
  ['one that has never brought anything', { quietAfterHours: 48 }, 'quiet'],
] as const)('%s is %s', (_, more, state) => {
  expect(sourceState(source(more), now)).toBe(state);
});

test('a visit is due when its time has come, and only for addresses', () => {
  expect(isDue(source(), now)).toBe(true);
  expect(isDue(source({ lastRunAt: hoursAgo(0.5) }), now)).toBe(false);
  expect(isDue(source({ lastRunAt: hoursAgo(1) }), now)).toBe(true);
  expect(isDue(source({ url: null }), now)).toBe(false);
  expect(isDue(source({ scheduleMinutes: null }), now)).toBe(false);
  expect(isDue(source({ isEnabled: false }), now)).toBe(false);
});

test('a source has shrunk when more than half is gone, unless it was small', () => {
  expect([
    hasShrunk(60, 29),
    hasShrunk(60, 30),
    hasShrunk(3, 0),
    hasShrunk(null, 0),
    hasShrunk(4, 1),
  ]).toEqual([true, false, false, false, true]);
});
