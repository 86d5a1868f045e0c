import { expect, test } from 'vitest';
import { monthAfter, readMonth, readWish, sheetOf, spanOf } from './filter.ts';

const monday = new Date('2026-11-23T10:00:00Z');
const sunday = new Date('2026-11-29T10:00:00Z');

test('this weekend is Saturday and Sunday, on the town clock', () => {
  expect(spanOf({ span: 'wochenende', from: null, to: null }, monday)).toEqual({
    from: new Date('2026-11-27T23:00:00Z'),
    to: new Date('2026-11-29T23:00:00Z'),
  });
});

test('on Sunday this weekend is what is left of it', () => {
  expect(spanOf({ span: 'wochenende', from: null, to: null }, sunday)).toEqual({
    from: sunday,
    to: new Date('2026-11-29T23:00:00Z'),
  });
});

test('a day in summer has the hours of summer time', () => {
  expect(spanOf({ span: null, from: '2027-07-01', to: '2027-07-01' }, monday)).toEqual({
    from: new Date('2027-06-30T22:00:00Z'),
    to: new Date('2027-07-01T22:00:00Z'),
  });
});

test('words nobody offered are no filter', () => {
  expect(
    readWish(new URLSearchParams('zeit=immer&tag=2026-02-30&art=x&barrierefrei=toilet&barrierefrei=y')),
  ).toEqual({
    span: null,
    from: null,
    to: null,
    category: null,
    area: null,
    venue: null,
    organizer: null,
    accessibility: ['toilet'],
  });
});

test('two days are the days between them, whichever is named first; a single day is both', () => {
  const days = (query: string) => {
    const { from, to } = readWish(new URLSearchParams(query));
    return [from, to];
  };
  expect(days('von=2026-12-24&bis=2026-12-20')).toEqual(['2026-12-20', '2026-12-24']);
  expect(days('tag=2026-12-24')).toEqual(['2026-12-24', '2026-12-24']);
  expect(spanOf({ span: null, from: '2026-12-20', to: '2026-12-24' }, monday)).toEqual({
    from: new Date('2026-12-19T23:00:00Z'),
    to: new Date('2026-12-24T23:00:00Z'),
  });
});

test('a sheet of a month has whole weeks, also in a February of four', () => {
  expect([sheetOf('2027-02').length, sheetOf('2027-02')[0], sheetOf('2027-02').at(-1)]).toEqual([
    28,
    '2027-02-01',
    '2027-02-28',
  ]);
  expect([sheetOf('2026-11').length, sheetOf('2026-11')[0], sheetOf('2026-11').at(-1)]).toEqual([
    42,
    '2026-10-26',
    '2026-12-06',
  ]);
  expect([monthAfter('2026-12', 1), monthAfter('2027-01', -1)]).toEqual(['2027-01', '2026-12']);
  expect(readMonth(new URLSearchParams('ansicht=monat&monat=1999-13'), '2026-11-27')).toBe('2026-11');
});
