import { expect, test } from 'vitest';
import type { EventDetails } from '../model.ts';
import { endedBefore, followingSeries, withOverride, withoutOverride } from './edits.ts';

const choir: EventDetails = {
  startsAt: new Date('2026-11-03T17:00:00Z'),
  endsAt: new Date('2026-11-03T18:30:00Z'),
  allDay: false,
  status: 'confirmed',
  venue: 'Gemeindehaus',
  street: '',
  placeId: null,
  organizer: 'Chor',
  contact: '',
  price: '',
  link: null,
  accessibility: [],
  rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=6',
  added: [],
  excluded: ['20261124T180000'],
  skips: [],
  overrides: [],
  uid: 'chor@hagenow',
  sequence: 3,
};
const edit = {
  start: null,
  end: null,
  status: 'confirmed' as const,
  title: null,
  venue: null,
  street: null,
  note: '',
};

test('one date is cancelled, changed again, and taken back', () => {
  const cancelled = withOverride(choir, '20261110T180000', { ...edit, status: 'cancelled' });
  const moved = withOverride(cancelled, '20261110T180000', { ...edit, start: '20261111T180000' });
  expect(cancelled.overrides.map(({ status }) => status)).toEqual(['cancelled']);
  expect(moved.overrides).toEqual([{ ...edit, recurrenceId: '20261110T180000', start: '20261111T180000' }]);
  expect(withoutOverride(moved, '20261110T180000')).toEqual(choir);
});

test('a date “moved” to its own time has not moved', () => {
  const same = withOverride(choir, '20261110T180000', {
    ...edit,
    start: '20261110T180000',
    note: 'Mit Kuchen.',
  });
  expect(same.overrides[0]).toMatchObject({ start: null, note: 'Mit Kuchen.' });
});

test('a series ends before a date', () => {
  expect(endedBefore(choir, '20261117T180000')).toMatchObject({
    rule: 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20261116',
    excluded: [],
  });
});

test('from a date on, Tuesdays at six become Thursdays at seven: the rest of the dates, exceptions included', () => {
  const wished = { ...edit, start: '20261119T190000', venue: 'Aula' };
  expect(followingSeries(choir, '20261117T180000', wished)).toMatchObject({
    startsAt: new Date('2026-11-19T18:00:00Z'),
    endsAt: new Date('2026-11-19T19:30:00Z'),
    venue: 'Aula',
    rule: 'FREQ=WEEKLY;BYDAY=TH;COUNT=4',
    excluded: ['20261126T190000'],
    uid: '',
  });
});
