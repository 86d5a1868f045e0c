import { expect, test } from 'vitest';
import { askedDays } from './asked-days.ts';

const FRIDAY = '2026-11-27';
const SATURDAY = '2026-11-28';
const SUNDAY = '2026-11-29';

test.each([
  ['Was ist heute los?', FRIDAY, FRIDAY, FRIDAY],
  ['Ist morgen Bücherei-Café?', FRIDAY, SATURDAY, SATURDAY],
  ['Was gibt es übermorgen?', FRIDAY, SUNDAY, SUNDAY],
  ['Was ist am Wochenende los?', FRIDAY, SATURDAY, SUNDAY],
  ['Was ist am Wochenende los?', SATURDAY, SATURDAY, SUNDAY],
  ['Was ist dieses Wochenende los?', SUNDAY, SUNDAY, SUNDAY],
  ['Was ist nächstes Wochenende los?', SATURDAY, '2026-12-05', '2026-12-06'],
  ['Was ist diese Woche los?', FRIDAY, FRIDAY, SUNDAY],
  ['Was ist nächste Woche los?', FRIDAY, '2026-11-30', '2026-12-06'],
  ['Was ist am Samstag?', SATURDAY, SATURDAY, SATURDAY],
  ['Ist am Donnerstag Markt?', FRIDAY, '2026-12-03', '2026-12-03'],
  ['Ist am 24. Dezember Markt?', FRIDAY, '2026-12-24', '2026-12-24'],
  ['Ist am 6.1. etwas los?', FRIDAY, '2027-01-06', '2027-01-06'],
  ['Was ist im Dezember los?', FRIDAY, '2026-12-01', '2026-12-31'],
  ['What is on this weekend?', FRIDAY, SATURDAY, SUNDAY],
])('%s on %s is about %s to %s', (question, today, first, last) => {
  expect(askedDays(question, today)).toEqual({ first, last });
});

test.each(['Wann ist Markt?', 'Guten Morgen, wann ist Markt?', 'Ist am 31.2. etwas los?'])(
  '%s names no day',
  (question) => {
    expect(askedDays(question, FRIDAY)).toBeNull();
  },
);
