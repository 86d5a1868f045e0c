import { expect, test } from 'vitest';
import { daysOf, endOf, isUpcoming, spanInWords } from './rules.ts';

const event = (startsAt: string, endsAt: string | null = null, allDay = false) => ({
  startsAt: new Date(startsAt),
  endsAt: endsAt ? new Date(endsAt) : null,
  allDay,
});

test('an evening event is told with its hours in the clock of the town', () => {
  expect(spanInWords(event('2026-11-28T09:00:00Z', '2026-11-28T13:00:00Z'))).toBe(
    'Sa., 28. November 2026, 10:00 bis 14:00 Uhr',
  );
});

test('summer time is one hour further from UTC', () => {
  expect(spanInWords(event('2026-07-04T18:00:00Z'))).toBe('Sa., 4. Juli 2026, 20:00 Uhr');
});

test('an all-day event of three days names the first and the last', () => {
  const fair = event('2026-12-03T23:00:00Z', '2026-12-06T23:00:00Z', true);
  expect(daysOf(fair)).toEqual(['2026-12-04', '2026-12-05', '2026-12-06']);
  expect(spanInWords(fair)).toBe('Fr., 4. Dezember 2026 bis So., 6. Dezember 2026');
});

test('an event until midnight belongs to one day, also on the night the clock changes', () => {
  expect(daysOf(event('2026-10-24T16:00:00Z', '2026-10-24T22:00:00Z'))).toEqual(['2026-10-24']);
  expect(daysOf(event('2026-10-24T16:00:00Z', '2026-10-25T01:30:00Z'))).toEqual(['2026-10-24', '2026-10-25']);
});

test('an event without an end is over after three hours', () => {
  const talk = event('2026-11-28T18:00:00Z');
  expect(endOf(talk)).toEqual(new Date('2026-11-28T21:00:00Z'));
  expect(isUpcoming(talk, new Date('2026-11-28T20:59:00Z'))).toBe(true);
  expect(isUpcoming(talk, new Date('2026-11-28T21:00:00Z'))).toBe(false);
});
