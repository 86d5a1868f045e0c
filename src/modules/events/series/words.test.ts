import { expect, test } from 'vitest';
import type { Series } from './dates.ts';
import { exceptionsInWords, seriesInWords } from './words.ts';

const market: Series = {
  startsAt: new Date('2026-11-05T07:00:00Z'),
  endsAt: new Date('2026-11-05T12:00:00Z'),
  allDay: false,
  status: 'confirmed',
  rule: null,
  added: [],
  excluded: [],
  skips: [],
  overrides: [],
};

test.each([
  ['FREQ=DAILY', 'jeden Tag, 08:00 bis 13:00 Uhr'],
  ['FREQ=DAILY;INTERVAL=3', 'alle 3 Tage, 08:00 bis 13:00 Uhr'],
  ['FREQ=WEEKLY', 'jeden Donnerstag, 08:00 bis 13:00 Uhr'],
  ['FREQ=WEEKLY;BYDAY=TH,MO', 'jeden Montag und Donnerstag, 08:00 bis 13:00 Uhr'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'montags bis freitags, 08:00 bis 13:00 Uhr'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', 'alle 2 Wochen am Donnerstag, 08:00 bis 13:00 Uhr'],
  ['FREQ=MONTHLY', 'jeden Monat am 5., 08:00 bis 13:00 Uhr'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', 'jeden Monat am letzten Tag, 08:00 bis 13:00 Uhr'],
  ['FREQ=MONTHLY;BYDAY=2TU', 'jeden Monat am 2. Dienstag, 08:00 bis 13:00 Uhr'],
  ['FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR', 'alle 2 Monate am letzten Freitag, 08:00 bis 13:00 Uhr'],
  ['FREQ=YEARLY', 'jedes Jahr am 5. November, 08:00 bis 13:00 Uhr'],
  ['FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'jedes Jahr am letzten Sonntag im Oktober, 08:00 bis 13:00 Uhr'],
  ['FREQ=WEEKLY;COUNT=10', 'jeden Donnerstag, 08:00 bis 13:00 Uhr, 10 Mal'],
  ['FREQ=WEEKLY;UNTIL=20261231', 'jeden Donnerstag, 08:00 bis 13:00 Uhr, bis 31. Dezember 2026'],
  ['FREQ=WEEKLY;UNTIL=20261231T235959Z', 'jeden Donnerstag, 08:00 bis 13:00 Uhr, bis 1. Januar 2027'],
  ['FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1', 'regelmäßig, 08:00 bis 13:00 Uhr'],
])('%s is told as %s', (rule, words) => {
  expect(seriesInWords({ ...market, rule })).toBe(words);
});

test('days without it are told, also in English', () => {
  const course: Series = { ...market, rule: 'FREQ=WEEKLY', skips: ['public-holidays', 'school-holidays'] };
  expect(seriesInWords(course)).toBe(
    'jeden Donnerstag, 08:00 bis 13:00 Uhr, nicht an Feiertagen, nicht in den Schulferien',
  );
  expect(seriesInWords(course, 'en')).toBe(
    'every Thursday, 08:00 to 13:00, not on public holidays, not during school holidays',
  );
});

test('one date needs no words, several single ones have no rhythm', () => {
  expect(seriesInWords(market)).toBe('');
  expect(seriesInWords({ ...market, added: ['20261112T080000'] })).toBe(
    'an mehreren Tagen, 08:00 bis 13:00 Uhr',
  );
});

test('what is different on single dates can be searched', () => {
  const plain = {
    start: null,
    end: null,
    status: 'confirmed' as const,
    title: null,
    venue: null,
    street: null,
    note: '',
  };
  const overrides = [
    { ...plain, recurrenceId: '20261112T080000', status: 'cancelled' as const, note: 'Bauarbeiten.' },
    { ...plain, recurrenceId: '20261119T080000', start: '20261118T080000' },
    { ...plain, recurrenceId: '20261126T080000' },
  ];
  expect(exceptionsInWords({ ...market, rule: 'FREQ=WEEKLY', overrides })).toEqual([
    'Do., 12. November 2026, 08:00 Uhr: abgesagt, Bauarbeiten',
    'Do., 19. November 2026, 08:00 Uhr: verlegt auf Mi., 18. November 2026, 08:00 Uhr',
  ]);
});
