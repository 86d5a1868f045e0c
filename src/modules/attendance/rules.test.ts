import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerBy, changeOf, confirmBy, gateOf, placeFor, plannedOf, remindAt, whoMovesUp } from './rules.ts';

const at = (text: string) => new Date(text);
const offer = { isOpen: true, opensAt: null, closesHoursBefore: 2 };
const course = { startsAt: at('2026-12-05T17:00:00Z'), endsAt: null, status: 'confirmed' as const };

test('sign-up opens and closes by the clock, and never for a cancelled or past date', () => {
  const gate = (now: string, more: object = {}, status: 'confirmed' | 'cancelled' = 'confirmed') =>
    gateOf({ ...offer, ...more }, { ...course, status }, at(now));
  expect(gate('2026-12-01T08:00:00Z')).toBe('open');
  expect(gate('2026-12-01T08:00:00Z', { opensAt: at('2026-12-02T08:00:00Z') })).toBe('not-yet');
  expect(gate('2026-12-05T14:59:59Z')).toBe('open');
  expect(gate('2026-12-05T15:00:00Z')).toBe('closed');
  expect(gate('2026-12-01T08:00:00Z', { isOpen: false })).toBe('closed');
  expect(gate('2026-12-01T08:00:00Z', {}, 'cancelled')).toBe('cancelled');
  expect(gate('2026-12-05T20:00:00Z')).toBe('over');
});

test('an address is to be confirmed within a day, and not after the beginning', () => {
  expect(confirmBy(at('2026-12-01T08:00:00Z'), course.startsAt)).toEqual(at('2026-12-02T08:00:00Z'));
  expect(confirmBy(at('2026-12-05T08:00:00Z'), course.startsAt)).toEqual(course.startsAt);
});

test('who moves up has two days, and the day of the event only half of the hours left', () => {
  expect(answerBy(at('2026-11-20T08:00:00Z'), course.startsAt)).toEqual(at('2026-11-22T08:00:00Z'));
  expect(answerBy(at('2026-12-05T07:00:00Z'), course.startsAt)).toEqual(at('2026-12-05T12:00:00Z'));
});

test('nobody passes those who wait, but two seats left do not stay empty because the first wants three', () => {
  const list = { hasWaitingList: true };
  expect(placeFor(1, { free: 1, waiting: [], ...list })).toBe('seat');
  expect(placeFor(1, { free: 0, waiting: [], ...list })).toBe('waiting');
  expect(placeFor(1, { free: 2, waiting: [2], ...list })).toBe('waiting');
  expect(placeFor(2, { free: 2, waiting: [3], ...list })).toBe('seat');
  expect(placeFor(1, { free: 0, waiting: [], hasWaitingList: false })).toBe('full');
  expect(placeFor(9, { free: null, waiting: [], hasWaitingList: false })).toBe('seat');
});

test('moving up never gives more seats than are free, keeps the order, and leaves no seat the next could take', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 30 }),
      fc.nat({ max: 40 }),
      (wishes, free) => {
        const waiting = wishes.map((seats, place) => ({ seats, place }));
        const up = whoMovesUp(waiting, free);
        const given = up.reduce((sum, { seats }) => sum + seats, 0);
        expect(given).toBeLessThanOrEqual(free);
        expect(up.map(({ place }) => place)).toEqual(up.map(({ place }) => place).toSorted((a, b) => a - b));
        const left = waiting.filter((one) => !up.includes(one));
        expect(left.every(({ seats }) => seats > free - given)).toBe(true);
      },
    ),
  );
});

test('reminders come by the clock of the town, also over both changes of the clock', () => {
  const utc = (startsAt: string, reminder: 'evening' | 'day' | 'hours') =>
    remindAt(at(startsAt), reminder)!.toISOString();
  // Winter: 18:00 is 17:00 UTC; summer: 16:00 UTC.
  expect(utc('2026-12-05T17:00:00Z', 'evening')).toBe('2026-12-04T17:00:00.000Z');
  expect(utc('2026-07-05T17:00:00Z', 'evening')).toBe('2026-07-04T16:00:00.000Z');
  // 10:00 on the day the clock goes forward is reminded of at 10:00 of the day before, 23 hours earlier.
  expect(utc('2027-03-28T08:00:00Z', 'day')).toBe('2027-03-27T09:00:00.000Z');
  expect(utc('2026-10-25T09:00:00Z', 'day')).toBe('2026-10-24T08:00:00.000Z');
  expect(utc('2026-12-05T17:00:00Z', 'hours')).toBe('2026-12-05T14:00:00.000Z');
  expect(remindAt(course.startsAt, 'none')).toBeNull();
});

test('a date is cancelled, restored, moved or relocated; a venue that becomes known is no news', () => {
  const told = { ...course, venue: 'Rathaus' };
  expect(changeOf(told, told)).toBeNull();
  expect(changeOf(told, { ...told, status: 'cancelled' })).toBe('cancelled');
  expect(changeOf(told, null)).toBe('cancelled');
  expect(changeOf({ ...told, status: 'cancelled' }, { ...told, status: 'cancelled' })).toBeNull();
  expect(changeOf({ ...told, status: 'cancelled' }, told)).toBe('restored');
  expect(changeOf(told, { ...told, startsAt: at('2026-12-06T17:00:00Z') })).toBe('moved');
  expect(changeOf(told, { ...told, venue: 'Bibliothek' })).toBe('relocated');
  expect(changeOf({ ...told, venue: '' }, told)).toBeNull();
});

test('a date of a series is found by its original start, or on its day when the whole series moved to another hour', () => {
  const dates = ['2026-12-01T18:00:00Z', '2026-12-08T18:00:00Z'].map((text) => ({ recurrenceId: at(text) }));
  const find = (text: string, taken: string[] = []) =>
    plannedOf(at(text), dates, { isSeries: true, taken: new Set(taken.map((one) => at(one).getTime())) });
  expect(find('2026-12-08T18:00:00Z')).toBe(dates[1]);
  expect(find('2026-12-08T17:00:00Z')).toBe(dates[1]);
  expect(find('2026-12-08T17:00:00Z', ['2026-12-08T18:00:00Z'])).toBeNull();
  expect(find('2026-12-15T18:00:00Z')).toBeNull();
  expect(plannedOf(at('2020-01-01T00:00:00Z'), dates, { isSeries: false, taken: new Set() })).toBe(dates[0]);
});
