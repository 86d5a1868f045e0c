import { expect, test } from 'vitest';
import { distanceKilometres, hoursInWords, openingAt, wholeHours } from './rules.ts';

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

test('on Christmas Eve the counter closes at noon, and says why', () => {
  const counter = {
    openingHours: 'Mo-Fr 08:00-16:00; PH off',
    exceptions: ['24.12.2026: 08:00–12:00 (Heiligabend)', '31.12.2026: geschlossen'],
  };
  expect(openingAt(counter, 'MV', new Date('2026-12-24T09:00:00Z'))).toMatchObject({
    open: true,
    until: new Date('2026-12-24T11:00:00Z'),
    note: 'Heiligabend',
  });
  expect(openingAt(counter, 'MV', new Date('2026-12-31T09:00:00Z'))).toMatchObject({ open: false });
  expect(openingAt(counter, 'MV', new Date('2026-12-23T09:00:00Z')).rows.at(-1)).toEqual({
    day: '31. Dezember 2026',
    text: '',
    closed: true,
  });
  expect(wholeHours(counter, '2027-01-05')).toBe('Mo-Fr 08:00-16:00; PH off');
});

test('a museum under repair is closed until the work is done, and then opens by its hours', () => {
  const shut = { ...museum, closedFrom: '2026-11-01', closedUntil: '2026-11-30', closedReason: 'Umbau' };
  expect(openingAt(shut, 'MV', new Date('2026-11-24T09:00:00Z'))).toMatchObject({
    known: true,
    open: false,
    closure: { until: '2026-11-30', reason: 'Umbau' },
    next: new Date('2026-12-01T08:00:00Z'),
  });
  expect(openingAt(shut, 'MV', new Date('2026-12-01T09:00:00Z'))).toMatchObject({
    open: true,
    closure: null,
  });
  expect(openingAt(shut, 'MV', new Date('2026-10-27T09:00:00Z'))).toMatchObject({
    open: true,
    closure: null,
  });
});

test('a place closed without an end promises no day', () => {
  const shut = { openingHours: null, closedFrom: '2026-11-01' };
  expect(openingAt(shut, 'MV', new Date('2027-11-24T09:00:00Z'))).toMatchObject({
    known: true,
    open: false,
    next: null,
    closure: { until: null, reason: '' },
  });
});

test('from Hagenow to Schwerin it is 27 kilometres as the crow flies', () => {
  const way = distanceKilometres(
    { latitude: 53.4297, longitude: 11.1929 },
    { latitude: 53.6294, longitude: 11.4148 },
  );
  expect(way).toBeCloseTo(26.6, 0);
});
