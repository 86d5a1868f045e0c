import { expect, test } from 'vitest';
import { hoursInWords, openingAt } from './rules.ts';

const museum = { openingHours: 'Tu,Th 09:00-12:00,14:00-17:00; Su 14:00-17:00; PH off' };

test('the museum is open on Tuesday morning until noon', () => {
  expect(openingAt(museum, 'MV', new Date('2026-11-24T09:00:00Z'))).toMatchObject({
    known: true,
    open: true,
    until: new Date('2026-11-24T11:00:00Z'),
  });
});

test('over lunch it says when it opens again', () => {
  expect(openingAt(museum, 'MV', new Date('2026-11-24T11:30:00Z'))).toMatchObject({
    open: false,
    next: new Date('2026-11-24T13:00:00Z'),
  });
});

test('on Ascension Day, a Thursday, it is closed and says why', () => {
  expect(openingAt(museum, 'MV', new Date('2026-05-14T08:00:00Z'))).toMatchObject({
    open: false,
    holidayNote: 'Christi Himmelfahrt',
  });
});

test('8 March is a holiday here and not in Bavaria', () => {
  const counter = { openingHours: 'Mo-Su 08:00-12:00; PH off' };
  const morning = new Date('2026-03-08T08:00:00Z');
  expect(openingAt(counter, 'MV', morning).open).toBe(false);
  expect(openingAt(counter, 'BY', morning).open).toBe(true);
});

test('hours nobody documented are unknown, not closed', () => {
  expect(openingAt({ openingHours: null }, 'MV', new Date())).toMatchObject({ known: false, rows: [] });
  expect(openingAt({ openingHours: 'wie immer' }, 'MV', new Date())).toMatchObject({ known: false });
});

test('hours are said as one line of text', () => {
  expect(hoursInWords('Mo-Fr 08:00-12:00')).toMatch(/Montag.*08:00.*12:00/);
});
